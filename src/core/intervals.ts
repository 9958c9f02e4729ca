/** Time series over hours, days, ISO weeks (Monday to Sunday) and months, in UTC. */

export const INTERVALS = ['hour', 'day', 'week', 'month'] as const
export type Interval = (typeof INTERVALS)[number]

const HOUR = 3_600_000
const LENGTH: Record<Exclude<Interval, 'month'>, number> = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR }
/** 1970 began on a Thursday: weeks count from the Monday before. */
const MONDAY = -3 * 24 * HOUR

/** No time of the archive is earlier: times of the years 0000 to 9999 sort as text. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z')

/** Returns the start of the interval that contains a time; both in milliseconds since 1970. The week in which year 0000 begins starts there. */
export function intervalStart(time: number, interval: Interval): number {
  return Math.max(timeOf(indexOf(time, interval), interval), FIRST)
}

/** The number of an interval, counted on from one that is always the same. */
function indexOf(time: number, interval: Interval): number {
  if (interval !== 'month') return Math.floor((time - originOf(interval)) / LENGTH[interval])
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The start of the interval with this number, whatever the year. */
function timeOf(index: number, interval: Interval): number {
  if (interval !== 'month') return originOf(interval) + index * LENGTH[interval]
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(0, index, 1)
}

const originOf = (interval: Interval) => (interval === 'week' ? MONDAY : 0)

/** Returns the starts of all intervals from that of one time to that of another. */
export function intervalStarts(from: number, to: number, interval: Interval): number[] {
  const first = indexOf(from, interval)
  const count = intervalCount(from, to, interval)
  return Array.from({ length: count }, (_, i) => Math.max(timeOf(first + i, interval), FIRST))
}

/** Returns the number of intervals from that of one time to that of another. */
export function intervalCount(from: number, to: number, interval: Interval): number {
  return Math.max(0, indexOf(to, interval) - indexOf(from, interval) + 1)
}

/** Returns the end of the interval that contains a time. */
export function intervalEnd(time: number, interval: Interval): number {
  return timeOf(indexOf(time, interval) + 1, interval)
}
