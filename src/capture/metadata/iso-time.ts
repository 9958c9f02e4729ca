/** Reads the times that machines write. */
import { datesIn, dayText, type NumberOrder } from './date-text.ts'

const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i

/** A time in ISO 8601, with its zone if the text names one, or a day; null if there is none in the text. */
export function isoTime(text: string | null | undefined, order: NumberOrder = 'day'): string | null {
  const given = text?.trim()
  if (!given) return null
  if (/^\d{10}$/.test(given)) return new Date(Number(given) * 1000).toISOString()
  if (/^\d{13}$/.test(given)) return new Date(Number(given)).toISOString()
  const match = ISO.exec(given)
  if (match) return fromIso(match)
  if (/^\p{L}{3}[a-z]*,? .*\d\d:\d\d/u.test(given)) {
    // "Wed, 12 Mar 2025 11:50:00 GMT", as in mail and HTTP.
    const zoned = /(?:GMT|UTC|Z|[+-]\d{4})\s*$/.test(given)
    const time = Date.parse(zoned ? given : `${given} GMT`)
    if (!Number.isNaN(time)) return zoned ? new Date(time).toISOString() : new Date(time).toISOString().slice(0, 19)
  }
  const [date] = datesIn(given, order)
  return date ? dayText(date) : null
}

function fromIso(match: RegExpExecArray): string | null {
  const [, year = '', month = '', day = '', hour, minute, second = '00', zone = ''] = match
  const date = `${year}-${month}-${day}`
  const time = Date.parse(date)
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
  if (!real || year < '1990' || year > '2100') return null
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date
  return `${date}T${hour}:${minute}:${second}${offsetOf(zone)}`
}

/** "+01:00", "Z", or nothing where the zone is none that there is. */
function offsetOf(zone: string): string {
  if (/^(?:UTC|GMT|Z)$/i.test(zone)) return 'Z'
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return sign && Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : ''
}
