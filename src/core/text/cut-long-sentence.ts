/** What no full stop ends is cut all the same: whatever is told of a claim tells its sentence, so that one without end would be told
 * again and again. */
import type { Span } from '../article.ts'

/** The longest sentence, in UTF-16 units: news prose has hardly one of more than a thousand. */
export const LONGEST_SENTENCE = 1200

/** Cuts a span that is longer, behind a comma or the like in the second half of what fits, else behind a word, else anywhere. */
export function cutLongSentence(text: string, [start, end]: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > LONGEST_SENTENCE) {
    const until = from + cutAt(text.slice(from, from + LONGEST_SENTENCE))
    pieces.push([from, until])
    from = until
  }
  pieces.push([from, end])
  return pieces
}

function cutAt(window: string): number {
  const half = window.length >> 1
  for (const place of [/[;:,.!?…—–](?=\s)/g, /\s/g]) {
    let last = 0
    for (const { index } of window.slice(half).matchAll(place)) last = half + index + 1
    if (last > 0) return last
  }
  // Never inside a surrogate pair.
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length
}
