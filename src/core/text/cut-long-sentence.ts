/**
 * Cuts text without full stops too: every record of a claim repeats its sentence, so that an endless sentence would be repeated
 * many times.
 */
import type { Span } from '../article.ts'

/** The longest sentence, in UTF-16 units. News prose hardly has one of more than a thousand. */
export const LONGEST_SENTENCE = 1200

/** Cuts a longer span, after a comma or a similar mark in the second half of the limit, else after a word, else anywhere. */
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
