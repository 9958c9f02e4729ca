/** The matter of two wordings: names, figures, dates, content words, and the part that only one of them has. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { diceSimilarity } from '../../text/set-similarity.ts'
import { contentKeys, stem } from '../../text/stems.ts'
import { type Amount, amountsOf } from '../compare/amounts.ts'
import { MONTHS, WEEKDAYS } from '../compare/calendar.ts'
import type { Comparison, ReadText, Wording } from '../compare/comparison.ts'
import { senseOf } from '../compare/lexicon/sense.ts'
import { measureOf } from '../compare/measures.ts'
import { namesIn } from '../compare/proper-names.ts'
import { dateChanged } from '../kinds/date-changed.ts'

/** The numbers of things of a sort that both wordings have, and that only one of them has. */
export interface Shares {
  readonly both: number
  readonly removed: number
  readonly added: number
}

export interface Matter {
  readonly names: Shares
  readonly figures: Shares
  /** Dates: only the later wording has one, only the earlier has one, or they differ. */
  readonly dates: { readonly added: boolean; readonly dropped: boolean; readonly changed: boolean }
  /** 0..1: Dice's coefficient of the content words, synonyms as one. */
  readonly likeness: number
}

/**
 * "Ola Brandt left on Friday with two bags." / "Brandt left with a bag." → names 1 shared, 1 removed; a figure changed; a date
 * dropped.
 */
export function matterOf(comparison: Comparison): Matter {
  const { before, after } = comparison
  const changed = dateChanged(comparison).length > 0
  const [p, q] = [before.dates.length, after.dates.length]
  return {
    names: sharedNames(before, after),
    figures: sharedFigures(before, after),
    dates: { added: !changed && q > p, dropped: !changed && q < p, changed },
    likeness: diceSimilarity(sensesOf(before.read), sensesOf(after.read)),
  }
}

export function sharedNames(before: Wording, after: Wording): Shares {
  const [a, b] = [properNames(before.read), properNames(after.read)]
  const [thereA, thereB] = [rootsOf(before.words), rootsOf(after.words)]
  const removed = a.filter((name) => !thereB.has(root(name))).length
  const added = b.filter((name) => !thereA.has(root(name))).length
  return { both: a.length - removed, removed, added }
}

/** "Eritrea" and "Eritreans" name the same country. */
const root = (word: string): string => stem(word).slice(0, 5)
const rootsOf = memoizeByIdentity(
  (words: Wording['words']): ReadonlySet<string> => new Set(words.map((word) => root(word.key))),
)

const properNames = memoizeByIdentity(({ text }: ReadText): readonly string[] =>
  [...namesIn(text)]
    .map((name) => name.toLowerCase())
    .filter((name) => !WEEKDAYS.has(name) && !MONTHS.has(name) && !TITLES.has(name)),
)

const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir lady lord prime minister president senator judge justice governor superintendent inspector sergeant detective constable ' +
    'chief mayor captain colonel general major lieutenant king queen prince princess pope bishop secretary chancellor sheriff councillor'
  ).split(' '),
)

export function sharedFigures(before: Wording, after: Wording): Shares {
  const [a, b] = [amountsOf(before.read), amountsOf(after.read)]
  if (a.length === 0 || b.length === 0) return { both: 0, removed: a.length, added: b.length }
  const [there, here] = [figureKeys(b), figureKeys(a)]
  const removed = a.filter((p) => !keysOf(p).some((key) => there.has(key))).length
  const added = b.filter((q) => !keysOf(q).some((key) => here.has(key))).length
  return { both: a.length - removed, removed, added }
}

const figureKeys = memoizeByIdentity((amounts: readonly Amount[]): ReadonlySet<string> => new Set(amounts.flatMap(keysOf)))

/** Returns the keys by which amounts match: the bare value, and the measure (an hour and 60 minutes). */
function keysOf({ value, unit }: Amount): string[] {
  if (unit === null) return [`${value}`]
  const measure = measureOf(value, unit)
  return [`${value}`, `${measure.value} ${measure.dimension}`]
}

/** Returns a wording's content words, as stems. */
export const contentStems = memoizeByIdentity(({ text }: ReadText): ReadonlySet<string> => new Set(contentKeys(text)))

/** Returns the same with synonyms as one. */
const sensesOf = memoizeByIdentity((read: ReadText): ReadonlySet<string> => new Set([...contentStems(read)].map(senseOf)))
