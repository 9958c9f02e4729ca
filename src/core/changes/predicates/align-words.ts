/** The alignment of the words of two wordings: which word of one is which of the other. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { isContent } from '../../text/stems.ts'
import type { Token } from '../compare/compare-tokens.ts'
import type { Comparison } from '../compare/comparison.ts'
import { auxiliaryOf, negatesByPrefix, rootOf } from './word-roots.ts'

export interface AlignedWords {
  /** For each word of the earlier wording its partner in the later one, or -1. */
  readonly after: Int32Array
  /** For each word of the later wording its partner in the earlier one, or -1. */
  readonly before: Int32Array
}

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
  for (const hunk of [...hunks, END]) {
    while (i < Math.min(hunk.aFrom, a.words.length)) pair(i++, j++)
    ;[i, j] = [hunk.aTo, hunk.bTo]
  }
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    pairAlike(range(aFrom, aTo), range(bFrom, bTo), a.words, b.words, before, pair)
  }
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    for (let i = aFrom; i < aTo; i++) {
      const auxiliary = after[i] === -1 ? auxiliaryOf(a.words[i]?.key ?? '') : null
      const j =
        auxiliary && range(bFrom, bTo).findLast((k) => before[k] === -1 && auxiliaryOf(b.words[k]?.key ?? '') === auxiliary)
      if (typeof j === 'number') pair(i, j)
    }
  }
  const [restA, restB] = [after, before].map((partners) => [...partners.keys()].filter((k) => partners[k] === -1))
  pairAlike(restA ?? [], restB ?? [], a.words, b.words, before, pair)
  return { after, before }
})

const END = { aFrom: Number.POSITIVE_INFINITY, aTo: 0, bFrom: 0, bTo: 0 }
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)

/** The most words of a side that are searched for a word of opposite prefix. */
const MOST = 60

/** Pairs the free words of two lists that are alike, in order. */
function pairAlike(
  listA: readonly number[],
  listB: readonly number[],
  a: readonly Token[],
  b: readonly Token[],
  before: Int32Array,
  pair: (i: number, j: number) => void,
): void {
  if (listA.length === 0 || listB.length === 0) return
  const byRoot = Map.groupBy(
    listB.filter((j) => before[j] === -1),
    (j) => rootOf(b[j]?.key ?? ''),
  )
  const left: number[] = []
  for (const i of listA) {
    const key = a[i]?.key ?? ''
    if (!isContent(key)) continue
    const j = byRoot.get(rootOf(key))?.find((k) => before[k] === -1)
    if (j === undefined) left.push(i)
    else pair(i, j)
  }
  for (const i of left.slice(0, MOST)) {
    const x = a[i]?.key ?? ''
    const j = listB.slice(0, MOST).find((k) => {
      const y = b[k]?.key ?? ''
      return before[k] === -1 && (negatesByPrefix(x, y) || negatesByPrefix(y, x))
    })
    if (j !== undefined) pair(i, j)
  }
}
