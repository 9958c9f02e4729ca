/** The position of a version in the order of its article, as a text that sorts. */

export function positionOf(capturedAt: string, number: number): string {
  return `${capturedAt}/${String(number).padStart(6, '0')}`
}

/** The number of the version at a place. */
export function numberAt(place: string): number {
  return Number(place.slice(place.indexOf('/') + 1))
}

/** The time of capture of the version at a place. */
export function timeAt(place: string): string {
  return place.slice(0, place.indexOf('/'))
}
