/** The evidence beside a name that it is a person's: a title, a role, an age, "who", or the surname alone. */
import { GENDERED_NOUNS, KIN_NOUNS, ROLE_NOUNS } from '../../lexicon/titles.ts'
import { type SplitName, surnameOf } from './person-names.ts'

/** True for "father", "neighbour", "director": a noun beside which a name is a person's. */
export const isPersonNoun = (word: string): boolean =>
  /^(?:head|chief)$/.test(word) ||
  ROLE_NOUNS.has(word) ||
  KIN_NOUNS.has(word) ||
  GENDERED_NOUNS.has(word) ||
  ROLE_NOUNS.has(word.replace(/s$/, ''))

/** Returns true if the words around a name, or its form, show that `person` is one. */
export function isHumanBeside(text: string, at: number, end: number, { title, name }: SplitName, person: string): boolean {
  if (title !== '' || (name !== person && name === surnameOf(person))) return true
  const before = /(\p{L}[\p{L}-]+)(?: of [\p{Ll} ]{3,40})?,? $/u.exec(text.slice(Math.max(0, at - 60), at))?.[1] ?? ''
  if (isPersonNoun(before.toLowerCase())) return true
  const after = text.slice(end, end + 60)
  if (/^,? who(?:se|m)?\b|^, \d\d?,/.test(after)) return true
  const words = /^, (?:(?:an?|the|his|her|its|their)\s)?([^,.;:]{3,50})/.exec(after)?.[1] ?? ''
  return words.split(' ').some((word) => isPersonNoun(word.toLowerCase()))
}
