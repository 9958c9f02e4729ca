/** The data type of an operator: words that negate another word, or tell how surely it is asserted. */
import type { Grammar } from './grammar.ts'

export interface Operator {
  /** Tokens [at, past) of the grammar. */
  readonly at: number
  readonly past: number
  /** The token that it governs. */
  readonly head: number
  readonly negates: boolean
  /** How surely the head is asserted: 3 outright, 2 probably, 1 possibly; more for a duty or an emphasis. */
  readonly force: number
  /** Words that count only against certain others: an ability ("can"), a future ("will", "would"), a plan, a zero. */
  readonly sort?: 'ability' | 'will' | 'would' | 'duty' | 'booster' | 'zero' | 'plan' | 'prefix'
}

/** Returns the operator that begins at a token, if any. */
export type OperatorRule = (grammar: Grammar, at: number) => Operator | null

export const OUTRIGHT = 3
