/** Candidate pairs of sentences that share a rare word, so that the work for long documents stays near-linear. */
import type { Profile, Profiles } from './similarity.ts'

/** The most words looked up for a sentence, the weightiest first, and the most sentences followed for each. */
const WORDS = 8
const POSTINGS = 12

/**
 * Returns for each open sentence of A, in order, the open sentences of B that share one of its weightiest words. If only those
 * that share at least `overlap` (0..1) of its weight are sought, the look-up ends as soon as the remaining words weigh less
 * (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export function candidates(profiles: Profiles, openA: readonly number[], openB: readonly number[], overlap = 0): number[][] {
  const { from, list } = postingsOf(profiles, openB)
  const lastFound = new Int32Array(profiles.b.length).fill(-1)
  return openA.map((i) => {
    const found: number[] = []
    const { words, mass } = profiles.a[i] as Profile
    let looked = 0
    let passed = 0
    for (let n = 0; n < words.length && passed <= (1 - overlap) * mass; n++) {
      const id = words[n] as number
      passed += profiles.weights[id] as number
      const [first, end] = [from[id] as number, from[id + 1] as number]
      if (first === end) continue
      // A word of every sentence carries no information. For a common word the sentences nearest in order are followed.
      const start = end - first <= POSTINGS ? first : nearest(list, i, first, end - POSTINGS)
      for (let k = start; k < Math.min(end, start + POSTINGS); k++) {
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

/** Returns for each word the open sentences of B that contain it: `list` from `from[id]` to `from[id + 1]`, ascending. */
function postingsOf(profiles: Profiles, openB: readonly number[]): { from: Int32Array; list: Int32Array } {
  const from = new Int32Array(profiles.weights.length + 2)
  const wordsOf = (j: number) => profiles.b[j]?.words ?? NOTHING
  for (const j of openB) for (const id of wordsOf(j)) from[id + 2] = (from[id + 2] as number) + 1
  for (let id = 2; id < from.length; id++) from[id] = (from[id] as number) + (from[id - 1] as number)
  const list = new Int32Array(from[from.length - 1] as number)
  // At first from[id + 1] is the start of the list of `id`; when the list is filled, it is its end.
  for (const j of openB) {
    for (const id of wordsOf(j)) {
      const at = from[id + 1] as number
      list[at] = j
      from[id + 1] = at + 1
    }
  }
  return { from, list }
}

const NOTHING = new Int32Array(0)

/** Returns where in a part of `sorted` the values around `value` begin: half of them before it, but not beyond `last`. */
function nearest(sorted: Int32Array, value: number, first: number, last: number): number {
  let [low, high] = [first, last + POSTINGS]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return Math.max(first, Math.min(last, low - POSTINGS / 2))
}
