/** The data type of a scope: tokens that are hedged or negated; and the type of the rules that find one. */
import type { CertaintyLevel, HedgeClass } from '../../article.ts'
import type { Clauses } from './reach.ts'

/** Tokens [from, to) that are hedged or negated by the words at [at, past). */
export interface Scope {
  readonly rule: string
  readonly from: number
  readonly to: number
  readonly at: number
  readonly past: number
  /** Null for a scope without a hedge: a negation, an infinitive. */
  readonly class: HedgeClass | null
  readonly level: CertaintyLevel
  readonly negative: boolean
}

/** Returns the scope that opens at a token, if any. */
export type ScopeRule = (sentence: Clauses, at: number) => Scope | null
