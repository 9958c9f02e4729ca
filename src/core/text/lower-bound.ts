/** Search in a list that is sorted by a number. */

/** Returns the index of the first item whose key is at least `least`; the list's length if there is none. */
export function lowerBound<T>(items: readonly T[], least: number, key: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (key(items[middle] as T) < least) low = middle + 1
    else high = middle
  }
  return low
}
