/** Measures of one quantity on one scale: 3 km is 3,000 meters, half is 50 percent. */
import { CURRENCIES, MEASURES } from '../../lexicon/units.ts'
import type { NumberChange } from '../change.ts'

const SCALES: readonly (readonly [dimension: string, units: Readonly<Record<string, number>>])[] = [
  ['metres', { km: 1000, m: 1, cm: 0.01, mm: 0.001 }],
  ['feet', { miles: 5280, feet: 1, inches: 1 / 12 }],
  ['grams', { kg: 1000, tonnes: 1e6, grams: 1, gram: 1 }],
  ['seconds', { seconds: 1, minutes: 60, hours: 3600, days: 86400, weeks: 604800 }],
  ['years', { months: 1 / 12, years: 1, decades: 10, centuries: 100 }],
  ['share', { share: 1, percent: 0.01 }],
  ['GBP', { GBP: 1, pounds: 1 }],
  ['watts', { watts: 1, kW: 1e3, MW: 1e6, GW: 1e9 }],
  ['kWh', { kWh: 1, MWh: 1e3, GWh: 1e6, TWh: 1e9 }],
  ['MB', { MB: 1, GB: 1e3, TB: 1e6 }],
  ['Hz', { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 }],
  ['litres', { litres: 1, cl: 0.01, ml: 0.001 }],
  ['points', { 'percentage points': 1, 'basis points': 0.01 }],
]

const FACTORS: ReadonlyMap<string, readonly [dimension: string, factor: number]> = new Map(
  SCALES.flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, [dimension, factor] as const] as const),
  ),
)

/** Returns the dimension of an amount and its value in the dimension's own unit. A count of things is its own dimension. */
export function measureOf(value: number, unit: string): { readonly dimension: string; readonly value: number } {
  const name = MEASURES.get(unit) ?? unit
  const [dimension, factor] = FACTORS.get(name) ?? [name.replace(/s$/, ''), 1]
  const product = value * factor
  const exact = Number.isInteger(product) && Math.abs(product) < 1e9
  return { dimension, value: exact ? product : Number(product.toPrecision(9)) }
}

/** Dimensions of one sort that have no common scale. */
const SORTS: ReadonlyMap<string, string> = new Map([
  ...['seconds', 'years'].map((dimension): [string, string] => [dimension, 'time']),
  ...['metres', 'feet'].map((dimension): [string, string] => [dimension, 'length']),
  ...['share', 'points'].map((dimension): [string, string] => [dimension, 'rate']),
  ...['grams', 'ounce'].map((dimension): [string, string] => [dimension, 'weight']),
  ...['°C', '°F', 'degree'].map((dimension): [string, string] => [dimension, 'temperature']),
  ...[...CURRENCIES].map((dimension): [string, string] => [dimension, 'money']),
])

/** Returns the sort of a unit: dollars and euros are both money, kilometers and miles both length; a count is its own sort. */
export function sortOf(unit: string): string {
  const { dimension } = measureOf(1, unit)
  return SORTS.get(dimension) ?? dimension
}

const KNOWN: ReadonlySet<string> = new Set([...MEASURES.values(), ...CURRENCIES, 'percent', 'times', 'share'])

/** True for a measure, a currency or a share; not for a noun that is counted. */
export const isMeasure = (unit: string): boolean =>
  KNOWN.has(MEASURES.get(unit) ?? unit) || /^(?:square|cubic|nautical) /.test(unit)

/** Returns the two values with their common unit, or with the unit of each. */
export function numberChange(from: number, to: number, before: string | null, after: string | null): NumberChange {
  if (before === null || after === null || !otherMeasures(before, after)) return { from, to, unit: before ?? after }
  return { from, to, unit: null, from_unit: before, to_unit: after }
}

/** True for dollars and euros, or kilometers and meters; not for "men" and "people", two words for the same count. */
function otherMeasures(p: string, q: string): boolean {
  const [x, y] = [measureOf(1, p), measureOf(1, q)]
  const known = (unit: string, { dimension }: typeof x) => SORTS.has(dimension) || FACTORS.has(MEASURES.get(unit) ?? unit)
  return known(p, x) && known(q, y) && (x.dimension !== y.dimension || x.value !== y.value)
}
