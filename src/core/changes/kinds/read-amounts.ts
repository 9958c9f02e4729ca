/** The amounts that a sentence tells: counts, money, percentages, measures, ages, ranks. */
import type { Comparator } from '../../article.ts'
import { COMPARATORS, ORDINALS, SCALES, SMALL_NUMERALS } from './numerals.ts'
import type { Mention } from './read-dates.ts'
import type { Token } from './tokens.ts'

export interface Amount {
  /** Words [from, to) of the sentence: comparator, currency, figure and scale. */
  readonly from: number
  readonly to: number
  readonly value: number
  /** "percent", a currency sign, "rank", or the plural noun that follows; null if none was found. */
  readonly unit: string | null
  readonly comparator: Comparator
}

const CURRENCY = /^\p{Sc}$/u
/** Between a number and the noun it counts, at most this many words. */
const REACH = 3
const STOPS = new Set(
  'of in on at by for from to and or but the a an that which who were was are is have has had with people’s'.split(' '),
)

/** The amounts in order. Words inside date mentions are left out. */
export function amountsOf(words: readonly Token[], dates: readonly Mention[]): Amount[] {
  const inDate = new Uint8Array(words.length)
  for (const { from, to } of dates) inDate.fill(1, from, to)
  const amounts: Amount[] = []
  for (let i = 0; i < words.length; i++) {
    const figure = inDate[i] ? null : figureAt(words, i)
    if (!figure) continue
    const currency = CURRENCY.test(words[i - 1]?.key ?? '') ? (words[i - 1]?.key ?? null) : null
    const figureFrom = currency ? i - 1 : i
    const [comparator, length] = comparatorBefore(words, figureFrom)
    const unit = currency ?? (figure.rank ? 'rank' : unitAt(words, figure.to))
    amounts.push({ from: figureFrom - length, to: figure.to, value: figure.value, unit, comparator })
    i = figure.to - 1
  }
  return amounts
}

interface Figure {
  readonly value: number
  readonly to: number
  readonly rank?: boolean
}

function figureAt(words: readonly Token[], i: number): Figure | null {
  const word = words[i]
  if (!word) return null
  if (word.type === 'number') {
    const [, digits = '', letters = ''] = /^([-+]?[\p{N}.,:]+)(\p{L}*)$/u.exec(word.key) ?? []
    const value = Number(digits.replace(/,(?=\d{3})/g, ''))
    if (!Number.isFinite(value)) return null
    if (/^(st|nd|rd|th)$/.test(letters)) return { value, to: i + 1, rank: true }
    // "$12b" is an amount of money; "Road 12b" is a place.
    const scale = letters === 'b' && !CURRENCY.test(words[i - 1]?.key ?? '') ? 1 : (SCALES.get(letters) ?? 1)
    return scaled(words, value * scale, i + 1)
  }
  const rank = ORDINALS.get(word.key)
  if (rank !== undefined) return { value: rank, to: i + 1, rank: true }
  let value = SMALL_NUMERALS.get(word.key)
  if (value === undefined) return null
  let to = i + 1
  const unit = SMALL_NUMERALS.get(words[to]?.key ?? '')
  if (value >= 20 && unit !== undefined && unit > 0 && unit < 10) {
    value += unit
    to++
  }
  return scaled(words, value, to)
}

/** "two hundred thousand": scales multiply. */
function scaled(words: readonly Token[], value: number, to: number): Figure {
  const scale = SCALES.get(words[to]?.key ?? '')
  if (scale === undefined) return { value: Number(value.toPrecision(12)), to }
  return scaled(words, value * scale, to + 1)
}

function unitAt(words: readonly Token[], at: number): string | null {
  for (let i = at; i < Math.min(words.length, at + REACH); i++) {
    // A mark ends it: "The toll is 10, police said".
    if ((words[i]?.start ?? 0) - (words[i - 1]?.end ?? 0) > 1) return null
    const key = words[i]?.key ?? ''
    if (key === '%' || key === 'percent' || (key === 'per' && words[i + 1]?.key === 'cent')) return 'percent'
    if (STOPS.has(key) || words[i]?.type === 'number') return null
    if (/[^s]s$/.test(key) || /^(people|men|women|children|police|metre|km|kg|crown|dollar)$/.test(key)) return key
  }
  return null
}

const BEFORE: ReadonlyMap<string, Comparator> = new Map(COMPARATORS)

/** The comparator right before a figure, and how many words it takes; the longest phrase wins. */
function comparatorBefore(words: readonly Token[], from: number): [Comparator, number] {
  let phrase = ''
  let found: [Comparator, number] = ['=', 0]
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    phrase = phrase === '' ? (words[i]?.key ?? '') : `${words[i]?.key} ${phrase}`
    const comparator = BEFORE.get(phrase)
    if (comparator) found = [comparator, from - i]
  }
  return found
}
