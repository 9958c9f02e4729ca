/** The parts of a date mention, so that one date in two forms compares as equal. */
import { monthAndDayOf, monthOf } from '../../claims/dates/date-reading.ts'
import { memoize } from '../../text/memoize.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'

/** "2025-03-04", "14/3/2025", "3:30 p.m.", "3pm", "15:00", "3rd", "1931", words. */
const PIECE =
  /(\d\d)(\d\d)(?= (?:gmt|bst|utc|cet|cest|est|edt|pst|pdt))|(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)(?!\d)|(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b|(\d{1,2}):(\d\d)|(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}])|\d{4}(?![\p{L}\p{N}])|[\p{L}\p{N}]+/giu

/**
 * Returns the parts of a mention, each with its sort. Two mentions of one date have the same parts; a more exact mention has
 * all parts of a less exact one.
 *
 *     "March 3rd, 2025"  →  day 3, month 3, year 2025     "3 p.m."  →  time 15:00     "Tues."  →  weekday tue
 */
export const datePartsOf = memoize((mention): ReadonlySet<string> => {
  const parts = new Set<string>()
  const date = (month: number, day: number, year: string) => {
    for (const part of [`day ${day}`, `month ${month + 1}`, `year ${year}`]) parts.add(part)
  }
  for (const [
    piece,
    fullHour,
    fullMinute,
    y,
    m,
    d,
    first,
    second,
    shortYear,
    hour,
    minute,
    half,
    plainHour,
    plainMinute,
    day,
  ] of mention.toLowerCase().matchAll(PIECE)) {
    if (fullHour !== undefined) parts.add(`time ${Number(fullHour)}:${fullMinute}`)
    else if (y !== undefined && Number(m) >= 1 && Number(m) <= 12) date(Number(m) - 1, Number(d), y)
    else if (first !== undefined && shortYear !== undefined) {
      const found = monthAndDayOf(Number(first), Number(second))
      if (found) date(...found, shortYear.length === 2 ? `20${shortYear}` : shortYear)
      else parts.add(piece)
    } else if (half !== undefined) parts.add(`time ${(Number(hour) % 12) + (half === 'p' ? 12 : 0)}:${minute ?? '00'}`)
    else if (plainHour !== undefined) parts.add(`time ${Number(plainHour)}:${plainMinute}`)
    else if (day !== undefined) parts.add(`day ${Number(day)}`)
    else if (!JOINING.test(piece)) parts.add(wordPart(piece))
  }
  return parts
})

/** Words between the parts of a date: "the 4th of July". */
const JOINING = /^(?:the|of|on|at|in)$/

function wordPart(word: string): string {
  if (MONTHS.has(word)) return `month ${monthOf(word) + 1}`
  if (WEEKDAYS.has(word)) return `weekday ${word.slice(0, 3)}`
  if (word === 'noon' || word === 'midday') return 'time 12:00'
  if (word === 'midnight') return 'time 0:00'
  return /^\d{4}$/.test(word) ? `year ${word}` : word
}

/** Returns true if two sorts of part occur twice, so that only their order assigns them ("3 March, 4 May"). */
export function isTwofold(parts: ReadonlySet<string>): boolean {
  const sorts = [...parts].map((part) => part.split(' ')[0] ?? '').sort()
  return new Set(sorts.filter((sort, n) => sort === sorts[n - 1])).size > 1
}
