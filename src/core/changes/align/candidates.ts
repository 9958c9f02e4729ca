/** Which sentences are worth comparing: those that share a rare word, so that long documents stay near-linear. */
import type { Profiles } from './similarity.ts'

/** The weightiest words of a sentence that are looked up, and the most sentences followed for each. */
const WORDS = 8
const POSTINGS = 12

/** For each of the open sentences of A, in their order, the open sentences of B that share one of its weightiest words. */
export function candidates(profiles: Profiles, openA: readonly number[], openB: readonly number[]): number[][] {
  const postings: (number[] | undefined)[] = new Array(profiles.weights.length)
  for (const j of openB) {
    for (const id of profiles.b[j]?.words ?? []) {
      const list = postings[id]
      if (list) list.push(j)
      else postings[id] = [j]
    }
  }
  const lastFound = new Int32Array(profiles.b.length).fill(-1)
  return openA.map((i) => {
    const found: number[] = []
    let looked = 0
    for (const id of profiles.a[i]?.words ?? []) {
      const list = postings[id]
      if (!list) continue
      // A word that stands everywhere tells nothing; of a common one the sentences nearest in order are followed.
      const from = list.length <= POSTINGS ? 0 : Math.max(0, Math.min(list.length - POSTINGS, nearest(list, i) - POSTINGS / 2))
      for (let k = from; k < Math.min(list.length, from + POSTINGS); k++) {
        const j = list[k] as number
        if (lastFound[j] === i) continue
        lastFound[j] = i
        found.push(j)
      }
      if (++looked === WORDS) break
    }
    return found
  })
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
