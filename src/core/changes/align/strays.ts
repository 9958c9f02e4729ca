/** Pairs found by likeness alone, wherever the two sentences stand. */
import { candidates } from './candidates.ts'
import { type Profiles, similarity } from './similarity.ts'

/** Pairs the most alike open sentences first, down to `least`. Among equals the pair nearest in order wins. */
export function pairAlike(profiles: Profiles, takenA: Int32Array, takenB: Int32Array, least: number): void {
  const open = (taken: Int32Array) => Array.from(taken.keys()).filter((k) => taken[k] === -1)
  const pairs: { i: number; j: number; likeness: number }[] = []
  for (const [i, list] of candidates(profiles, open(takenA), open(takenB))) {
    for (const j of list) {
      const p = profiles.a[i]
      const q = profiles.b[j]
      const likeness = p && q ? similarity(p, q, profiles.weights) : 0
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
