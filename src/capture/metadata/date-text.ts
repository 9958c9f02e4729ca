/** Finds dates in text, as people write them. */
import { MONTHS } from './month-names.ts'

export interface FoundDate {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
}

const FIRST_YEAR = 1990

/** Whether day or month comes first in "3/4/2020". */
export type NumberOrder = 'day' | 'month'

const MONTH = `(?<month>${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})`
const YEAR = '(?<year>(?:19|20)\\d\\d)'
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${YEAR}(?:[-/.]|\\.\\s)(?<monthNumber>0?[1-9]|1[0-2])(?:[-/.]|\\.\\s)${DAY}(?![\\d])`, 'giu'),
  new RegExp(`(?<!\\d)${YEAR}\\s?[年년]\\s?(?<monthNumber>\\d{1,2})\\s?[月월]\\s?${DAY}\\s?[日일]`, 'giu'),
  new RegExp(
    `(?<![\\d.,])${DAY}(?<ordinal>\\.|st|nd|rd|th|er|º|°)?(?:[\\s/-]|\\s?(?:de|of|di|del)\\s|\\sd['’])\\s?(?:ב)?${MONTH}\\.?,?(?:[\\s/-]|\\s?(?:de|del)\\s)\\s?${YEAR}(?!\\d)`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])${MONTH}\\.?\\s${DAY}(?:st|nd|rd|th)?,?\\s${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${YEAR}\\.?(?:\\sm\\.|\\sgada)?\\s${MONTH}\\.?\\s${DAY}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${DAY}\\stháng\\s(?<monthNumber>\\d{1,2}),?\\s(?:năm\\s)?${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<![\\d./])(?<a>\\d{1,2})(?<sign>[./-])\\s?(?<b>\\d{1,2})\\k<sign>\\s?${YEAR}(?![\\d])`, 'giu'),
  /(?<![\d./])(?<a>\d{1,2})(?<sign>[./])\s?(?<b>\d{1,2})\k<sign>\s?(?<short>\d\d)(?![\d./])/giu,
]

/** The digits of other scripts, each of one character as ours are. */
const DIGITS = /[٠-٩۰-۹０-９०-९]/gu
const ZEROES = [0x660, 0x6f0, 0xff10, 0x966]

const withPlainDigits = (text: string) =>
  text.replace(DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    return String(code - (ZEROES.find((zero) => code >= zero && code <= zero + 9) ?? code))
  })

/** The dates in a text, in order. `order` decides "3/4/2020"; a point between the numbers always means the day first. */
export function datesIn(text: string, order: NumberOrder = 'day'): FoundDate[] {
  const plain = withPlainDigits(text)
  if (!/\d/.test(plain)) return []
  const found = PATTERNS.flatMap((pattern) => [...plain.matchAll(pattern)].flatMap((match) => dateOf(match, order) ?? []))
  return found.sort((a, b) => a.start - b.start)
}

function dateOf(match: RegExpMatchArray, order: NumberOrder): FoundDate | null {
  const { year, short, month, monthNumber, day, ordinal, a, b, sign } = match.groups ?? {}
  const start = match.index ?? 0
  const place = { start, end: start + match[0].length }
  const full = year ? Number(year) : 2000 + Number(short)
  if (a === undefined || b === undefined) {
    const number = month ? monthOf(month.toLowerCase(), ordinal) : Number(monthNumber)
    return checkedDate(full, number ?? 0, Number(day), place)
  }
  const [first, second] = [Number(a), Number(b)]
  const dayFirst = second > 12 ? false : first > 12 || sign === '.' || order === 'day'
  return dayFirst ? checkedDate(full, second, first, place) : checkedDate(full, first, second, place)
}

/** Croatian writes a point behind the day, and calls October as Polish calls November. */
const monthOf = (name: string, ordinal: string | undefined) => (name === 'listopada' && ordinal === '.' ? 10 : MONTHS.get(name))

function checkedDate(
  year: number,
  month: number,
  day: number,
  place: { readonly start: number; readonly end: number },
): FoundDate | null {
  const real =
    year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  return real ? { year, month, day, ...place } : null
}

const two = (number: number) => String(number).padStart(2, '0')

/** "2020-03-04". */
export const dayText = ({ year, month, day }: FoundDate): string => `${year}-${two(month)}-${two(day)}`
