/** Resolves a date in a text to a day, week, month or year, by the day on which the text was published. */
import type { DateMention } from '../../article.ts'
import { ABSOLUTE } from './absolute-dates.ts'
import { type DateReading, type Mention, MONTH_NAME } from './date-reading.ts'
import { WEEKDAY } from './date-words.ts'
import { RELATIVE } from './relative-dates.ts'

const READINGS: readonly DateReading[] = [...ABSOLUTE, ...RELATIVE]

/**
 * The days that the dates of a sentence mean, in ISO 8601 at the precision that they have, null where it is not certain. A weekday
 * of a clause in the past is looked for before the publication, of one in the future after it; the second of two days that belong
 * together ("from Monday to Friday") after the first. `publishedAt` is ISO 8601; its day is the one written, whatever the offset.
 * Without it only dates with their year have a day.
 */
export function calendarDates(text: string, dates: readonly DateMention[], publishedAt: string | null): (string | null)[] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0]
  const published = day === undefined || Number.isNaN(Date.parse(day)) ? null : midnight(day)
  const resolved: (string | null)[] = []
  for (const [i, date] of dates.entries()) {
    const words = wordsOf(text, date)
    const [before, first] = [dates[i - 1], resolved[i - 1]]
    if (before && first && isPeriodEnd(text, before, date)) {
      const ends = { words, tense: before.tense ?? null, published }
      if (before.tense === 'past') {
        // The end lies before the publication, the beginning before the end.
        resolved[i] = calendarDate(ends)
        resolved[i - 1] = calendarDate({ ...ends, words: wordsOf(text, before), published: midnight(resolved[i] ?? first) })
      } else resolved[i] = calendarDate({ ...ends, published: midnight(first) })
    } else resolved[i] = calendarDate({ words, tense: date.tense ?? null, published })
  }
  return resolved
}

/** "2024-11" is the first day of the month. */
const midnight = (date: string): Date => new Date(`${date.padEnd(10, '-01')}T00:00:00.000Z`)

/** Lower case, single spaces, without "'s". */
const wordsOf = (text: string, { start, end }: DateMention): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')

/** "from Monday to Friday", "between May and July", "Monday–Friday": a date and the one after it. */
function isPeriodEnd(text: string, first: DateMention, second: DateMention): boolean {
  const joint = text.slice(first.end, second.start).trim()
  const between = joint === 'and' && /\bbetween\s+$/i.test(text.slice(Math.max(0, first.start - 20), first.start))
  if (!between && !/^(?:to|until|till|through|[-–—])$/.test(joint)) return false
  const [p, q] = [wordsOf(text, first), wordsOf(text, second)]
  return (WEEKDAY.test(p) && WEEKDAY.test(q)) || (MONTH_NAME.test(p) && MONTH_NAME.test(q))
}

function calendarDate(mention: Mention): string | null {
  for (const reading of READINGS) {
    const date = reading(mention)
    if (date !== null) return date
  }
  return null
}
