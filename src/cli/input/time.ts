/** Parses times before they are sent to the archive. */

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * The time in UTC as ISO 8601 with milliseconds, or null if it is none: it needs a date that exists and, unless it is a date
 * alone (the end of that day, UTC), a zone. "2025-03-12T13:05+01:00" → "2025-03-12T12:05:00.000Z".
 */
export function utc(text: string): string | null {
  const date = DATE.test(text) ? text : MOMENT.exec(text)?.[1]
  if (date === undefined || !onCalendar(date)) return null
  const time = new Date(date === text ? `${text}T23:59:59.999Z` : text.toUpperCase().replace(' ', 'T'))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** Date itself reads 30 February as 2 March. */
function onCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
