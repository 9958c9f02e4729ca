/** Time series over hours, days and ISO weeks (Monday to Sunday), in UTC. */

export const INTERVALS = ['hour', 'day', 'week'] as const
export type Interval = (typeof INTERVALS)[number]

const HOUR = 3_600_000
const LENGTH: Record<Interval, number> = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR }
/** 1970 began on a Thursday: weeks count from the Monday before. */
const MONDAY = -3 * 24 * HOUR

/** No time of the archive is earlier: times of the years 0000 to 9999 sort as text. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z')

/** Returns the start of the interval that contains a time; both in milliseconds since 1970. The week in which year 0000 begins starts there. */
export function intervalStart(time: number, interval: Interval): number {
  return Math.max(gridStart(time, interval), FIRST)
}

/** As `intervalStart`, whatever the year. */
function gridStart(time: number, interval: Interval): number {
  const origin = interval === 'week' ? MONDAY : 0
  const length = LENGTH[interval]
  return origin + Math.floor((time - origin) / length) * length
}

/** Returns the starts of all intervals from that of one time to that of another. */
export function intervalStarts(from: number, to: number, interval: Interval): number[] {
  const first = gridStart(from, interval)
  const count = intervalCount(from, to, interval)
  return Array.from({ length: count }, (_, i) => intervalStart(first + i * LENGTH[interval], interval))
}

/** Returns the number of intervals from that of one time to that of another. */
export function intervalCount(from: number, to: number, interval: Interval): number {
  return Math.max(0, (gridStart(to, interval) - gridStart(from, interval)) / LENGTH[interval] + 1)
}

/** Returns the end of the interval that contains a time. */
export function intervalEnd(time: number, interval: Interval): number {
  return gridStart(time, interval) + LENGTH[interval]
}
