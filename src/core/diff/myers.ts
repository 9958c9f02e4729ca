/** The shortest edit script between two sequences. */

/** What was replaced: a[aFrom..aTo) became b[bFrom..bTo). One side may be empty, never both. */
export interface Hunk {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Beyond this many edits the rest counts as replaced: the time stays bounded however different the sequences are. */
const MOST_EDITS = 600

/**
 * The hunks in which `b` differs from `a`, in order (Myers 1986, "An O(ND) difference algorithm and its variations", greedy, with a
 * bound on D). Elements are compared with ===.
 */
export function diff<T>(a: readonly T[], b: readonly T[]): Hunk[] {
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
  const matches = commonElements(a.slice(start, endA), b.slice(start, endB))
  return matches ? hunksBetween(matches, whole) : [whole]
}

/** The matched indices of a longest common subsequence, or null if it takes more than MOST_EDITS edits. */
function commonElements<T>(a: readonly T[], b: readonly T[]): [number, number][] | null {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const reach = new Int32Array(2 * most + 3)
  const centre = most + 1
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(centre - d - 1, centre + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[centre + k - 1] as number) < (reach[centre + k + 1] as number))
      let x = down ? (reach[centre + k + 1] as number) : (reach[centre + k - 1] as number) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[centre + k] = x
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length)
    }
  }
  return null
}

function backtrack(trace: readonly Int32Array[], lengthA: number, lengthB: number): [number, number][] {
  const matches: [number, number][] = []
  let [x, y] = [lengthA, lengthB]
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] as Int32Array
    const at = (k: number) => reach[k + d + 1] as number
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = d === 0 ? 0 : at(down ? k + 1 : k - 1)
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    const diagonalX = d === 0 ? 0 : down ? fromX : fromX + 1
    while (x > diagonalX) matches.push([--x, --y])
    ;[x, y] = [fromX, fromY]
  }
  return matches.reverse()
}

function hunksBetween(matches: readonly (readonly [number, number])[], whole: Hunk): Hunk[] {
  const hunks: Hunk[] = []
  let [i, j] = [whole.aFrom, whole.bFrom]
  const close = (x: number, y: number) => {
    if (x > i || y > j) hunks.push({ aFrom: i, aTo: x, bFrom: j, bTo: y })
  }
  for (const [x, y] of matches) {
    close(x + whole.aFrom, y + whole.bFrom)
    ;[i, j] = [x + whole.aFrom + 1, y + whole.bFrom + 1]
  }
  close(whole.aTo, whole.bTo)
  return hunks
}
