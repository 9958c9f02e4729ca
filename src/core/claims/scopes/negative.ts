/** A scope that negates. */
import type { CertaintyLevel } from '../../article.ts'
import type { Range } from '../scene.ts'
import type { Scope } from './scopes.ts'

/** What [from, to) holds is told as not so, because of the token `at`. */
export const negative = (rule: string, [from, to]: Range, at: number, level: CertaintyLevel = 'certain'): Scope => ({
  rule,
  from,
  to,
  at,
  past: at + 1,
  class: null,
  level,
  negative: true,
})
