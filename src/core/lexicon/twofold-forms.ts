/** The forms of known verbs that may be nouns, and the irregular past forms. */
import { COMMON_VERBS } from './common-verbs.ts'
import { inflectionsOf } from './inflections.ts'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'
import { VERBS } from './verbs.ts'

/** "plan" is a base form, "plans" a third person, "cut" invariant, "found" a past. */
export type TwofoldForm = 'base' | 'third' | 'invariant' | 'past'

export const TWOFOLD_FORMS: ReadonlyMap<string, TwofoldForm> = (() => {
  const forms = new Map<string, TwofoldForm>()
  for (const base of [...COMMON_VERBS, ...VERBS, ...REPORTING_VERBS.keys()]) addPresent(forms, base)
  for (const [base = '', past = ''] of IRREGULAR_VERBS) {
    addPresent(forms, base)
    if (past === base) forms.set(base, 'invariant')
    else if (!forms.has(past) || REPORTING_VERBS.has(base)) forms.set(past, 'past')
  }
  return forms
})()

function addPresent(forms: Map<string, TwofoldForm>, base: string): void {
  for (const [word, form] of inflectionsOf(base))
    if ((form === 'base' || form === 'third') && !forms.has(word)) forms.set(word, form)
}

/** Returns true for the base form of a known verb. */
export const isBaseForm = (word: string): boolean => /^(?:base|invariant)$/.test(TWOFOLD_FORMS.get(word) ?? '')
