/** The times of digests: every day, or every Monday, at a time of day, UTC. */

const DAY = 86_400_000
/** The first Monday of 1970, in days. */
const MONDAY = 4

/** The end of the last period that is over at `now`, and that of the next one, in milliseconds since 1970; `at`: "08:00". */
export function digestTimes(every: 'day' | 'week', at: string, now: number): { readonly last: number; readonly next: number } {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const length = every === 'day' ? DAY : 7 * DAY
  const offset = (every === 'day' ? 0 : MONDAY * DAY) + (hours * 60 + minutes) * 60_000
  const last = Math.floor((now - offset) / length) * length + offset
  return { last, next: last + length }
}
