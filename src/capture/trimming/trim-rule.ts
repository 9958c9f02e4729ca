/** The shape of a rule of trimming. */
import type { Block } from '../document/blocks.ts'

/** Where a block stands. */
export interface Place {
  /** The blocks around it, itself included, after the rules before. */
  readonly blocks: readonly Block[]
  readonly index: number
  /** The headline. */
  readonly title: string | null
}

/** Says whether a block is no part of the article. */
export interface TrimRule {
  readonly name: string
  drops(block: Block, place: Place): boolean
}
