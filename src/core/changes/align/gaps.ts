/** Alignment inside the gaps between sentences that stayed. There order is evidence, and a weak similarity is enough. */
import { shares } from '../../text/set-similarity.ts'
import { candidates } from './candidates.ts'
import { heaviestChain, type Pair } from './heaviest-chain.ts'
import { type Profiles, similarity } from './similarity.ts'

/** The cost of a pair: a better one beats a removal and an addition. */
const COST = 0.345
/** The bonus of a pair directly after another pair, or beside the edge of the gap. */
const FOLLOWS = 0.1
const EDGE = 0.11
/** The bonus of a pair in a gap with as many sentences on both sides: they were probably rewritten one by one. */
const EVEN = 0.12
/**
 * The penalty of two sentences with different names if a name of one stands in another sentence of the gap. Their place is no
 * evidence.
 */
const OTHER_NAMES = 0.1
/** Gaps with up to this many pairs are compared completely. */
const WHOLE = 1024
/** In larger gaps, sentences this near to the diagonal are compared, besides those that share rare words. */
const BAND = 2

export interface Gap {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** Evidence against pairs by the texts of the sentences; computed on demand. */
export interface Texts {
  /** True if the two cannot be one: a note of the newsroom and a sentence of the story. */
  readonly apart: (i: number, j: number) => boolean
  /** The names in a sentence. */
  readonly namesA: (i: number) => ReadonlySet<string>
  readonly namesB: (j: number) => ReadonlySet<string>
}

/** Returns the runs of open sentences between consecutive anchors (pairs whose indices both increase). */
export function gapsBetween(anchors: readonly Pair[], takenA: Int32Array, takenB: Int32Array): Gap[] {
  const gaps: Gap[] = []
  let [i, j] = [0, 0]
  for (const anchor of [...anchors, { i: takenA.length, j: takenB.length }]) {
    const gap = { a: openIn(takenA, i, anchor.i), b: openIn(takenB, j, anchor.j) }
    if (gap.a.length > 0 && gap.b.length > 0) gaps.push(gap)
    i = anchor.i + 1
    j = anchor.j + 1
  }
  return gaps
}

/** Returns the open sentences: all, or those in [from, to). */
export function openIn(taken: Int32Array, from = 0, to = taken.length): number[] {
  const list: number[] = []
  for (let k = from; k < to; k++) if (taken[k] === -1) list.push(k)
  return list
}

/** Returns the best order-preserving pairing of a gap's sentences. */
export function alignGap({ a, b }: Gap, profiles: Profiles, texts: Texts): Pair[] {
  const even = a.length === b.length
  const pairs: Pair[] = []
  const [namesA, namesB] = [a.map(texts.namesA), b.map(texts.namesB)]
  const [namedInA, namedInB] = [new Set(namesA.flatMap((names) => [...names])), new Set(namesB.flatMap((names) => [...names]))]
  const haveOtherNames = (x: number, y: number): boolean => {
    const [m, n] = [namesA[x] as ReadonlySet<string>, namesB[y] as ReadonlySet<string>]
    return m.size > 0 && n.size > 0 && !shares(m, n) && (shares(m, namedInB) || shares(n, namedInA))
  }
  const consider = (x: number, y: number) => {
    const p = profiles.a[a[x] as number]
    const q = profiles.b[b[y] as number]
    if (!p || !q) return
    let weight = similarity(p, q, profiles.weights) - COST
    const edge = (x === 0 && y === 0) || (x === a.length - 1 && y === b.length - 1) ? EDGE : 0
    const place = edge + (even && x === y ? EVEN : 0)
    weight += haveOtherNames(x, y) ? -OTHER_NAMES : place
    if (weight > 0 && !texts.apart(a[x] as number, b[y] as number)) pairs.push({ i: x, j: y, weight })
  }
  if (a.length * b.length <= WHOLE) {
    for (const x of a.keys()) for (const y of b.keys()) consider(x, y)
  } else {
    const place = new Map(b.map((j, y) => [j, y]))
    const rare = candidates(profiles, a, b)
    for (const x of a.keys()) {
      const middle = Math.round((x * b.length) / a.length)
      const near = new Set<number>()
      for (let y = Math.max(0, middle - BAND); y <= Math.min(b.length - 1, middle + BAND); y++) near.add(y)
      for (const j of rare[x] ?? []) near.add(place.get(j) as number)
      for (const y of near) consider(x, y)
    }
  }
  return heaviestChain(pairs, FOLLOWS).map(({ i, j, weight }) => ({ i: a[i] as number, j: b[j] as number, weight }))
}
