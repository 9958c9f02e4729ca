/** Pairs of sentences that stand verbatim in both versions. */

/**
 * Pairs of equal keys, one-to-one. Unique keys first; then repeated ones next to a pair already made (so that a repeated
 * sentence follows its neighbours), then the rest in order. `takenA` and `takenB` hold the partner of each sentence or -1 and are
 * filled in.
 *
 *     A: "Yes." "It rained." "Yes."   B: "It rained." "Yes."   →   the second "Yes." is the one that stayed
 */
export function pairIdentical(a: readonly string[], b: readonly string[], takenA: Int32Array, takenB: Int32Array): void {
  const places = (keys: readonly string[], taken: Int32Array) => {
    const map = new Map<string, number[]>()
    for (const [i, key] of keys.entries()) {
      if (key === '' || taken[i] !== -1) continue
      const list = map.get(key)
      if (list) list.push(i)
      else map.set(key, [i])
    }
    return map
  }
  const pair = (i: number, j: number) => {
    takenA[i] = j
    takenB[j] = i
  }
  const free = (i: number, j: number) => takenA[i] === -1 && takenB[j] === -1 && a[i] === b[j] && a[i] !== ''
  const inA = places(a, takenA)
  const inB = places(b, takenB)
  for (const [key, [i, ...more]] of inA) {
    const there = inB.get(key)
    if (i !== undefined && more.length === 0 && there?.length === 1) pair(i, there[0] as number)
  }
  for (let i = 0; i + 1 < a.length; i++) {
    const j = takenA[i] as number
    if (j >= 0 && j + 1 < b.length && free(i + 1, j + 1)) pair(i + 1, j + 1)
  }
  for (let i = a.length - 1; i > 0; i--) {
    const j = takenA[i] as number
    if (j > 0 && free(i - 1, j - 1)) pair(i - 1, j - 1)
  }
  if (free(0, 0)) pair(0, 0)
  for (const [key, list] of inA) {
    const there = (inB.get(key) ?? []).filter((j) => takenB[j] === -1)
    let next = 0
    for (const i of list) {
      const j = there[next]
      if (j === undefined) break
      if (takenA[i] === -1) {
        pair(i, j)
        next++
      }
    }
  }
}
