/** Recognizes hedging words and phrases, and their use as a predicate or beside a noun. */
import { HEDGES, type HedgeEntry } from '../../lexicon/hedges.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

/** Returns the hedge that begins at a token. */
export function hedgeAt(tokens: readonly Token[], at: number): HedgeEntry | null {
  const token = tokens[at]
  if (!token) return null
  const list = HEDGES.get(token.lower)
  if (!list) return null
  const next = lower(tokens, at + 1)
  for (const entry of list) {
    const { words } = entry
    if (words.length > 1 && words[1] !== next) continue
    if (words.every((word, i) => lower(tokens, at + i) === word) && hedges(tokens, at, entry)) return entry
  }
  return null
}

/** Returns true if a word that may hedge does so here. */
function hedges(tokens: readonly Token[], at: number, { words, class: kind }: HedgeEntry): boolean {
  const word = words[0] ?? ''
  const next = tag(tokens, at + words.length)
  if (kind === 'modal' && words.length === 1) {
    // "May 3", "a can of"
    if (tokens[at]?.capital && at > 0) return false
    // A denied possibility ("could not") is no hedge.
    if (/^(?:can|could)$/.test(word) && (next === 'negation' || /n't$/.test(lower(tokens, at + 1)))) return false
    // "would not say": a refusal
    if (word === 'would' && REFUSED.test(lower(tokens, at + 2)) && lower(tokens, at + 1) === 'not') return false
    if (word === "wouldn't" && REFUSED.test(lower(tokens, at + 1))) return false
    if (word === 'may' && next === 'number' && tokens[at]?.capital) return false
    return !/^(?:determiner|possessive)$/.test(tag(tokens, at - 1)) || word !== 'can'
  }
  // "is to leave" hedges; "is to the left of" does not.
  if (kind === 'modal' && words.length === 2 && words[1] === 'to' && word !== 'ought')
    return next === 'noun' || next === 'verb' || next === 'be' || next === 'have'
  // "They had alleged that it fell": a verb
  if (kind === 'adjective' && /ed$/.test(word) && next === 'that' && tag(tokens, at - 1) !== 'be') return false
  // "as quickly as possible"
  if (word === 'possible' && lower(tokens, at - 1) === 'as') return false
  // "appeared only when"
  const after = next === 'adverb' ? tag(tokens, at + words.length + 1) : next
  if (/^(?:appear|seem)/.test(word)) return !/^(?:preposition|time|mark|conjunction|subordinator|)$/.test(after)
  if (kind === 'verb' && words.length === 1) return tag(tokens, at - 1) === 'be' || tag(tokens, at - 1) === 'adverb'
  // "A decision is expected in May"
  if (word === 'expected' && words.length === 1 && tag(tokens, at - 1) === 'be' && /^(?:preposition|time)$/.test(next))
    return true
  if (/^(?:expected|planned|proposed|suspected|supposed|presumed)$/.test(word) && words.length === 1)
    return /^(?:determiner|possessive)$/.test(tag(tokens, at - 1)) && /^(?:noun|name)$/.test(next)
  if (word === 'likely' && kind === 'adverb')
    return /^(?:modal|subject)$/.test(tag(tokens, at - 1)) || /^(?:very|most)$/.test(lower(tokens, at - 1))
  if (OPEN.test(word) && words.length === 1) return negatedBefore(tokens, at)
  // "half as likely to fall", "more likely to fall than": a rate
  if (/^(?:likely|unlikely)$/.test(word) && isRate(tokens, at)) return false
  // "asked me if it was safe"
  if (word === 'if' && [1, 2].some((back) => /^ask(?:s|ed|ing)?$/.test(lower(tokens, at - back)))) return false
  // "Fan blade suspected after landing"
  if (word === 'suspected' && tag(tokens, at - 1) === 'noun' && /^(?:after|in|over)$/.test(lower(tokens, at + 1))) return true
  if (word === 'if') return !/^(?:as|what|even|only)$/.test(lower(tokens, at - 1)) || lower(tokens, at - 1) === 'even'
  return true
}

/** "as likely", "more likely to fall than" */
function isRate(tokens: readonly Token[], at: number): boolean {
  const before = lower(tokens, at - 1)
  if (before === 'as') return true
  return /^(?:more|less)$/.test(before) && tokens.slice(at + 1, at + 14).some((token) => token.lower === 'than')
}

const REFUSED =
  /^(?:say|comment|discuss|disclose|reveal|confirm|identify|answer|elaborate|specify|name|speak|talk|explain|release)$/

/** Words that hedge after a negation only. */
export const OPEN = /^(?:clear|known|certain|sure)$/

/** "not yet clear": the negation belongs to the hedge. */
function negatedBefore(tokens: readonly Token[], at: number): boolean {
  let back = at - 1
  while (tag(tokens, back) === 'adverb') back--
  return tag(tokens, back) === 'negation' || /n't$/.test(lower(tokens, back))
}

/** True after "be" or before "that" and "to"; else the adjective belongs to a noun: "the alleged plot". */
export function isPredicative(tokens: readonly Token[], at: number, past = at + 1): boolean {
  let back = at - 1
  while (/^(?:adverb|negation|quote)$/.test(tag(tokens, back))) back--
  if (
    tag(tokens, back) === 'be' ||
    /^(?:seem|appear|look|remain)(?:s|ed)?$/.test(lower(tokens, back)) ||
    (/'s$/.test(lower(tokens, back)) && tag(tokens, back) === 'subject')
  )
    return !/^(?:noun|name)$/.test(tag(tokens, past))
  return /^(?:that|to)$/.test(tag(tokens, past)) || /^(?:whether|how|if)$/.test(lower(tokens, past))
}
