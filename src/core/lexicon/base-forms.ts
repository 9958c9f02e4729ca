/** The dictionary form of known verbs, by their past and present forms. */

import { COMMON_VERBS } from './common-verbs.ts'
import { inflectionsOf } from './inflections.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'

/** "accepted" → accept; present and base forms are not included. */
export const BASE_OF_PAST: ReadonlyMap<string, string> = (() => {
  const bases = new Map<string, string>()
  for (const base of [...COMMON_VERBS, ...REPORTING_VERBS.keys()]) {
    for (const [form, kind] of inflectionsOf(base))
      if (kind === 'past' && form !== base && !bases.has(form)) bases.set(form, base)
  }
  return bases
})()
