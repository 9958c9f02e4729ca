/** Times of the archive in words. They are UTC. */
import { counted } from './counts.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

export interface TimeForm {
  readonly year?: boolean
  readonly short?: boolean
}

/** "16:40". */
export const clock = (time: string): string => time.slice(11, 16)

/** "2025-03-12". */
export const isoDay = (time: string): string => time.slice(0, 10)

/** "12 March", "12 Mar 2025". */
export function dayOf(time: string, { year = false, short = false }: TimeForm = {}): string {
  const date = new Date(time)
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${date.getUTCDate()} ${short ? month.slice(0, 3) : month}${year ? ` ${String(date.getUTCFullYear()).padStart(4, '0')}` : ''}`
}

export const weekday = (time: string): string => WEEKDAYS[new Date(time).getUTCDay()] ?? ''

/** "12 March, 16:40". */
export const timeText = (time: string, form?: TimeForm): string => `${dayOf(time, form)}, ${clock(time)}`

/** "12 March to 18 March 2025"; of one day "12:05 to 16:40", with the year "12 March 2025, 12:05 to 16:40". */
export function spanText(first: string, last: string, form?: TimeForm): string {
  if (isoDay(first) === isoDay(last)) {
    const hours = first === last ? clock(first) : `${clock(first)} to ${clock(last)}`
    return form?.year ? `${dayOf(first, form)}, ${hours}` : hours
  }
  return `${dayOf(first, { ...form, year: first.slice(0, 4) !== last.slice(0, 4) })} to ${dayOf(last, form)}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something lasted: "40 minutes", "29 hours", "6 days". */
export function lasted(from: string, to: string): string {
  const length = Date.parse(to) - Date.parse(from)
  if (length < 90 * MINUTE) return counted(Math.max(1, Math.round(length / MINUTE)), 'minute')
  if (length < 48 * HOUR) return counted(Math.round(length / HOUR), 'hour')
  return counted(Math.round(length / DAY), 'day')
}
