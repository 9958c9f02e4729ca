/** Scopes that no hedge opens: negated or unsettled tokens. */
import type { CertaintyLevel } from '../../article.ts'
import type { Range } from '../words/token.ts'
import type { Scope } from './scope.ts'

/** Returns the scope [from, to) that the token `at` negates. */
export const negative = (rule: string, range: Range, at: number, level: CertaintyLevel = 'certain'): Scope =>
  unhedged(rule, range, at, level, true)

/** Returns the scope [from, to) that the token `at` leaves unsettled. */
export const open = (rule: string, range: Range, at: number, level: CertaintyLevel): Scope =>
  unhedged(rule, range, at, level, false)

const unhedged = (rule: string, [from, to]: Range, at: number, level: CertaintyLevel, negative: boolean): Scope => ({
  rule,
  from,
  to,
  at,
  past: at + 1,
  class: null,
  level,
  negative,
})
