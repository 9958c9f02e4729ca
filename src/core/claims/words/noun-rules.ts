/** Words of two classes that are nouns in their place. */
import { COMMON_NOUNS, NOUN_ENDING, PLURAL_NAMES } from '../../lexicon/common-nouns.ts'
import { NOUNS_IN_ED } from '../../lexicon/ending-exceptions.ts'
import { PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import { TWOFOLD_FORMS as FORMS } from '../../lexicon/twofold-forms.ts'
import { type ClassRule, type Clause, FINITE, MANY, OBJECT, opensObject, reports, verbAhead } from './class-context.ts'
import type { Token } from './token.ts'

/** "the accused said" */
export const nounInEd: ClassRule = ({ tokens, at }) => {
  const token = tokens[at]
  if (token?.tag !== 'ed' || !NOUNS_IN_ED.has(token.lower)) return null
  if (!/^(?:determiner|possessive)$/.test(tokens[at - 1]?.tag ?? '')) return null
  return /^(?:noun|name|ing)$/.test(tokens[at + 1]?.tag ?? '') ? null : 'noun'
}

/** "Temperatures fell", "Rescuers said": a sentence's first word is capitalized, whatever it is. */
export const capitalizedNoun: ClassRule = ({ tokens, at }) => {
  const token = tokens[at]
  if (token?.tag !== 'name' || !token.capital) return null
  const opens = at === 0 || tokens[at - 1]?.tag === 'quote' || tokens[at - 1]?.tag === 'mark'
  if (!opens || PLURAL_NAMES.has(token.lower)) return null
  if ((at > 0 && !/^(?:["“‘'—–:]|''|``)$/.test(tokens[at - 1]?.text ?? '')) || tokens[at + 1]?.capital) return null
  const singular = token.lower
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxh])es$/, '')
    .replace(/([^su])s$/, '$1')
  const plural = singular !== token.lower
  if (PEOPLE_NOUNS.has(token.lower) || COMMON_NOUNS.has(singular)) return 'noun'
  return plural && NOUN_ENDING.test(singular) ? 'noun' : null
}

/** A word whose form is no past tense. */
const isPresent = ({ tokens, at }: Clause): boolean => FORMS.get(tokens[at]?.lower ?? '') !== 'past'

const YEAR = /^(?:1[89]|20)\d\d$/

/** "at the Tull Street address said", "Harbour News host Sean Tully said", ", setting rules for" */
export const modifiedNoun: ClassRule = (clause) => {
  const { tokens, at } = clause
  const [earlier, before, word, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!isPresent(clause)) return null
  const base = FORMS.get(word?.lower ?? '') === 'base'
  if (base && /^(?:noun|name)$/.test(before?.tag ?? '') && FINITE.test(next?.tag ?? '')) return 'noun'
  // "the names and addresses of"
  if (before?.tag === 'conjunction' && next?.lower === 'of') return 'noun'
  if (before?.tag === 'name' && earlier?.tag === 'number' && !YEAR.test(earlier.text)) return 'noun'
  if (ROLE_NOUNS.has(word?.lower ?? '') && next?.tag === 'name' && verbAhead(clause)) return 'noun'
  return before?.tag === 'ing' && /^(?:mark|preposition)$/.test(earlier?.tag ?? '') ? 'noun' : null
}

/** "the cut", "the firm's claims"; "that tests and simulations can", "Cost and time overruns hurt" */
export const openedNoun: ClassRule = (clause) => {
  const { tokens, at } = clause
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (!isPresent(clause)) return null
  // "Many fear the flood"
  if (before?.tag === 'determiner' && MANY.test(before.lower) && opensObject(next)) return null
  if (/^(?:determiner|possessive)$/.test(before?.tag ?? '') || /['’]s$|s['’]$/.test(before?.lower ?? '')) return 'noun'
  // "a televised address"
  if (/^(?:ed|ing)$/.test(before?.tag ?? '') && /^(?:determiner|possessive)$/.test(tokens[at - 2]?.tag ?? '')) return 'noun'
  // "Cost savings could"
  if (at === 0 && next?.tag === 'noun' && /^(?:be|have|modal|do)$/.test(tokens[at + 2]?.tag ?? '')) return 'noun'
  const opens = at === 0 || /^(?:that|subordinator|quote)$/.test(before?.tag ?? '')
  return opens && (FINITE.test(next?.tag ?? '') || next?.lower === 'of' || joinsNouns(tokens, at + 1)) ? 'noun' : null
}

/** "Police investigate claims", "under the new rules": the clause has its verb. */
export const objectNoun: ClassRule = (clause) => {
  const { tokens, at, verb, verbInPart } = clause
  if (!isPresent(clause)) return null
  if (verbInPart && /^(?:verb|preposition|number|ing)$/.test(tokens[at - 1]?.tag ?? '')) return 'noun'
  return verb && isObject(tokens, at) && !OBJECT.test(tokens[at + 1]?.tag ?? '') ? 'noun' : null
}

/** "names, home addresses, card numbers and details.": a plural in a list has no object. */
export const listedNoun: ClassRule = (clause) => {
  const { tokens, at, verb, verbInPart } = clause
  if (!verb || verbInPart || FORMS.get(tokens[at]?.lower ?? '') !== 'third') return null
  if (!/^(?:[,.;]|)$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.tag !== 'conjunction') return null
  let from = at - 1
  while (/^(?:noun|name|number|possessive|determiner)$/.test(tokens[from]?.tag ?? '')) from--
  return from < at - 1 && tokens[from]?.text === ',' && !reports(tokens[at]) ? 'noun' : null
}

const joinsNouns = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'conjunction' && /^(?:noun|name)$/.test(tokens[at + 1]?.tag ?? '')

/** "under the new rules": an article after a preposition opens the noun phrase. */
function isObject(tokens: readonly Token[], at: number): boolean {
  let opens = at - 1
  while (opens > at - 4 && tokens[opens]?.tag === 'noun') opens--
  return /^(?:determiner|possessive)$/.test(tokens[opens]?.tag ?? '') && tokens[opens - 1]?.tag === 'preposition'
}
