/** The heaviest chain of pairs (i, j) in which both indices increase. */

export interface Pair {
  readonly i: number
  readonly j: number
  readonly weight: number
}

/**
 * Returns the heaviest chain in which both indices strictly increase, with `bonus` for each pair that directly follows its
 * predecessor (i + 1, j + 1). This is a longest increasing subsequence with weights, by a Fenwick tree of prefix maxima: O(n
 * log n). Among equal chains the one whose pairs come first wins. Pairs with a weight of 0 or less are ignored.
 */
export function heaviestChain(pairs: readonly Pair[], bonus = 0): Pair[] {
  const list = pairs.filter((p) => p.weight > 0).sort((p, q) => p.i - q.i || q.j - p.j)
  const columns = list.reduce((most, p) => Math.max(most, p.j), -1) + 1
  const total = new Float64Array(list.length)
  const previous = new Int32Array(list.length).fill(-1)
  const tree = new Int32Array(columns + 1).fill(-1)
  const at = new Map<number, number>()
  const better = (x: number, y: number) => y < 0 || (x >= 0 && (total[x] as number) > (total[y] as number))
  let end = -1
  for (const [n, { i, j, weight }] of list.entries()) {
    let best = -1
    for (let k = j; k > 0; k -= k & -k) {
      const x = tree[k] as number
      if (x >= 0 && better(x, best)) best = x
    }
    let reached = best < 0 ? 0 : (total[best] as number)
    const before = bonus > 0 && j > 0 ? at.get((i - 1) * columns + j - 1) : undefined
    if (before !== undefined && (total[before] as number) + bonus > reached) {
      best = before
      reached = (total[before] as number) + bonus
    }
    total[n] = reached + weight
    previous[n] = best
    if (bonus > 0) at.set(i * columns + j, n)
    for (let k = j + 1; k <= columns; k += k & -k) if (better(n, tree[k] as number)) tree[k] = n
    if (better(n, end)) end = n
  }
  const chain: Pair[] = []
  for (let n = end; n >= 0; n = previous[n] as number) chain.push(list[n] as Pair)
  return chain.reverse()
}
