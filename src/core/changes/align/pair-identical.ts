/** Pairs of sentences that stand verbatim in both versions. */

/**
 * Pairs equal keys one to one: unique keys first, then repeated ones next to an existing pair (so that a repeated sentence
 * follows its neighbors), then the rest in order. `takenA` and `takenB` hold the partner of each sentence or -1; the function
 * fills them in.
 *
 *     A: "Yes." "It rained." "Yes."   B: "It rained." "Yes."   →   the second "Yes." is the one that stayed
 */
export function pairIdentical(a: readonly string[], b: readonly string[], takenA: Int32Array, takenB: Int32Array): void {
  const inA = new Places(a, takenA)
  const inB = new Places(b, takenB)
  const pair = (i: number, j: number) => {
    takenA[i] = j
    takenB[j] = i
  }
  const free = (i: number, j: number) => takenA[i] === -1 && takenB[j] === -1 && a[i] === b[j] && a[i] !== ''
  for (const [i, j] of uniquePairs(inA, inB)) pair(i, j)
  for (let i = 0; i + 1 < a.length; i++) {
    const j = takenA[i] as number
    if (j >= 0 && j + 1 < b.length && free(i + 1, j + 1)) pair(i + 1, j + 1)
  }
  for (let i = a.length - 1; i > 0; i--) {
    const j = takenA[i] as number
    if (j > 0 && free(i - 1, j - 1)) pair(i - 1, j - 1)
  }
  if (free(0, 0)) pair(0, 0)
  for (const [key, first] of inA.first) {
    let j = inB.first.get(key) ?? -1
    for (let i = first; i >= 0; i = inA.next[i] as number) {
      while (j >= 0 && takenB[j] !== -1) j = inB.next[j] as number
      if (j < 0) break
      if (takenA[i] === -1) pair(i, j)
    }
  }
}

/** Returns the places of the keys that occur once on each side. */
function uniquePairs(inA: Places, inB: Places): [number, number][] {
  return [...inA.first].flatMap(([key, i]): [number, number][] => {
    const j = inB.first.get(key)
    return j !== undefined && inA.next[i] === -1 && inB.next[j] === -1 ? [[i, j]] : []
  })
}

/** The places of each key among the open sentences: its first place, and for each place the next one of the same key or -1. */
class Places {
  readonly first = new Map<string, number>()
  readonly next: Int32Array

  constructor(keys: readonly string[], taken: Int32Array) {
    this.next = new Int32Array(keys.length).fill(-1)
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = keys[i] as string
      if (key === '' || taken[i] !== -1) continue
      this.next[i] = this.first.get(key) ?? -1
      this.first.set(key, i)
    }
  }
}
