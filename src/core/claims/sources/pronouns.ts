/** The antecedent of "he" and "she": a person, if the sentences before leave no other; else null, because a wrong name is worse than none. */
import type { Gender } from './gender.ts'
import type { Person } from './people.ts'

/** The people named in a sentence, those outside of what is told, and the one who speaks in it or is its subject. */
export interface Focus {
  readonly people: readonly Person[]
  readonly acting: readonly Person[]
  readonly speaker: Person | null
  /** "he" or "she" may mean a speaker without a name: "a spokeswoman". */
  readonly stranger?: Gender | 'any' | null
}

/**
 * The nearest sentence with evidence decides: its only "he", or its speaker if that is one. A speaker of whom nothing shows the
 * gender speaks on if nobody else may be meant there. Without a speaker only a single person in all these sentences is meant.
 * The nearest sentence comes first.
 */
export function antecedentOf(gender: Gender, focuses: readonly Focus[]): Person | null {
  const open = new Set<Person>()
  for (const { people, acting, speaker, stranger } of focuses) {
    if (stranger === gender || stranger === 'any') return null
    const fits = [...new Set(people)].filter((person) => person.gender === gender)
    if (speaker?.gender === gender) return speaker
    if (fits.length > 1) return null
    const [only] = fits
    // "Robin Dace said it was late. She left": whoever speaks last stands before somebody named earlier.
    if (only)
      return [...open].some((person) => focuses.some((focus) => focus.speaker === person && focus.people !== people))
        ? null
        : only
    const alone = acting.every((person) => person === speaker || person.gender !== null)
    if (speaker?.gender === null && speaker.human && alone && open.size === 0) return speaker
    for (const person of people) if (person.gender === null) open.add(person)
  }
  const [person, other] = open
  return person && !other ? person : null
}
