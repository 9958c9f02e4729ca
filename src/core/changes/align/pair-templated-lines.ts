/** Pairs templated lines: sentences that differ in names and figures alone, as the lines of a list do. */
import type { Sentence } from '../../article.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { tokensOf, wordOf } from '../../text/stems.ts'

import { isNote } from '../notes/is-note.ts'

/** A name (consecutive capitalized words) or a figure. */
interface Slot {
  readonly name: boolean
  readonly value: string
}

/** A sentence with its names and figures left open, and the values of these slots. */
interface Template {
  readonly pattern: string
  readonly slots: readonly Slot[]
}

const CAPITAL = /^\p{Lu}/u

/** "Lot 7 of the yard went for 12 crowns." → "@ # yard went # crown" with the slots Lot, 7, 12. Small words do not count. */
const templateOf = memoizeByIdentity(({ text }: Sentence): Template => {
  const pattern: string[] = []
  const slots: Slot[] = []
  let inName = false
  for (const token of tokensOf(text)) {
    const { key, kind } = wordOf(token)
    const name = kind === 'content' && CAPITAL.test(token)
    if (name && inName) {
      const slot = slots.pop()
      slots.push({ name, value: `${slot?.value} ${key}` })
    } else if (name || kind === 'number') {
      pattern.push(name ? '@' : '#')
      slots.push({ name, value: key })
    } else if (kind === 'content') pattern.push(key)
    inName = name
  }
  return { pattern: pattern.join(' '), slots }
})

/** A sentence by its index. */
interface Line extends Template {
  readonly k: number
}

/** Slots whose values together identify a line among those of its template. */
interface Key {
  readonly places: readonly number[]
  readonly names: boolean
}

type Link = readonly [number, number]

/**
 * Returns true if two sentences are different lines of one template: the identifying slots are known, and no varying name or
 * figure is in both.
 */
export type DifferentLines = (i: number, j: number) => boolean

/**
 * Pairs open templated lines, at any place, by the names or figures that identify them. `takenA` and `takenB` hold the partner
 * of each sentence or -1; the function fills them in. The best key is a set of names that no two lines share; else the key that
 * finds most lines again, with a number after its noun ("Lot 7") before an amount, and the first among equals. Linear in the
 * length of the texts.
 *
 *     "Lot 7 went for 12 crowns." "Lot 8 went for 10 crowns."
 *     "Lot 7 went for 10 crowns." "Lot 8 went for 15 crowns."   →   paired by lot
 */
export function pairTemplatedLines(
  a: readonly Sentence[],
  b: readonly Sentence[],
  takenA: Int32Array,
  takenB: Int32Array,
): DifferentLines {
  const [openA, openB] = [linesOf(a, takenA), linesOf(b, takenB)]
  const others = Map.groupBy(openB, ({ pattern }) => pattern)
  const varying = new Map<string, readonly number[]>()
  for (const [pattern, linesA] of Map.groupBy(openA, (line) => line.pattern)) {
    const linesB = others.get(pattern) ?? []
    if (linesA.length * linesB.length < 2) continue
    const lines = [...linesA, ...linesB]
    const slots = lines[0]?.slots ?? []
    const varies = [...slots.keys()].filter((place) => lines.some((line) => valueAt(line, place) !== slots[place]?.value))
    const links = bestLinks(keysOf(slots, varies), linesA, linesB)
    if (links.length > 0) varying.set(pattern, varies)
    for (const [i, j] of links) {
      takenA[i] = j
      takenB[j] = i
    }
  }
  if (varying.size === 0) return () => false
  return (i, j) => {
    const [x, y] = [templateOf(a[i] as Sentence), templateOf(b[j] as Sentence)]
    const varies = x.pattern === y.pattern ? varying.get(x.pattern) : undefined
    return varies?.every((place) => valueAt(x, place) !== valueAt(y, place)) ?? false
  }
}

const valueAt = ({ slots }: Template, place: number): string => slots[place]?.value ?? ''

/** Returns the keys that may identify lines, by descending preference: all names, each name, each label, each amount. */
function keysOf(slots: readonly Slot[], varies: readonly number[]): Key[] {
  const names = varies.filter((place) => slots[place]?.name)
  const figures = varies.filter((place) => !slots[place]?.name)
  // A label is a number after a name that does not vary.
  const varying = new Set(varies)
  const isLabel = (place: number) => (slots[place - 1]?.name ?? false) && !varying.has(place - 1)
  return [
    ...(names.length > 1 ? [{ places: names, names: true }] : []),
    ...names.map((place) => ({ places: [place], names: true })),
    ...figures.filter(isLabel).map((place) => ({ places: [place], names: false })),
    ...figures.filter((place) => !isLabel(place)).map((place) => ({ places: [place], names: false })),
  ]
}

/**
 * Returns the pairs by the best key. There are none if it finds fewer than half of the lines again and no name identifies each
 * line.
 */
function bestLinks(keys: readonly Key[], a: readonly Line[], b: readonly Line[]): readonly Link[] {
  let best: { links: readonly Link[]; sure: boolean } = { links: [], sure: false }
  for (const { places, names } of keys) {
    const keyValue = (line: Line) => places.map((place) => valueAt(line, place)).join('\n')
    const [uniqueA, uniqueB] = [uniqueValues(a, keyValue), uniqueValues(b, keyValue)]
    const links = [...uniqueA].flatMap(([value, i]): Link[] => {
      const j = uniqueB.get(value)
      return j === undefined ? [] : [[i, j]]
    })
    const sure = names && links.length > 0 && uniqueA.size === a.length && uniqueB.size === b.length
    if (!sure && 2 * links.length < Math.min(a.length, b.length)) continue
    if (sure === best.sure ? links.length > best.links.length : sure) best = { links, sure }
  }
  return best.links
}

/** Returns the values that only one of the lines has, each with the index of the line. */
function uniqueValues(lines: readonly Line[], keyValue: (line: Line) => string): Map<string, number> {
  const found = new Map<string, number>()
  const again = new Set<string>()
  for (const line of lines) {
    const value = keyValue(line)
    if (found.has(value)) again.add(value)
    found.set(value, line.k)
  }
  for (const value of again) found.delete(value)
  return found
}

const linesOf = (sentences: readonly Sentence[], taken: Int32Array): Line[] =>
  sentences.flatMap((sentence, k) => (taken[k] === -1 && !isNote(sentence) ? [{ k, ...templateOf(sentence) }] : []))
