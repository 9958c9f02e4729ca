/** Two wordings of one sentence side by side: the input of the rules of the kinds. */
import type { FoundClaim, Span, Statement } from '../../article.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { type Hunk, shortestEdit } from '../../text/shortest-edit.ts'
import type { Detail, Kind } from '../change.ts'
import { type Token, tokensOf, wordsOnly } from './compare-tokens.ts'
import { dateMentionsOf, type Mention } from './date-mentions.ts'

/** A text as it was read. Functions that read more of it are memoized by this object. */
export interface ReadText {
  readonly text: string
  /** The tokens that carry meaning. */
  readonly words: readonly Token[]
  /** The runs of `words` that are dates and times. */
  readonly dates: readonly Mention[]
}

export interface Wording extends ReadText {
  readonly claims: readonly FoundClaim[]
  /** Text, words and dates as one object, which the wordings of a sentence in several versions share. */
  readonly read: ReadText
}

export interface Comparison {
  readonly before: Wording
  readonly after: Wording
  /** The runs of words that differ: indices into `words`. */
  readonly hunks: readonly Hunk[]
  /** The claims that both sides have: indices into `claims`. */
  readonly pairs: readonly (readonly [number, number])[]
  /** 0..1: the share of words that both have, in order. */
  readonly kept: number
}

/** A kind that holds, with its evidence: spans into the two texts. */
export interface Finding {
  readonly kind: Kind
  readonly rule: string
  readonly before: Span | null
  readonly after: Span | null
  readonly detail?: Detail
  /** The claims concerned, if the rule knows them: indices into `claims`. */
  readonly pair?: readonly [number, number]
}

export type KindRule = (comparison: Comparison) => readonly Finding[]

export function wordingOf(text: string, claims: readonly FoundClaim[]): Wording {
  const statement = claims[0]?.statement
  const read = statement ? readFor(statement, text) : readText(text)
  return { ...read, read, claims }
}

function readText(text: string): ReadText {
  const words = wordsOnly(tokensOf(text))
  return { text, words, dates: dateMentionsOf(words, text) }
}

/** The text last read for a statement, because a sentence is read again for the next version and in every new tracking. */
const lastRead = new WeakMap<Statement, ReadText>()

function readFor(statement: Statement, text: string): ReadText {
  const last = lastRead.get(statement)
  if (last?.text === text) return last
  const read = readText(text)
  lastRead.set(statement, read)
  return read
}

/** The comparisons of a wording with others, the latest first: versions are compared again when others are tracked anew. */
const compared = memoizeByIdentity((_: ReadText): Comparison[] => [])
const MOST_COMPARED = 4

/** Compares two wordings of a sentence. The result for the same wordings and pairs is the same object. */
export function comparisonOf(before: Wording, after: Wording, pairs: Comparison['pairs']): Comparison {
  const list = compared(before.read)
  const known = list.find(
    (other) =>
      other.after.read === after.read &&
      sameItems(other.before.claims, before.claims) &&
      sameItems(other.after.claims, after.claims) &&
      other.pairs.length === pairs.length &&
      other.pairs.every(([i, j], n) => i === pairs[n]?.[0] && j === pairs[n]?.[1]),
  )
  if (known) return known
  const hunks =
    list.find((other) => other.after.read === after.read)?.hunks ?? shortestEdit(keysOf(before.words), keysOf(after.words))
  const deleted = hunks.reduce((sum, h) => sum + h.aTo - h.aFrom, 0)
  const total = before.words.length + after.words.length
  const kept = total === 0 ? 1 : (2 * (before.words.length - deleted)) / total
  const comparison = { before, after, hunks, pairs, kept }
  list.unshift(comparison)
  if (list.length > MOST_COMPARED) list.pop()
  return comparison
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, n) => item === b[n])

const keysOf = memoizeByIdentity((words: readonly Token[]): string[] => words.map((w) => w.key))

/** 0..1: the share of the shorter wording's words that the longer one contains, in order. */
export function containedShare({ before, after, kept }: Comparison): number {
  const [p, q] = [before.words.length, after.words.length]
  return (kept * (p + q)) / 2 / Math.max(1, Math.min(p, q))
}

/** True for a headline, a label or a line of a list: it has no final mark, and no sure verb. */
export const isLine = ({ text }: ReadText): boolean => !/[.!?…]["”’')]*\s*$/.test(text)

/** Returns the span from the first to the last of the tokens, or null if there is none. */
export function spanOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last ? [first.start, last.end] : null
}

/** Returns the words inside the hunks of one side. */
export function changedWords(comparison: Comparison, side: 'before' | 'after'): Token[] {
  const { words } = comparison[side]
  return changedPlaces(comparison, side).map((i) => words[i] as Token)
}

/** Returns the indices into `words` of the words inside the hunks of one side. */
export const changedPlaces = ({ hunks }: Comparison, side: 'before' | 'after'): readonly number[] => placesOf(hunks)[side]

const placesOf = memoizeByIdentity((hunks: readonly Hunk[]) => {
  const [before, after]: [number[], number[]] = [[], []]
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    for (let i = aFrom; i < aTo; i++) before.push(i)
    for (let j = bFrom; j < bTo; j++) after.push(j)
  }
  return { before, after }
})

/**
 * Returns the items (runs of words from `from` to `to`, ascending) that touch a hunk of their side or stand beside it, at most
 * MOST of them, so that the cost of a very long sentence stays linear.
 */
export function changedRuns<T extends { readonly from: number; readonly to: number }>(
  items: readonly T[],
  hunks: readonly Hunk[],
  side: 'before' | 'after',
): T[] {
  const found: T[] = []
  let h = 0
  for (const item of items) {
    const edges = (hunk: Hunk) => (side === 'before' ? ([hunk.aFrom, hunk.aTo] as const) : ([hunk.bFrom, hunk.bTo] as const))
    while (h < hunks.length && edges(hunks[h] as Hunk)[1] < item.from) h++
    const hunk = hunks[h]
    if (hunk && edges(hunk)[0] <= item.to && found.push(item) === MOST) break
  }
  return found
}

const MOST = 200

/**
 * Returns true if a hunk of that side changes words within the spans. A pure insertion changes nothing on the side where it is
 * empty.
 */
export function touches(comparison: Comparison, side: 'before' | 'after', spans: readonly Span[]): boolean {
  const { words } = comparison[side]
  return comparison.hunks.some((hunk) => {
    const [from, to] = side === 'before' ? [hunk.aFrom, hunk.aTo] : [hunk.bFrom, hunk.bTo]
    const [first, last] = [words[from], words[to - 1]]
    return first && last && to > from && spans.some(([start, end]) => start < last.end && first.start < end)
  })
}
