/** Readings of dates relative to the day of publication. */

import { NUMBER_WORDS } from '../../lexicon/numbers.ts'
import { type DateReading, isoDay, isoMonth, isoWeek, MONTH_NAME, monthOf, shifted } from './date-reading.ts'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** "yesterday", "today", "tonight", "tomorrow morning", "this morning", "last night", "the day before yesterday" */
const namedDay: DateReading = ({ words, published }) => {
  if (!published) return null
  if (words === 'day before yesterday') return isoDay(shifted(published, -2))
  if (words === 'day after tomorrow') return isoDay(shifted(published, 2))
  if (/^this (?:morning|afternoon|evening)$/.test(words)) return isoDay(published)
  if (/^(?:last night|yesterday(?: \w+)?)$/.test(words)) return isoDay(shifted(published, -1))
  const [, name = ''] = /^(today|tonight|tomorrow)\b/.exec(words) ?? []
  return name ? isoDay(shifted(published, name === 'tomorrow' ? 1 : 0)) : null
}
/** "Wednesday", "this Wednesday": the last one in a past tense, the next in a future. */
const weekday: DateReading = ({ words, tense, published }) => {
  const [, name = ''] =
    /^(?:this )?(sun|mon|tues|wednes|thurs|fri|satur)day(?: (?:morning|afternoon|evening|night))?$/.exec(words) ?? []
  const number = WEEKDAYS.indexOf(name.slice(0, 3))
  if (!published || number < 0 || tense === null) return null
  const away = (number - published.getUTCDay() + 7) % 7
  return isoDay(shifted(published, tense === 'future' ? away : away === 0 ? 0 : away - 7))
}
/** "last Friday", written on a Wednesday, is in the week before; "last Monday" may be two days or nine days ago. */
const otherWeekday: DateReading = ({ words, published }) => {
  const [, which = '', name = ''] = /^(last|next) (sun|mon|tues|wednes|thurs|fri|satur)day$/.exec(words) ?? []
  if (!published || !which) return null
  const fromMonday = (day: number) => (day + 6) % 7
  const away = fromMonday(WEEKDAYS.indexOf(name.slice(0, 3))) - fromMonday(published.getUTCDay())
  if (which === 'last') return away >= 0 ? isoDay(shifted(published, away - 7)) : null
  return away <= 0 ? isoDay(shifted(published, away + 7)) : null
}
/** "last week", "this month", "earlier this month", "next year", "last August" */
const period: DateReading = ({ words, published }) => {
  const [, which = '', unit = ''] = /^(?:(?:earlier|later) (?=this))?(last|this|next) ([a-z]+)\.?$/.exec(words) ?? []
  if (!published || !which) return null
  const offset = which === 'last' ? -1 : which === 'next' ? 1 : 0
  const [year, month] = [published.getUTCFullYear(), published.getUTCMonth()]
  if (unit === 'week') return isoWeek(shifted(published, 7 * offset))
  if (unit === 'month') return monthAway(published, offset)
  if (unit === 'year') return String(year + offset)
  const named = monthOf(unit)
  if (!MONTH_NAME.test(unit) || offset !== -1 || named === month) return null
  return isoMonth(named < month ? year : year - 1, named)
}
/**
 * "in March", "late March": the last one in a past tense, the next one in a future tense; null for the month of publication.
 */
const month: DateReading = ({ words, tense, published }) => {
  const [, name = ''] = /^(?:(?:early|late|mid)[ -])?([a-z]+)\.?$/.exec(words) ?? []
  if (!published || !MONTH_NAME.test(name) || tense === null) return null
  const away = (monthOf(name) - published.getUTCMonth() + 12) % 12
  if (away === 0) return null
  return monthAway(published, tense === 'future' ? away : away - 12)
}
/** "three days ago", "a week ago", "in two weeks"; "several days ago" is uncertain */
const distance: DateReading = ({ words, published }) => {
  const [, before, count = '', unit = '', after] =
    /^(in )?(an?|\d{1,3}|[a-z]+) (day|week|month|year|decade)s?( ago)?$/.exec(words) ?? []
  const number = /^an?$/.test(count) ? 1 : /^\d/.test(count) ? Number(count) : NUMBER_WORDS.get(count)
  if (!published || number === undefined || (before === undefined) === (after === undefined)) return null
  const signed = before === undefined ? -number : number
  if (unit === 'day') return isoDay(shifted(published, signed))
  if (unit === 'week') return isoWeek(shifted(published, 7 * signed))
  if (unit === 'month') return monthAway(published, signed)
  return unit === 'year' ? String(published.getUTCFullYear() + signed) : null
}

/** Returns the month that is the given number of months after that of a day. */
function monthAway(day: Date, months: number): string {
  const at = day.getUTCFullYear() * 12 + day.getUTCMonth() + months
  return isoMonth(Math.floor(at / 12), ((at % 12) + 12) % 12)
}

export const RELATIVE: readonly DateReading[] = [
  namedDay, // "yesterday"
  weekday, // "Wednesday"
  otherWeekday, // "last Friday"
  period, // "last week"
  month, // "in March"
  distance, // "three days ago"
]
