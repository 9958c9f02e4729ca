/** The shortest edit script between two sequences. */

/** A replacement: a[aFrom..aTo) became b[bFrom..bTo). One side may be empty, never both. */
export interface Hunk {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Beyond this many edits the rest counts as replaced, so that the time stays bounded for any two sequences. */
const MOST_EDITS = 600

/**
 * Returns the hunks in which `b` differs from `a`, in order (Myers 1986, "An O(ND) difference algorithm and its variations",
 * greedy, with a bound on D). Elements are compared with ===.
 */
export function shortestEdit<T>(a: readonly T[], b: readonly T[]): Hunk[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  if (start === endA && start === endB) return []
  const whole: Hunk = { aFrom: start, aTo: endA, bFrom: start, bTo: endB }
  if (start === endA || start === endB) return [whole]
  return shortest(a, b, whole) ?? [whole]
}

/** Returns the hunks of a shortest edit script within `whole`, or null if it needs more than MOST_EDITS edits. */
function shortest<T>(a: readonly T[], b: readonly T[], whole: Hunk): Hunk[] | null {
  const { aFrom, bFrom } = whole
  const [lengthA, lengthB] = [whole.aTo - aFrom, whole.bTo - bFrom]
  const most = Math.min(lengthA + lengthB, MOST_EDITS)
  /** The position along `a` that each diagonal k = x - y reaches, at `k + most + 1`. */
  const reach = new Int32Array(2 * most + 3)
  /** The same after each number of edits d: d + 1 diagonals from -d on, every second one. */
  const trace: number[] = []
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const at = k + most + 1
      const [left, right] = [reach[at - 1] as number, reach[at + 1] as number]
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      while (x < lengthA && x - k < lengthB && a[aFrom + x] === b[bFrom + x - k]) x++
      reach[at] = x
      if (x >= lengthA && x - k >= lengthB) return backtrack(trace, d, whole)
      trace.push(x)
    }
  }
  return null
}

/** Returns the hunks along the path that reached the end of `whole` with `edits` edits. */
function backtrack(trace: readonly number[], edits: number, { aFrom, aTo, bFrom, bTo }: Hunk): Hunk[] {
  const hunks: Hunk[] = []
  let [x, y] = [aTo - aFrom, bTo - bFrom]
  /** The end of the hunk that is being traversed. */
  let [endX, endY] = [-1, -1]
  for (let d = edits; d >= 0; d--) {
    const reached = (k: number) => trace[((d - 1) * d) / 2 + (k + d - 1) / 2] as number
    const k = x - y
    const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1))
    const fromX = d === 0 ? 0 : down ? reached(k + 1) : reached(k - 1)
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    const common = d === 0 ? x : x - (down ? fromX : fromX + 1)
    if (common > 0 && endX >= 0) {
      hunks.push({ aFrom: aFrom + x, aTo: aFrom + endX, bFrom: bFrom + y, bTo: bFrom + endY })
      endX = -1
    }
    if (endX < 0) [endX, endY] = [x - common, y - common]
    ;[x, y] = [fromX, fromY]
  }
  if (endX + endY > 0) hunks.push({ aFrom, aTo: aFrom + endX, bFrom, bTo: bFrom + endY })
  return hunks.reverse()
}
