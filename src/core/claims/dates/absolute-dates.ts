/** Readings of dates with a year, and of days of a month without one. */
import { type DateReading, daysBetween, isoDate, isoMonth, MONTH_NAME, monthAndDayOf, monthOf } from './date-reading.ts'

/** A month and day without a year means the nearest such day, if it is at most this many days away. */
const NEAR = 120

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
  const away = (at: number) => Math.abs(daysBetween(new Date(Date.UTC(at, number, Number(day))), published))
  const nearest = years.reduce((best, at) => (away(at) < away(best) ? at : best))
  return away(nearest) <= NEAR ? isoDate(nearest, number, Number(day)) : null
}
/** "March 2021", "mid-March 2021", "2021" */
const monthOrYear: DateReading = ({ words }) => {
  if (/^\d{4}$/.test(words)) return words
  const [, month = '', year = ''] = /^(?:(?:early|late|mid)[ -])?([a-z]+)\.?,? (\d{4})$/.exec(words) ?? []
  return MONTH_NAME.test(month) && year ? isoMonth(Number(year), monthOf(month)) : null
}
/** "the spring of 2024", "Q3 2024", "early 2024": only the year is certain in calendar terms. */
const partOfYear: DateReading = ({ words }) =>
  /^(?:spring|summer|autumn|fall|q[1-4]|h[12]|(?:(?:first|second|third|fourth|final|last)[ -](?:quarter|half))|early|late|mid)(?: of)?[ -](\d{4})$/.exec(
    words,
  )?.[1] ?? null
/** "2025-03-12" */
const iso: DateReading = ({ words }) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? []
  return year === undefined ? null : isoDate(Number(year), Number(month) - 1, Number(day))
}
/** "25/03/2025", "03/25/2025"; null if day and month could be interchanged. */
const slashed: DateReading = ({ words }) => {
  const [, a = '', b = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words) ?? []
  if (year === undefined) return null
  const found = monthAndDayOf(Number(a), Number(b))
  return found && isoDate(Number(year), ...found)
}

export const ABSOLUTE: readonly DateReading[] = [
  monthAndDay, // "March 3"
  monthOrYear, // "March 2021"
  partOfYear, // "the spring of 2024"
  iso, // "2025-03-12"
  slashed, // "25/03/2025"
]
