/** A person whom the beginning of a sentence describes and does not name: "The 48-year-old left", "A man was shot". */
import { BODY_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { type Gender, genderOfWords } from './gender.ts'
import { isPersonNoun } from './human.ts'
import type { Person } from './people.ts'

export const NAMED = { holder: null, stranger: null }

/** Returns who holds the role that is the subject, or the gender of a stranger: of "A man was shot near Lee's home" no "he" is Lee. */
export function describedIn(
  text: string,
  roles: ReadonlyMap<string, Person | null>,
): { readonly holder: Person | null; readonly stranger: Gender | 'any' | null } {
  const noun = describedSubject(text)
  const holder = noun === null ? null : (roles.get(noun) ?? null)
  return { holder, stranger: noun === null || holder ? null : (genderOfWords(noun) ?? 'any') }
}

/** Returns the noun for the person that is the subject; null where the subject is none, or has a name beside it. */
const OTHERS =
  /^(?:defendant|suspect|victim|passenger|teenager|motorist|cyclist|pedestrian|gunman|attacker|intruder|patient|pupil|survivor)$/

function describedSubject(text: string): string | null {
  const words = text.slice(0, 80).split(' ')
  // "Mr Ashby's widow, Carol, left"
  const kin = words
    .slice(1, 4)
    .find((word, order) => isPersonNoun(word.replace(/,$/, '')) && /['’]s?$/.test(words[order] ?? ''))
  if (kin && /^\p{Lu}/u.test(text)) return kin.replace(/,$/, '')
  if (!/^(?:The|An?|One|Another|His|Her|Their)$/.test(words[0] ?? '')) return null
  for (const [order, word] of words.slice(1, 5).entries()) {
    const noun = word.replace(/,$/, '')
    if (!/^(?:\d+-year-old|\p{Ll}[\p{Ll}-]*)$/u.test(noun)) return null
    if (!/^\d+-year-old$/.test(noun) && !isPersonNoun(noun) && !PEOPLE_NOUNS.has(noun) && !OTHERS.test(noun)) continue
    const next = words[order + 2] ?? ''
    // "The mayor, Ann Lee, left", "the 48-year-old man left", "the driver's son"
    if (/^\p{Lu}/u.test(next)) return null
    if (isPersonNoun(next.replace(/,$/, ''))) continue
    return noun
  }
  return null
}

/** "the mayor" of "Ann Lee, the mayor, left". */
export function asideAfter(text: string, at: number): string {
  const follows = text.slice(at, at + 160)
  return /^[^,]{2,60}, ((?:the|a|an|his|her|its|their|Mr|Mrs|Ms)\b[^,]*),/.exec(follows)?.[1] ?? ''
}

/** Records the roles that a phrase names beside a person. */
export function introduce(roles: Map<string, Person | null>, who: Person, words: string): void {
  for (const [word] of words.slice(0, 160).matchAll(/\b\p{Ll}[\p{Ll}-]{4,}\b/gu))
    if (isPersonNoun(word) || (/(?:er|or|ist|man|woman|ant|ian)$/.test(word) && !BODY_NOUNS.has(word)))
      roles.set(word, (roles.get(word) ?? who) === who && roles.get(word) !== null ? who : null)
}
