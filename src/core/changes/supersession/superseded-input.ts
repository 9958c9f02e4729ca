/** The input of the features that decide between a new state and a paraphrase. */
import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords } from '../compare/comparison.ts'
import { type Matter, matterOf } from './matter.ts'

/** The two wordings with the values that several features read. */
export interface SupersededInput {
  readonly comparison: Comparison
  readonly matter: Matter
  /** The rule by which one stage of the matter followed another, or null. */
  readonly stage: string | null
  readonly added: readonly Token[]
}

export const supersededInput = (comparison: Comparison, stage: string | null): SupersededInput => ({
  comparison,
  matter: matterOf(comparison),
  stage,
  added: changedWords(comparison, 'after'),
})
