/** Scopes that no hedge opens: what is told as not so, or as not settled. */
import type { CertaintyLevel } from '../../article.ts'
import type { Range } from '../syntax/tokens.ts'
import type { Scope } from './scope.ts'

/** What [from, to) holds is told as not so, because of the token `at`. */
export const negative = (rule: string, range: Range, at: number, level: CertaintyLevel = 'certain'): Scope =>
  unhedged(rule, range, at, level, true)

/** What [from, to) holds is not settled, because of the token `at`. */
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
