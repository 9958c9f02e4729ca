/** The evidence beside a name for "he" or "she": a title, kin or job of one sex, a first name, "and her husband". */
import { GENDERED_NAMES, GENDERED_NOUNS } from '../../lexicon/titles.ts'
import type { SplitName } from './person-names.ts'

export type Gender = 'he' | 'she'

/** Verbs after which a possessive names the deed of their object: "thanked Lee for her work". */
const TREATED =
  /\b(?:thank|prais|congratulat|blam|criticis|criticiz|applaud|condemn|commend|salut|fine|drop|sack|dismiss|suspend|replac|charg|arrest|accus|convict|jail|sentenc|forgiv|attack|mock|honor|honour|reward|prosecut|disciplin|banned)\p{Ll}*\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}$/u

/** Returns the gender that the words around a name show, the nearest first; null if they show none for sure. */
export function genderBeside(text: string, at: number, end: number, { title, name }: SplitName): Gender | null {
  return (
    genderOfWords(title) ??
    genderBefore(text.slice(Math.max(0, at - 40), at)) ??
    genderAfter(text.slice(end, end + 60), TREATED.test(text.slice(Math.max(0, at - 60), at))) ??
    genderOfName(name)
  )
}

/** Returns the gender of a first name. */
export const genderOfName = (name: string): Gender | null =>
  GENDERED_NAMES.get(name.split(/[\s-]/, 1)[0]?.toLowerCase() ?? '') ?? null

export function genderOfWords(words: string): Gender | null {
  for (const word of words.toLowerCase().split(/[\s.]+/)) {
    const gender = GENDERED_NOUNS.get(word)
    if (gender) return gender
  }
  return null
}

/** "his wife, Ann Lee", "spokeswoman Ann Lee"; not "the wife of Lee". */
function genderBefore(before: string): Gender | null {
  const noun = /(?:^|[\s“"'‘])(\p{L}+),? $/u.exec(before)?.[1]
  return (noun && GENDERED_NOUNS.get(noun.toLowerCase())) || null
}

/** "Ann Lee, a mother of two", "Ann Lee and her son"; after a verb of praise or blame "Ann Lee for her work". */
function genderAfter(after: string, treated: boolean): Gender | null {
  const noun = /^, (?:\d+, )?(?:an?|the|his|her|their) (?:[\p{L}-]+ )?(\p{Ll}+)\b/u.exec(after)?.[1]
  const told = noun && GENDERED_NOUNS.get(noun)
  if (told) return told
  const possessive = (treated ? /^ (?:for|on|over|after) (his|her)\b/ : /^(?: and|,| with|, with) (his|her)\b/).exec(after)?.[1]
  return possessive === undefined ? null : possessive === 'her' ? 'she' : 'he'
}
