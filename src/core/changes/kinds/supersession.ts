/** `superseded`: the new sentence tells a new state of the same matter, so that both cannot be current. */
import { stem } from '../align/words.ts'
import { type Comparison, changedWords } from './comparison.ts'
import { AHEAD, OPEN, SETTLED } from './stages.ts'
import type { Token } from './tokens.ts'

/** Sentences that share more than this were edited; with less they can tell another stage of the matter. */
const MOST_KEPT = 0.85
/** A forecast or a settled matter told anew must be told quite otherwise. */
const MUCH_CHANGED = 0.65

/** Processes without an end, and auxiliaries: their progressive form leaves nothing open. */
const LASTING =
  /^(shrink|grow|ris|fall|declin|increas|decreas|becom|gett|spread|melt|warm|cool|liv|hav|mean|mak|us|do|includ|accord|follow|dur|look|feel|rest|runn|sitt|stand|lack|tir|worry|go)ing$/

/** The rule by which the matter moved on, or null. What is open in A must be told no more in B. */
export function superseding(comparison: Comparison): string | null {
  const { kept, before, after } = comparison
  if (kept > MOST_KEPT) return null
  const [goneWords, newWords] = [changedWords(comparison, 'before'), changedWords(comparison, 'after')]
  const [openA, openB] = [openIn(before.words), openIn(after.words)]
  const changed = new Set(goneWords.map((w) => w.key))
  const afterStems = new Set(after.words.map((w) => stem(w.key)))
  const stays = (phrase: string) => openB.includes(phrase) || (!phrase.includes(' ') && afterStems.has(stem(phrase)))
  const open = openA.filter((phrase) => phrase.split(' ').some((word) => changed.has(word)))
  const closed = open.length > 0 && !open.some(stays)
  const stillOpen = openB.some((phrase) => !openA.includes(phrase))
  const settled = phrasesIn(newWords, SETTLED).length > 0 && phrasesIn(before.words, SETTLED).length === 0
  if (closed && settled) return 'open, then settled'
  if (closed && !stillOpen) return 'open, then told otherwise'
  if (kept > MUCH_CHANGED || stillOpen) return null
  if (settled && phrasesIn(goneWords, AHEAD).length > 0 && phrasesIn(after.words, AHEAD).length === 0)
    return 'ahead, then settled'
  return settled && kept > 0.2 ? 'settled' : null
}

function phrasesIn(words: readonly Token[], phrases: readonly string[]): string[] {
  const text = ` ${words.map((w) => w.key).join(' ')} `
  return phrases.filter((phrase) => text.includes(` ${phrase} `))
}

/** All that is told as open: phrases, and verbs in the progressive ("is studying", "were still being brought"). */
function openIn(words: readonly Token[]): string[] {
  const progressive = words.flatMap(({ key }, i) => {
    if (!/^(being|\p{L}{3,}ing)$/u.test(key) || LASTING.test(key)) return []
    const [near, far] = [words[i - 1]?.key ?? '', words[i - 2]?.key ?? '']
    return isBe(near) || (isBe(far) && isAdverb(near)) ? [key] : []
  })
  return [...phrasesIn(words, OPEN), ...progressive]
}

const isBe = (key: string) => /^(is|are|was|were|been|be)$/.test(key)
const isAdverb = (key: string) => /ly$|^(still|also|now|already|not|just)$/.test(key)
