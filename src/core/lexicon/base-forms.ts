/** The dictionary form of known verbs, by their past and present forms. */

import { COMMON_VERBS } from './common-verbs.ts'
import { inflectionsOf } from './inflections.ts'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'
import { VERBS } from './verbs.ts'

function basesOfPast(verbs: readonly string[]): ReadonlyMap<string, string> {
  const bases = new Map<string, string>()
  for (const base of verbs) {
    for (const [form, kind] of inflectionsOf(base))
      if (kind === 'past' && form !== base && !bases.has(form)) bases.set(form, base)
  }
  return bases
}

const FREQUENT = [...COMMON_VERBS, ...REPORTING_VERBS.keys()]

/** "accepted" → accept, of frequent verbs; present and base forms are not included. */
export const BASE_OF_PAST: ReadonlyMap<string, string> = basesOfPast(FREQUENT)

/** The same for all known verbs. */
const BASE_OF_ANY_PAST: ReadonlyMap<string, string> = basesOfPast([
  ...FREQUENT,
  ...IRREGULAR_VERBS.map(([base = '']) => base),
  ...VERBS,
])

/** Regular past forms of unknown verbs, by their spelling: how many letters go, and what comes instead. */
const REGULAR: readonly (readonly [form: RegExp, base: string])[] = [
  [/ied$/, 'y'], // "multiplied"
  [/([bdgmnprt])\1ed$/, '$1'], // "strapped"
  [/(?<=[aeiou].*e)lled$/, 'l'], // "cancelled"
  [/(?<=[aiou]ng)ed$/, ''], // "banged"
  [/(?<=(?:at|iz|is|[^aeioul]l|[cvsu]|[dnr]g|^[^aeiou]+[aeiou][^aeiouwxy]))ed$/, 'e'], // "rotated", "voted"
  [/(?<=(?:[^aeiou]{2}|[aeo][aieou][^aeiou]|[wxy]))ed$/, ''], // "recorded", "loaded"
]

/** Returns the base of a past form, by its spelling if the verb is unknown; null if the spelling leaves it open. */
export function baseOfPast(form: string): string | null {
  const known = BASE_OF_ANY_PAST.get(form)
  if (known !== undefined || !form.endsWith('ed')) return known ?? null
  const rule = REGULAR.find(([pattern]) => pattern.test(form))
  return rule ? form.replace(...rule) : null
}

/** Irregular participles that differ from their past tense: "known", "seen". */
export const PARTICIPLES: ReadonlySet<string> = new Set(
  IRREGULAR_VERBS.flatMap(([, past, participle]) => (participle !== undefined && participle !== past ? [participle] : [])),
)
