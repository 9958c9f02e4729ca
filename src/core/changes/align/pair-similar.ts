/** Pairs sentences by similarity alone, at any place. */
import { candidates } from './candidates.ts'
import { openIn } from './gaps.ts'
import type { Pair } from './heaviest-chain.ts'
import { leastOverlap, mostSimilar, type Profile, type Profiles, similarity } from './similarity.ts'

/** The pairs found by similarity alone. */
export interface SimilarPairs {
  readonly pairs: readonly SimilarPair[]
  /** The number of pairs of open sentences among which they were found. */
  readonly choices: number
}

export interface SimilarPair {
  readonly i: number
  readonly j: number
  readonly likeness: number
}

const NO_PAIRS: SimilarPairs = { pairs: [], choices: 0 }

/**
 * Pairs the most similar open sentences first, down to `least`, except those that are `apart`. Among equals the pair nearest in
 * order wins.
 */
export function pairSimilar(
  profiles: Profiles,
  takenA: Int32Array,
  takenB: Int32Array,
  least: number,
  apart: (i: number, j: number) => boolean,
): SimilarPairs {
  const [openA, openB] = [openIn(takenA), openIn(takenB)]
  if (openA.length === 0 || openB.length === 0) return NO_PAIRS
  const pairs: SimilarPair[] = []
  for (const [n, list] of candidates(profiles, openA, openB, leastOverlap(least)).entries()) {
    const i = openA[n] as number
    const p = profiles.a[i] as Profile
    for (const j of list) {
      const q = profiles.b[j] as Profile
      if (mostSimilar(p, q) < least) continue
      const likeness = similarity(p, q, profiles.weights)
      if (likeness >= least && !apart(i, j)) pairs.push({ i, j, likeness })
    }
  }
  pairs.sort((p, q) => q.likeness - p.likeness || Math.abs(p.i - p.j) - Math.abs(q.i - q.j) || p.i - q.i || p.j - q.j)
  const made = pairs.filter(({ i, j }) => {
    if (takenA[i] !== -1 || takenB[j] !== -1) return false
    takenA[i] = j
    takenB[j] = i
    return true
  })
  return { pairs: made, choices: openA.length * openB.length }
}

/**
 * The least similarity of a pair that breaks the order: for one of two sentences, and the increase for each doubling of the
 * choices. Among many sentences one is similar by chance.
 */
const MOVED = 0.5
const CHOICE = 0.045

/** Undoes the pairs outside `stayed`, the order-preserving run, that are not similar enough to have moved. Returns them. */
export function dropUnlikelyMoves(
  { pairs, choices }: SimilarPairs,
  stayed: readonly Pair[],
  takenA: Int32Array,
  takenB: Int32Array,
): SimilarPair[] {
  const least = MOVED + CHOICE * Math.log2(choices)
  const weak = pairs.filter(({ likeness }) => likeness < least)
  if (weak.length === 0) return []
  const kept = new Set(stayed.map(({ i }) => i))
  const moved = weak.filter(({ i }) => !kept.has(i))
  for (const { i, j } of moved) {
    takenA[i] = -1
    takenB[j] = -1
  }
  return moved
}
