/** Every form of every reporting verb and phrase, by its first word. */
import { inflectionsOf, type VerbForm } from './inflections.ts'
import { PHRASE_TABLE } from './reporting-phrases.ts'
import { REPORTING_VERBS, type ReportingVerb } from './reporting-verbs.ts'

export interface CueForm {
  readonly verb: ReportingVerb
  readonly form: VerbForm
}

/** A reporting phrase: the verb, and the words that follow it. */
export interface CuePhrase {
  readonly verb: ReportingVerb
  readonly tail: readonly string[]
}

/** "said" → say, past. A form that is both past and participle counts as past. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = (() => {
  const forms = new Map<string, CueForm>()
  for (const verb of REPORTING_VERBS.values()) {
    for (const [word, form] of inflectionsOf(verb.lemma)) if (!forms.has(word)) forms.set(word, { verb, form })
  }
  return forms
})()

/** "called" → call for, call on …, the longest tail first. */
export const CUE_PHRASES: ReadonlyMap<string, readonly (CuePhrase & { readonly form: VerbForm })[]> = (() => {
  const phrases = new Map<string, (CuePhrase & { readonly form: VerbForm })[]>()
  for (const line of PHRASE_TABLE.trim().split('\n')) {
    const [strength = '2', frames = '', head = '', ...tail] = line.split(/\s+/)
    const verb: ReportingVerb = {
      lemma: [head, ...tail].join(' '),
      strength: strength === '3' ? 3 : strength === '1' ? 1 : 2,
      frames,
    }
    for (const [word, form] of inflectionsOf(head)) phrases.set(word, [...(phrases.get(word) ?? []), { verb, tail, form }])
  }
  for (const list of phrases.values()) list.sort((a, b) => b.tail.length - a.tail.length)
  return phrases
})()

/** The forms of verbs whose object may be a quotation. */
export const REPORTING_FORMS: ReadonlySet<string> = new Set(
  [...CUE_FORMS].filter(([, { verb }]) => /[stw]/.test(verb.frames)).map(([word]) => word),
)
