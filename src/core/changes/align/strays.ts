/** Pairs found by likeness alone, wherever the two sentences stand. */
import { candidates } from './candidates.ts'
import { leastOverlap, mostSimilar, type Profile, type Profiles, similarity } from './similarity.ts'

/** Pairs the most alike open sentences first, down to `least`. Among equals the pair nearest in order wins. */
export function pairAlike(profiles: Profiles, takenA: Int32Array, takenB: Int32Array, least: number): void {
  const open = (taken: Int32Array) => Array.from(taken.keys()).filter((k) => taken[k] === -1)
  const [openA, openB] = [open(takenA), open(takenB)]
  if (openA.length === 0 || openB.length === 0) return
  const pairs: { i: number; j: number; likeness: number }[] = []
  for (const [n, list] of candidates(profiles, openA, openB, leastOverlap(least)).entries()) {
    const i = openA[n] as number
    const p = profiles.a[i] as Profile
    for (const j of list) {
      const q = profiles.b[j] as Profile
      if (mostSimilar(p, q) < least) continue
      const likeness = similarity(p, q, profiles.weights)
      if (likeness >= least) pairs.push({ i, j, likeness })
    }
  }
  pairs.sort((p, q) => q.likeness - p.likeness || Math.abs(p.i - p.j) - Math.abs(q.i - q.j) || p.i - q.i || p.j - q.j)
  for (const { i, j } of pairs) {
    if (takenA[i] !== -1 || takenB[j] !== -1) continue
    takenA[i] = j
    takenB[j] = i
  }
}
