/** Which day, week, month or year a date in a text means, by the day on which the text was published. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const DAY = 24 * 60 * 60 * 1000
/** A month and day without a year is taken for the nearest one if it is at most so many days away. */
const NEAR = 120

/** A date's words, what its content tells of time, and the day of publication at midnight UTC. */
interface Mention {
  readonly words: string
  readonly tense: 'past' | 'future' | null
  readonly published: Date | null
}
type DateReading = (mention: Mention) => string | null

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
const isoMonth = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
const shifted = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY)
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3))

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCMonth() === month && date.getUTCDate() === day ? isoDay(date) : null
}

/** The week of a date as ISO 8601 numbers it: weeks begin on Monday, the first is that of January 4. */
function isoWeek(date: Date): string {
  const thursday = shifted(date, 4 - (date.getUTCDay() || 7))
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.ceil(((thursday.getTime() - first) / DAY + 1) / 7)
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** "March 3, 2021", "3 March 2021", "March 3" */
const monthAndDay: DateReading = ({ words, published }) => {
  const found =
    /^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(words) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]+)\.?(?: (?<year>\d{4}))?$/.exec(words)
  const { month = '', day = '', year } = found?.groups ?? {}
  const number = monthOf(month)
  if (!found || number < 0) return null
  if (year !== undefined) return isoDate(Number(year), number, Number(day))
  if (!published) return null
  const years = [-1, 0, 1].map((offset) => published.getUTCFullYear() + offset)
  const away = (at: number) => Math.abs(Date.UTC(at, number, Number(day)) - published.getTime()) / DAY
  const nearest = years.reduce((best, at) => (away(at) < away(best) ? at : best))
  return away(nearest) <= NEAR ? isoDate(nearest, number, Number(day)) : null
}
/** "March 2021", "2021" */
const monthOrYear: DateReading = ({ words }) => {
  if (/^\d{4}$/.test(words)) return words
  const [, month = '', year = ''] = /^([a-z]+)\.?,? (\d{4})$/.exec(words) ?? []
  return monthOf(month) >= 0 && year ? isoMonth(Number(year), monthOf(month)) : null
}
/** "yesterday", "today", "tonight", "tomorrow morning" */
const namedDay: DateReading = ({ words, published }) => {
  const [, name = ''] = /^(yesterday|today|tonight|tomorrow)\b/.exec(words) ?? []
  if (!published || !name) return null
  return isoDay(shifted(published, name === 'yesterday' ? -1 : name === 'tomorrow' ? 1 : 0))
}
/** "Wednesday": the last one in a past tense, the next in a future; "next Wednesday" may be either of two. */
const weekday: DateReading = ({ words, tense, published }) => {
  const [, name = ''] = /^(sun|mon|tues|wednes|thurs|fri|satur)day(?: (?:morning|afternoon|evening|night))?$/.exec(words) ?? []
  const number = WEEKDAYS.indexOf(name.slice(0, 3))
  if (!published || number < 0 || tense === null) return null
  const away = (number - published.getUTCDay() + 7) % 7
  return isoDay(shifted(published, tense === 'future' ? away : away === 0 ? 0 : away - 7))
}
/** "last week", "this month", "next year", "last August" */
const period: DateReading = ({ words, published }) => {
  const [, which = '', unit = ''] = /^(last|this|next) ([a-z]+)\.?$/.exec(words) ?? []
  if (!published || !which) return null
  const offset = which === 'last' ? -1 : which === 'next' ? 1 : 0
  const [year, month] = [published.getUTCFullYear(), published.getUTCMonth()]
  if (unit === 'week') return isoWeek(shifted(published, 7 * offset))
  if (unit === 'month') return isoMonth(year + Math.floor((month + offset) / 12), (month + offset + 12) % 12)
  if (unit === 'year') return String(year + offset)
  const named = monthOf(unit)
  if (!MONTH_NAME.test(unit) || offset !== -1 || named === month) return null
  return isoMonth(named < month ? year : year - 1, named)
}
const MONTH_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/

const READINGS: readonly DateReading[] = [
  monthAndDay, // "March 3"
  monthOrYear, // "March 2021"
  namedDay, // "yesterday"
  weekday, // "Wednesday"
  period, // "last week"
]

/**
 * The date that words mean, in ISO 8601 at the precision that they have, or null where it is not certain. `content` is the claim's
 * text: a weekday is looked for before the publication if it is told in the past, after it if in the future. `publishedAt` is ISO
 * 8601; its day is the one written, whatever the offset. Without it only dates with their year are told.
 */
export function calendarDate(words: string, content: string, publishedAt: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0]
  const published = day === undefined || Number.isNaN(Date.parse(day)) ? null : new Date(`${day}T00:00:00.000Z`)
  const mention: Mention = {
    words: words
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/\s+/g, ' '),
    tense: tenseOf(content),
    published,
  }
  for (const reading of READINGS) {
    const date = reading(mention)
    if (date !== null) return date
  }
  return null
}

const FUTURE =
  /\b(?:will|won['’]t|shall|would|next|plan(?:s|ned)?|expected|scheduled|due|until)\b|\bto (?!the|an?|his|her|its|their|this|that)\p{Ll}|['’]ll\b/u
const PAST =
  /\b(?:was|were|had|agreed|did|said|told|met|held|took|made|went|came|began|left|killed|won|lost|gave|sent|struck|hit|fell|rose|broke|spoke|\p{L}{2,}[^e\P{L}]ed)\b/iu

/** Only where the content shows one tense and not the other. */
function tenseOf(content: string): Mention['tense'] {
  const text = content.slice(0, 2000)
  const [past, future] = [PAST.test(text), FUTURE.test(text)]
  return past === future ? null : past ? 'past' : 'future'
}
