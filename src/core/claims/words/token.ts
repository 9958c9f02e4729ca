/** A word, number or mark of a sentence. */
import type { Tag } from '../../lexicon/function-words.ts'

/** [from, to) in token indices. */
export type Range = readonly [from: number, to: number]

export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, with straight apostrophes. */
  readonly lower: string
  readonly tag: Tag
  /** Begins with a capital. */
  readonly capital: boolean
}
