/** The position of a version in the order of its article, as a text that sorts: the digits of its time of capture, then how many
 * digits its number has, then these. */

/** "2025-03-12T08:00:00.000Z" has so many digits. */
const TIME_DIGITS = 17

export function positionOf(capturedAt: string, number: number): string {
  const digits = String(number)
  return `${digitsOf(capturedAt)}${digits.length}${digits}`
}

/** A text behind every position of a time. */
export const afterTime = (time: string): string => `${digitsOf(time)}~`

/** The number of the version at a place. */
export function numberAt(place: string): number {
  return Number(place.slice(TIME_DIGITS + 1))
}

/** The time of capture of the version at a place. */
export function timeAt(place: string): string {
  const part = (from: number, to: number) => place.slice(from, to)
  const [date, time] = [
    [part(0, 4), part(4, 6), part(6, 8)],
    [part(8, 10), part(10, 12), part(12, 14)],
  ]
  return `${date.join('-')}T${time.join(':')}.${part(14, TIME_DIGITS)}Z`
}

const digitsOf = (time: string): string => time.replace(/\D/g, '')
