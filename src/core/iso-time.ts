/** Times as the archive stores them. */

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * A time as the archive stores it: ISO 8601, UTC, milliseconds. A date alone means the end of that day; a time without a zone is
 * UTC. null if it is no such time, or not of the years 0000 to 9999 (then it would not sort as text).
 */
export function isoTime(text: string): string | null {
  const match = ISO.exec(text.trim())
  if (!match) return null
  const [, day, time = '23:59:59.999', zone = 'Z'] = match
  if (Number.isNaN(Date.parse(`${day}T00:00Z`)) || new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day) return null
  const offset = zone.length === 3 ? `${zone}:00` : zone.toUpperCase().replace(/^(.\d\d)(\d\d)$/, '$1:$2')
  const date = new Date(`${day}T${time.replace(',', '.')}${offset}`)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999) return null
  return date.toISOString()
}
