/** The input of the rules that read a date, and the ISO 8601 forms of days, weeks and months. */

/** A date's words, the tense of its clause, and the day of publication at midnight UTC. */
export interface Mention {
  /** Lower case, single spaces, without "'s". */
  readonly words: string
  readonly tense: 'past' | 'future' | null
  readonly published: Date | null
}
export type DateReading = (mention: Mention) => string | null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY = 24 * 60 * 60 * 1000

export const MONTH_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/

/** 0 to 11, -1 for another word. */
export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3))
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
export const isoMonth = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
export const shifted = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY)
export const daysBetween = (a: Date, b: Date): number => (a.getTime() - b.getTime()) / DAY

/** Returns the day; null if the calendar has no such day. `month` is 0 to 11. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCMonth() === month && date.getUTCDate() === day ? isoDay(date) : null
}

/** Returns the month (0 to 11) and the day of "14/3" or "3/14"; null if either could be the month, unless both are the same. */
export function monthAndDayOf(first: number, second: number): readonly [month: number, day: number] | null {
  const [month, day] = first > 12 || first === second ? [second, first] : [first, second]
  return month >= 1 && month <= 12 && (day > 12 || day === month) ? [month - 1, day] : null
}

/** Returns the week of a date in the numbering of ISO 8601: weeks begin on Monday, the first is that of January 4. */
export function isoWeek(date: Date): string {
  const thursday = shifted(date, 4 - (date.getUTCDay() || 7))
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 1))
  const week = Math.ceil((daysBetween(thursday, first) + 1) / 7)
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
