/** Two wordings of one sentence side by side: what the rules of the kinds look at. */
import type { FoundClaim, Span } from '../../article.ts'
import { diff, type Hunk } from '../../diff/myers.ts'
import type { Detail, Kind } from '../change.ts'
import { type Token, tokensOf, wordsOnly } from './tokens.ts'

export interface Wording {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The tokens that carry meaning. */
  readonly words: readonly Token[]
  readonly claims: readonly FoundClaim[]
}

export interface Comparison {
  readonly before: Wording
  readonly after: Wording
  /** Where the words differ: indices into `words`. */
  readonly hunks: readonly Hunk[]
  /** The claims told on both sides: indices into `claims`. */
  readonly pairs: readonly (readonly [number, number])[]
  /** 0..1: the share of words that both have, in order. */
  readonly kept: number
}

/** A kind that holds, and the words that show it: spans into the two texts. */
export interface Finding {
  readonly kind: Kind
  readonly rule: string
  readonly before: Span | null
  readonly after: Span | null
  readonly detail?: Detail
  /** The claims that it is about, if the rule knows: indices into `claims`. */
  readonly pair?: readonly [number, number]
}

export type KindRule = (comparison: Comparison) => readonly Finding[]

export function wordingOf(text: string, claims: readonly FoundClaim[]): Wording {
  const tokens = tokensOf(text)
  return { text, tokens, words: wordsOnly(tokens), claims }
}

export function comparisonOf(before: Wording, after: Wording, pairs: Comparison['pairs']): Comparison {
  const hunks = diff(
    before.words.map((w) => w.key),
    after.words.map((w) => w.key),
  )
  const gone = hunks.reduce((sum, h) => sum + h.aTo - h.aFrom, 0)
  const total = before.words.length + after.words.length
  const kept = total === 0 ? 1 : (2 * (before.words.length - gone)) / total
  return { before, after, hunks, pairs, kept }
}

/** The span from the first to the last of the tokens, or null if there is none. */
export function spanOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last ? [first.start, last.end] : null
}

/** The words inside the hunks of one side. */
export function changedWords(comparison: Comparison, side: 'before' | 'after'): Token[] {
  return comparison.hunks.flatMap((h) =>
    side === 'before' ? comparison.before.words.slice(h.aFrom, h.aTo) : comparison.after.words.slice(h.bFrom, h.bTo),
  )
}
