/** Runs of sentences that hold the same text cut differently: by another engine, or because a paragraph ends elsewhere. */
import type { Sentence } from '../../article.ts'

/** The runs by the first sentence of each in A, with their indices in A and in B, ascending. */
export type Recut = ReadonlyMap<number, Run>

export interface Run {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * The places where a sentence may be cut: after a mark and before white space, at a line end, after a mark of a script without
 * spaces.
 */
const CUT = /(?<=[^\p{L}\p{N}\s,–—-])\s|\n|(?<=[。！？])(?!$)|(?<=[\p{L}\p{N}][.!?])(?=\p{Lu}\p{Ll}+\s)/gu

/** The most places tried in a sentence, and for each the most beginnings tried in the other version. */
const MOST_CUTS = 12
const MOST_BEGINNINGS = 8
/** The total effort is limited to this many steps a sentence. */
const EFFORT = 50

const NONE: Recut = new Map()

/**
 * Pairs runs of open sentences of `a` and of `b` whose text is the same, white space aside. Fills in `takenA` and `takenB`: the
 * runs' first sentences become partners, the others get -2. Linear in the length of the texts.
 *
 *     A: "“We came. We saw,” she said."   B: "“We came." "We saw,” she said."
 */
export function pairRecut(a: readonly string[], b: readonly string[], takenA: Int32Array, takenB: Int32Array): Recut {
  const [inA, inB] = [new Set(a), new Set(b)]
  // A sentence that stands verbatim in both versions begins no run.
  const cuttable = (list: readonly string[], there: ReadonlySet<string>, taken: Int32Array) =>
    [...list.keys()].filter(
      (k) => taken[k] === -1 && !there.has(list[k] as string) && cutsOf(list[k] as string).next().done === false,
    )
  const [fromA, fromB] = [cuttable(a, inB, takenA), cuttable(b, inA, takenB)]
  if (fromA.length + fromB.length === 0 && unfinished(a).length + unfinished(b).length === 0) return NONE
  const found = new Map<number, Run>()
  const [plainA, plainB] = [a.map(squeezed), b.map(squeezed)]
  let effort = EFFORT * (a.length + b.length)

  /**
   * Returns the run that begins with these two sentences. The rest of the longer one is followed on the other side until both
   * end.
   */
  const runFrom = (i: number, j: number): Run | null => {
    let [x, y] = [plainA[i] as string, plainB[j] as string]
    let [nextA, nextB] = [i + 1, j + 1]
    for (; effort > 0; effort--) {
      const least = Math.min(x.length, y.length)
      if (x.length < y.length ? !y.startsWith(x) : !x.startsWith(y)) return null
      ;[x, y] = [x.slice(least).trimStart(), y.slice(least).trimStart()]
      if (x === '' && y === '') return { before: range(i, nextA), after: range(j, nextB) }
      if (x === '') {
        if (takenA[nextA] !== -1) return null
        x = plainA[nextA++] as string
      } else {
        if (takenB[nextB] !== -1) return null
        y = plainB[nextB++] as string
      }
    }
    return null
  }
  const take = (run: Run) => {
    const [i, j] = [run.before[0] as number, run.after[0] as number]
    for (const k of run.before) takenA[k] = -2
    for (const k of run.after) takenB[k] = -2
    takenA[i] = j
    takenB[j] = i
    found.set(i, run)
  }
  const search = (from: readonly number[], own: readonly string[], others: readonly string[], inOwn: boolean) => {
    if (from.length === 0) return
    const beginnings = Map.groupBy(others.keys(), (k) => others[k] as string)
    for (const k of from) {
      const text = own[k] as string
      let cuts = 0
      for (const { index } of cutsOf(text)) {
        if ((inOwn ? takenA : takenB)[k] !== -1 || cuts++ === MOST_CUTS) break
        for (const other of (beginnings.get(text.slice(0, index)) ?? []).slice(0, MOST_BEGINNINGS)) {
          const [i, j] = inOwn ? [k, other] : [other, k]
          const run = takenA[i] === -1 && takenB[j] === -1 ? runFrom(i, j) : null
          if (!run) continue
          take(run)
          break
        }
      }
    }
  }
  // While the two texts are the same from the beginning, no search is needed.
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const run = plainA[i] === plainB[j] ? null : runFrom(i, j)
    if (run) take(run)
    else if (plainA[i] !== plainB[j]) break
    i += run?.before.length ?? 1
    j += run?.after.length ?? 1
  }
  // A line that ends inside a sentence.
  for (const [lines, wholes, inA] of [
    [plainA, plainB, true],
    [plainB, plainA, false],
  ] as const) {
    for (const k of unfinished(lines)) {
      const whole = wholes.findIndex((text) => text.startsWith(`${lines[k]} `))
      const [i, j] = inA ? [k, whole] : [whole, k]
      const run = whole >= 0 && takenA[i] === -1 && takenB[j] === -1 ? runFrom(i, j) : null
      if (run) take(run)
    }
  }
  search(fromA, plainA, plainB, true)
  search(fromB, plainB, plainA, false)
  return found
}

/** Returns the texts of the sentences of both versions that stand in such runs. */
export function recutTexts(a: readonly Sentence[], b: readonly Sentence[]): ReadonlySet<string> {
  const textsOf = (sentences: readonly Sentence[]) => sentences.flatMap(({ zone, text }) => (zone === 'headline' ? [] : [text]))
  const [x, y] = [textsOf(a), textsOf(b)]
  const runs = pairRecut(x, y, new Int32Array(x.length).fill(-1), new Int32Array(y.length).fill(-1)).values()
  return new Set([...runs].flatMap(({ before, after }) => [...before.map((i) => x[i] ?? ''), ...after.map((j) => y[j] ?? '')]))
}

/** Returns the pairs of sentences of a run that share some of its text: at most as many as it has sentences. */
export function sharing({ before, after }: Run, a: readonly Sentence[], b: readonly Sentence[]): [number, number][] {
  const lengthOf = (sentence: Sentence | undefined) => sentence?.text.replace(/\s+/g, '').length ?? 0
  const pairs: [number, number][] = []
  let [m, n] = [0, 0]
  // The length by which the text of A was followed further than that of B, up to the ends of the present two sentences.
  let ahead = lengthOf(a[before[0] ?? 0]) - lengthOf(b[after[0] ?? 0])
  while (m < before.length && n < after.length) {
    pairs.push([before[m] as number, after[n] as number])
    const [nextA, nextB] = [ahead <= 0, ahead >= 0]
    if (nextA) ahead += lengthOf(a[before[++m] ?? -1])
    if (nextB) ahead -= lengthOf(b[after[++n] ?? -1])
  }
  return pairs
}

/** The most lines without a final mark that are looked for in longer sentences. */
const MOST_UNFINISHED = 8

const unfinished = (texts: readonly string[]): number[] =>
  [...texts.keys()].filter((k) => /[\p{L}\p{N},]$/u.test(texts[k] as string)).slice(0, MOST_UNFINISHED)

const cutsOf = (text: string) => text.matchAll(CUT)

/** Without quotation marks: one mark more or less may join or part sentences. */
const squeezed = (text: string): string =>
  /\s\s|[^\S ]|["“”]/.test(text) ? text.replace(/["“”]/g, '').replace(/\s+/g, ' ').trim() : text

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n)
