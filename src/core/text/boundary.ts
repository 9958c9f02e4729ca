/** A possible end of a sentence in a paragraph: the input of the rules. */
import type { Span } from '../article.ts'

export interface Boundary {
  /** The paragraph. */
  readonly text: string
  /** The start of the sentence so far. */
  readonly from: number
  /** The start of the terminal marks ("." of `".`). */
  readonly mark: number
  /** The end of the terminal marks and the closing marks after them. */
  readonly end: number
  /** The start of the next sentence. */
  readonly next: number
  /** The closed quotations of the paragraph. */
  readonly quotations: readonly Span[]
}

/** Returns true if the sentence continues at a boundary. */
export type JoinRule = (boundary: Boundary) => boolean

/** Returns the word that ends at an offset, at most 24 characters of it: letters, and stops, hyphens and apostrophes inside. */
export function wordBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 24 && /[\p{L}\p{N}.'’-]/u.test(text[start - 1] ?? '')) start--
  return text.slice(start, end)
}

/** Returns the word that begins at an offset, after any opening marks. */
export function wordAfter(text: string, start: number): string {
  return /^["“‘'([«]*([\p{L}\p{N}][\p{L}\p{N}'’-]{0,24})/u.exec(text.slice(start, start + 32))?.[1] ?? ''
}
