/** Reporters at the edges of a sentence, by its words alone, for sentences whose source extraction missed or read in part. */

import type { Span } from '../../article.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { ReadText, Wording } from '../compare/comparison.ts'
import { speechLemma } from '../compare/speech.ts'

export interface Reporter {
  readonly source: Span
  /** Index of the reporting word among the wording's words. */
  readonly verb: number
  readonly lemma: string
}

/** The longest noun phrase of a source, in words. */
const LONGEST = 16

/** "Two clerks who saw it say that …", "Police put the crowd at …": the source that opens the sentence. */
export const openingReporter = ({ read }: Wording): Reporter | null => opening(read)

const opening = memoizeByIdentity(({ words, text }: ReadText): Reporter | null => {
  let relative = false
  let verbs = 0
  for (let i = 1; i < Math.min(words.length - 1, LONGEST + 1); i++) {
    const word = words[i]
    if (!word || word.quoted) return null
    const key = word.key
    const lemma = speechLemma(key) ?? estimates(words, i)
    const before = words[i - 1]?.key ?? ''
    if (lemma && isTensed(key) && !NOMINAL.test(before) && (!relative || verbs > 0)) {
      const start = words[0]?.start ?? 0
      return OPENING.test(words[0]?.key ?? '') ? null : { source: [start, words[i - 1]?.end ?? 0], verb: i, lemma }
    }
    if (/^(who|which|that|whose)$/.test(key)) relative = true
    else if (FUNCTION_WORDS.has(key) && /^(be|have|do|modal|subject|subordinator)$/.test(FUNCTION_WORDS.get(key) ?? '')) {
      if (!relative) return null
      verbs++
    } else if (relative && /(ed|s)$|^(saw|met|knew|took|ran|led|held|work|live|know|run)$/.test(key)) verbs++
    if (/[;:“”"]/.test(text.slice(word.end, words[i + 1]?.start ?? word.end))) return null
  }
  return null
})

/** "…, the charity Hands Abroad said": the source that closes the sentence. */
export const closingReporter = ({ read }: Wording): Reporter | null => closing(read)

const closing = memoizeByIdentity(({ words, text }: ReadText): Reporter | null => {
  const verb = words.length - 1
  const lemma = speechLemma(words[verb]?.key ?? '')
  if (!lemma || words[verb]?.quoted || !isTensed(words[verb]?.key ?? '')) return null
  let from = -1
  for (let i = verb - 1; i > 0 && verb - i <= LONGEST; i--) {
    const key = words[i]?.key ?? ''
    if (/^(be|have|do|modal|subject)$/.test(FUNCTION_WORDS.get(key) ?? '') && from < 0) return null
    if (!text.slice(words[i - 1]?.end ?? 0, words[i]?.start ?? 0).includes(',')) continue
    // Noun phrase and apposition, in either order: "a clerk, Ole Brandt, said", "Ole Brandt, a clerk, said".
    const apposed = DETERMINER.test(key) || /^\p{Lu}/u.test(text.charAt(words[i]?.start ?? 0))
    if (from >= 0) {
      if (apposed) from = i
      break
    }
    from = i
    if (!text.slice(words[verb - 1]?.end ?? 0, words[verb]?.start ?? 0).includes(',')) break
  }
  return from < 0 ? null : { source: [words[from]?.start ?? 0, words[verb - 1]?.end ?? 0], verb, lemma }
})

/** "put the crowd at 4,000" */
function estimates(words: Wording['words'], i: number): string | null {
  const key = words[i]?.key
  if (key !== 'put' && key !== 'puts') return null
  return words.slice(i + 1, i + 9).some((w) => w.key === 'at') ? 'put' : null
}

const DETERMINER = /^(a|an|the|his|her|its|their|one|two|another)$/
const isTensed = (key: string): boolean => !key.endsWith('ing')
/** After these words a reporting word is a noun or a participle. */
const NOMINAL =
  /^(a|an|the|this|that|these|those|his|her|its|their|our|my|no|any|some|of|in|on|for|by|with|was|were|is|are|be|been|to|latest|new|first|official|not)$/
/** Words that no source begins with. */
const OPENING =
  /^(if|when|while|as|after|before|since|because|although|though|but|and|in|on|at|to|it|there|with|under|by|from)$/
