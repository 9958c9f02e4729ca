/** A place in a paragraph where a sentence may end, as the rules see it. */
import type { Span } from '../article.ts'

export interface Boundary {
  /** The paragraph. */
  readonly text: string
  /** Where the sentence so far begins. */
  readonly from: number
  /** Where the terminal marks begin ("." of `".`). */
  readonly mark: number
  /** Past the terminal marks and what closes after them. */
  readonly end: number
  /** Where the next sentence would begin. */
  readonly next: number
  /** The closed quotations of the paragraph. */
  readonly quotations: readonly Span[]
}

/** True if the sentence goes on at a boundary. */
export type JoinRule = (boundary: Boundary) => boolean

/** The word that ends at an offset, at most 24 letters of it: letters, and stops, hyphens and apostrophes inside. */
export function wordBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 24 && /[\p{L}\p{N}.'’-]/u.test(text[start - 1] ?? '')) start--
  return text.slice(start, end)
}

/** The word that begins at an offset, opening marks passed over. */
export function wordAfter(text: string, start: number): string {
  return /^["“‘'([«]*([\p{L}\p{N}][\p{L}\p{N}'’-]{0,24})/u.exec(text.slice(start, start + 32))?.[1] ?? ''
}
