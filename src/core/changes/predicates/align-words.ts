/** The alignment of the words of two wordings: which word of one is which of the other. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { isContent } from '../../text/stems.ts'
import type { Comparison } from '../compare/comparison.ts'
import { auxiliaryOf, negatesByPrefix, rootOf } from './word-roots.ts'

export interface AlignedWords {
  /** For each word of the earlier wording its partner in the later one, or -1. */
  readonly after: Int32Array
  /** For each word of the later wording its partner in the earlier one, or -1. */
  readonly before: Int32Array
}

/** The most words left over on a side that are compared with each of the other side. */
const MOST = 60

/**
 * Aligns the words that stand on both sides in order; then, inside a replaced run and at last at any place, content words of one
 * root ("agreed" and "agree") and words of which one negates the other by its prefix ("safe" and "unsafe").
 */
export const alignedWords = memoizeByIdentity(({ before: a, after: b, hunks }: Comparison): AlignedWords => {
  const after = new Int32Array(a.words.length).fill(-1)
  const before = new Int32Array(b.words.length).fill(-1)
  const pair = (i: number, j: number) => {
    after[i] = j
    before[j] = i
  }
  let [i, j] = [0, 0]
  for (let h = 0; h <= hunks.length; h++) {
    const hunk = hunks[h]
    const end = hunk?.aFrom ?? a.words.length
    while (i < end) pair(i++, j++)
    if (hunk) [i, j] = [hunk.aTo, hunk.bTo]
  }
  const restA: number[] = []
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    for (let x = aFrom; x < aTo; x++) {
      const y = partnerIn(a.words[x]?.key ?? '', b.words, before, bFrom, bTo)
      if (y >= 0) pair(x, y)
      else if (isContent(a.words[x]?.key ?? '') && restA.length < MOST) restA.push(x)
    }
  }
  if (restA.length > 0) pairRest(restA, { before, after }, a.words, b.words)
  return { after, before }
})

/** Pairs the words left over with those that are alike at any place. */
function pairRest(restA: readonly number[], { before, after }: AlignedWords, a: Words, b: Words): void {
  const restB: number[] = []
  for (let y = 0; y < b.length && restB.length < MOST; y++) if (before[y] === -1) restB.push(y)
  for (const x of restA) {
    const key = a[x]?.key ?? ''
    const y = restB.find((k) => before[k] === -1 && isAlike(key, b[k]?.key ?? ''))
    if (y === undefined) continue
    after[x] = y
    before[y] = x
  }
}

type Words = Comparison['after']['words']

/** Returns the first free word of a run that is alike, or the last form of the same auxiliary; -1 if there is none. */
function partnerIn(key: string, words: Comparison['after']['words'], taken: Int32Array, from: number, to: number): number {
  const auxiliary = auxiliaryOf(key)
  if (auxiliary !== null) {
    for (let y = to - 1; y >= from; y--) if (taken[y] === -1 && auxiliaryOf(words[y]?.key ?? '') === auxiliary) return y
    return -1
  }
  if (!isContent(key)) return -1
  for (let y = from; y < Math.min(to, from + MOST); y++) if (taken[y] === -1 && isAlike(key, words[y]?.key ?? '')) return y
  return -1
}

const isAlike = (x: string, y: string): boolean =>
  isContent(y) && (rootOf(x) === rootOf(y) || negatesByPrefix(x, y) || negatesByPrefix(y, x))
