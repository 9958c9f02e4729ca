/**
 * Keeps apart what a site changed from what a newer reader, or other selectors, read otherwise: a three-way merge by paragraphs (diff3)
 * of the text as it was stored, the text that today's reader finds in the bytes of that time, and the text that it finds now.
 */

/** Longer texts are not merged: the table of the comparison would be too large. */
const MOST_PARAGRAPHS = 1500

export interface PageText {
  readonly title: string
  readonly byline: string | null
  readonly body: string
}

export interface Merged {
  readonly text: PageText
  /** How many paragraphs of the bytes of that time today's reader reads otherwise, the title and the byline included. */
  readonly otherwise: number
}

/** `stored` with what changed from `then` to `now`; null where today's reader reads the bytes of that time as they were stored. */
export function withoutDrift(stored: PageText, then: PageText, now: PageText): Merged | null {
  const [a, b, c] = [stored, then, now].map(({ body }) => body.split('\n\n')) as [string[], string[], string[]]
  if ([a, b, c].some(({ length }) => length > MOST_PARAGRAPHS)) return null
  const kept = common(a, b)
  const heads = (['title', 'byline'] as const).filter((name) => stored[name] !== then[name]).length
  const otherwise = heads + (a.length - kept.length) + (b.length - kept.length)
  if (otherwise === 0) return null
  const pick = <Name extends 'title' | 'byline'>(name: Name) => (then[name] === now[name] ? stored[name] : now[name])
  return { text: { title: pick('title'), byline: pick('byline'), body: merged(a, b, c, kept).join('\n\n') }, otherwise }
}

type Pair = readonly [left: number, right: number]

/** The paragraphs of `a` with the changes from `b` to `c`; those that `a` and `b` have in common are the anchors. */
function merged(a: readonly string[], b: readonly string[], c: readonly string[], kept: readonly Pair[]): string[] {
  const inA = new Map(kept.map(([left, right]) => [right, left]))
  const removed = new Set<number>()
  const added = new Map<number, string[]>()
  let [i, j] = [0, 0]
  for (const [left, right] of [...common(b, c), [b.length, c.length] as const]) {
    const gone = Array.from({ length: left - i }, (_, n) => i + n)
    const came = c.slice(j, right)
    const known = gone.flatMap((n) => inA.get(n) ?? [])
    for (const n of known) removed.add(n)
    // A paragraph that only today's reader reads was never stored, so its change changes nothing that is stored.
    if (came.length > 0 && (gone.length === 0 || known.length > 0)) {
      const at = known[0] ?? placeAfter(inA, i)
      added.set(at, [...(added.get(at) ?? []), ...came])
    }
    ;[i, j] = [left + 1, right + 1]
  }
  const out: string[] = []
  for (let n = 0; n <= a.length; n++) {
    out.push(...(added.get(n) ?? []))
    const paragraph = a[n]
    if (paragraph !== undefined && !removed.has(n)) out.push(paragraph)
  }
  return out
}

/** Where something stands in `a` that came before the paragraph `i` of `b`: behind the last anchor before it. */
function placeAfter(inA: ReadonlyMap<number, number>, i: number): number {
  for (let n = i - 1; n >= 0; n--) {
    const anchor = inA.get(n)
    if (anchor !== undefined) return anchor + 1
  }
  return 0
}

/** The longest common subsequence of two lists, as pairs of indexes. */
function common(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const next = lengths[(i + 1) * width + j + 1] ?? 0
      lengths[i * width + j] =
        a[i] === b[j] ? next + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}
