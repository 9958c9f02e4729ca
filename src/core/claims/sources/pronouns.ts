/** The antecedent of "he" and "she": a person, if the sentences before leave no other; else null, because a wrong name is worse than none. */
import type { Gender } from './gender.ts'
import type { Person } from './people.ts'

/** The people named in a sentence, and the one who speaks in it or is its subject. */
export interface Focus {
  readonly people: readonly Person[]
  readonly speaker: Person | null
}

/**
 * The nearest sentence with evidence decides: its only "he", or its speaker if that is one. Without evidence only a single
 * person in all these sentences is meant. The nearest sentence comes first.
 */
export function antecedentOf(gender: Gender, focuses: readonly Focus[]): Person | null {
  const open = new Set<Person>()
  for (const { people, speaker } of focuses) {
    const fits = [...new Set(people)].filter((person) => person.gender === gender)
    if (speaker?.gender === gender) return speaker
    if (fits.length > 1) return null
    const [only] = fits
    // "Robin Dace said it was late. She left": whoever speaks last stands before somebody named earlier.
    if (only)
      return [...open].some((person) => focuses.some((focus) => focus.speaker === person && focus.people !== people))
        ? null
        : only
    for (const person of people) if (person.gender === null) open.add(person)
  }
  const [person, other] = open
  if (!person || other) return null
  person.gender = gender
  return person
}
