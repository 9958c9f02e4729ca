/** Which sentences are worth comparing: those that share a rare word, so that long documents stay near-linear. */
import type { Profiles } from './similarity.ts'

/** The rarest words of a sentence that are looked up, and the most sentences followed for each. */
const WORDS = 8
const POSTINGS = 12

/** For each open sentence of A the open sentences of B (ascending) that share one of its rarest words. */
export function candidates(profiles: Profiles, openA: readonly number[], openB: readonly number[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (const j of openB) {
    for (const id of profiles.b[j]?.words ?? []) {
      const list = postings.get(id)
      if (list) list.push(j)
      else postings.set(id, [j])
    }
  }
  const found = new Map<number, number[]>()
  for (const i of openA) {
    const known = Array.from(profiles.a[i]?.words ?? []).filter((id) => postings.has(id))
    known.sort((x, y) => (profiles.weights[y] as number) - (profiles.weights[x] as number) || x - y)
    const set = new Set<number>()
    for (const id of known.slice(0, WORDS)) {
      const list = postings.get(id) as number[]
      // A word that stands everywhere tells nothing; of a common one the sentences nearest in order are followed.
      const from = list.length <= POSTINGS ? 0 : Math.max(0, Math.min(list.length - POSTINGS, nearest(list, i) - POSTINGS / 2))
      for (let k = from; k < Math.min(list.length, from + POSTINGS); k++) set.add(list[k] as number)
    }
    found.set(
      i,
      Array.from(set).sort((x, y) => x - y),
    )
  }
  return found
}

/** The index of the first element that is not below `value`. */
function nearest(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
