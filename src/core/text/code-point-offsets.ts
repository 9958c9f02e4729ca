/** Offsets in Unicode code points instead of UTF-16 code units. */

/**
 * Returns the function from an offset in UTF-16 code units into `text` to the number of code points before it. An offset inside
 * a pair counts as behind it.
 *
 *     codePointOffsets('🙂!')(2) // 1
 */
export function codePointOffsets(text: string): (offset: number) => number {
  /** The offsets of the second units of all pairs, in order. */
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    if ((text.codePointAt(i) ?? 0) > 0xffff) pairs.push(++i)
  }
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
