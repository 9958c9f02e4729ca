/** Pairs the claims of a sentence with the claims of its new wording. */
import type { FoundClaim, Span, Statement } from '../article.ts'
import { memoizeByIdentity } from '../text/memoize-by-identity.ts'
import { type Word, wordsOf } from '../text/stems.ts'

/** Claims less similar than this are different claims. */
const LEAST = 0.25

/** With more combinations than this, the claims are paired in order. */
const MOST = 2500

/** Returns the text of a claim's content, its pieces joined by a space. */
export const contentOf = (text: string, { statement }: Pick<FoundClaim, 'statement'>): string =>
  statement.content.map(([from, to]) => text.slice(from, to)).join(' ')

/** Returns the words of a claim's content, in order. */
export const contentWords = (text: string, { statement }: FoundClaim): readonly Word[] => readContent(statement, text)

const readContent = memoizeByIdentity((statement: Statement, text: string): readonly Word[] =>
  wordsOf(contentOf(text, { statement })),
)

/** Returns the spans that belong to a claim: content, source and cue. */
export const spansOf = ({ statement }: FoundClaim): readonly Span[] => [
  ...statement.content,
  ...statement.source.spans,
  ...(statement.cue?.spans ?? []),
]

/**
 * Returns pairs of indices, one to one, the most similar in content and source first. The claims of `a` stand in `textA`, those
 * of `b` in `textB`.
 */
export function pairClaims(
  textA: string,
  a: readonly FoundClaim[],
  textB: string,
  b: readonly FoundClaim[],
  least: number = LEAST,
): [number, number][] {
  if (a.length === 1 && b.length === 1) return [[0, 0]]
  if (a.length * b.length > MOST) return Array.from({ length: Math.min(a.length, b.length) }, (_, n) => [n, n])
  const wordsA = a.map((claim) => contentWords(textA, claim))
  const wordsB = b.map((claim) => contentWords(textB, claim))
  const options: { i: number; j: number; score: number }[] = []
  for (const [i, p] of a.entries()) {
    for (const [j, q] of b.entries()) {
      const alike = likeness(wordsA[i] ?? [], wordsB[j] ?? [])
      const sameVoice = (p.statement.source.kind === 'author') === (q.statement.source.kind === 'author')
      const score = alike + (sameVoice ? 0.15 : 0) + (i === j ? 0.02 : 0)
      if (alike >= least || score >= 1) options.push({ i, j, score })
    }
  }
  options.sort((p, q) => q.score - p.score || p.i - q.i || p.j - q.j)
  const [takenA, takenB] = [new Set<number>(), new Set<number>()]
  const pairs: [number, number][] = []
  for (const { i, j } of options) {
    if (takenA.has(i) || takenB.has(j)) continue
    takenA.add(i)
    takenB.add(j)
    pairs.push([i, j])
  }
  if (pairs.length === 0 && least <= LEAST && a.length > 0 && b.length > 0) pairs.push([0, 0])
  return pairs.sort((p, q) => p[0] - q[0])
}

const WEIGHT = { content: 1, number: 0.5, small: 0.15 } as const

/** 0..1: Dice's coefficient of the words; small words weigh little. */
export function likeness(a: readonly Word[], b: readonly Word[]): number {
  const [x, y] = [weighed(a), weighed(b)]
  if (x.mass + y.mass === 0) return 0
  let shared = 0
  for (const [key, weight] of x.weights) if (y.weights.has(key)) shared += weight
  return (2 * shared) / (x.mass + y.mass)
}

/** The weight of each word, and the sum of the weights. */
const weighed = memoizeByIdentity((words: readonly Word[]) => {
  const weights = new Map<string, number>()
  for (const { key, kind } of words) weights.set(key, WEIGHT[kind])
  let mass = 0
  for (const weight of weights.values()) mass += weight
  return { weights, mass }
})
