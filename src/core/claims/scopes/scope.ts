/** A stretch of a sentence that is asserted less surely, or negated, and the rules that find one. */
import type { CertaintyLevel, HedgeClass } from '../../article.ts'
import type { Clauses } from './reach.ts'

/** A stretch of tokens [from, to) that is told less surely, or as not so, because of the words at [at, past). */
export interface Scope {
  readonly rule: string
  readonly from: number
  readonly to: number
  readonly at: number
  readonly past: number
  /** Null for what is no hedge: a negation, an infinitive. */
  readonly class: HedgeClass | null
  readonly level: CertaintyLevel
  readonly negative: boolean
}

/** The scope that opens at a token, if any. */
export type ScopeRule = (sentence: Clauses, at: number) => Scope | null
