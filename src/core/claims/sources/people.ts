/** The people of an article: full names by surname, and the gender that a title or pronoun shows. */
import type { Sentence } from '../../article.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { LATIN_CAPITALS, LATIN_LETTERS, LATIN_TEXT } from '../../text/character-kind.ts'

export interface Person {
  readonly name: string
  /** "he" or "she", if a title or an earlier pronoun showed it. */
  gender: 'he' | 'she' | null
}

/** Titles before a name: "Mr. ", "Sen. ", "President ". */
const TITLE =
  /^(?:(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lord|Lady|Dame|Prof|Professor|Sen|Senator|Rep|Representative|Congressman|Congresswoman|Gov|Governor|President|Vice|Prime|Minister|Mayor|Judge|Justice|General|Gen|Col|Colonel|Lt|Capt|Captain|Sgt|Sergeant|Maj|Major|Adm|Admiral|Amb|Ambassador|Secretary|Chancellor|King|Queen|Prince|Princess|Pope|Rev|Reverend|Father|Sister|Brother|Detective|Inspector|Chief|Former|Republican|Democratic|Democrat|Foreign|Attorney|Speaker|Chairman|Chairwoman|Director|Coach)\.?\s+)+/u
/** Consecutive capitalized words, with initials and particles among them. */
const runPattern = (capital: string, letter: string): string =>
  `[${capital}][${letter}'’-]*\\.?` +
  `(?:\\s+(?:[${capital}][${letter}'’-]*\\.?|de|da|del|der|van|von|bin|al|la|le)(?=\\s|[,.;:!?”"'’)]|$))*`
const RUN = new RegExp(runPattern('\\p{Lu}', '\\p{L}\\p{M}'), 'gu')
const LATIN_RUN = new RegExp(runPattern(LATIN_CAPITALS, LATIN_LETTERS), 'g')
/** "Ms. Lee" */
const titledPattern = (capital: string, letter: string): string =>
  `\\b(Mr|Mrs|Ms)\\.?\\s+([${capital}][${letter}'’-]*[${letter}])`
const TITLED = new RegExp(titledPattern('\\p{Lu}', '\\p{L}'), 'gu')
const LATIN_TITLED = new RegExp(titledPattern(LATIN_CAPITALS, LATIN_LETTERS), 'g')
/** Last words of names that are no person's. */
const NOT_PERSON =
  /^(?:House|Department|Party|University|College|Street|Avenue|Union|States|Kingdom|Council|Court|Committee|Commission|Congress|Senate|Ministry|Agency|Bank|Company|Corp|Inc|Ltd|Group|Institute|Center|Centre|Foundation|Association|Times|Post|Journal|News|Press|Army|Navy|Force|Forces|City|County|Island|Islands|River|Sea|Ocean|East|West|North|South|Africa|America|Europe|Asia|Act|Day|War|World|Hospital|School|Church|Airport|Station|Service|Office|Bureau|Administration|Nations|Republic|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Democrats|Republicans|Company|Media|Network|Security|Affairs|Relations|Defense|Committee|League|Cup|Games)$/

export interface People {
  /** By surname. */
  readonly bySurname: ReadonlyMap<string, Person>
  find(words: string): Person | null
}

/** Returns everyone who is named in full in these sentences. */
export function peopleOf(sentences: readonly Sentence[]): People {
  const bySurname = new Map<string, Person>()
  for (const { text, zone } of sentences) {
    if (zone === 'headline') continue
    for (const { 0: run } of text.matchAll(LATIN_TEXT.test(text) ? LATIN_RUN : RUN)) {
      if (!run.includes(' ') || run.length > 80) continue
      const title = TITLE.exec(withoutOpener(run))?.[0] ?? ''
      const name = bare(run)
      const words = name.split(/\s+/)
      const surname = words.at(-1) ?? ''
      if (title && surname) setGender(bySurname.get(surname), title)
      if (words.length < 2 || words.length > 5 || NOT_PERSON.test(surname)) continue
      if (!bySurname.has(surname)) bySurname.set(surname, { name, gender: genderOf(title) })
    }
  }
  for (const { text } of sentences) {
    for (const [, title = '', surname = ''] of text.matchAll(LATIN_TEXT.test(text) ? LATIN_TITLED : TITLED))
      setGender(bySurname.get(surname.replace(/['’]s$/, '')), title)
  }
  const find = (words: string): Person | null => {
    const name = bare(words)
    const surname = name.split(/\s+/).at(-1) ?? ''
    const known = bySurname.get(surname)
    if (!known) return null
    // "Ann Lee" is not "Bo Lee".
    const first = name.includes(' ') ? name.split(/\s+/)[0] : null
    return first === null || known.name.includes(first ?? '') ? known : null
  }
  return { bySurname, find }
}

/** Returns a name without titles, possessive ending and final full stop. */
export function bare(words: string): string {
  return withoutOpener(words)
    .replace(TITLE, '')
    .replace(/['’]s?$/, '')
    .replace(/\.$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Returns "MR. LEE" of a transcript in its usual case: "Mr. Lee". Without a title, and if nobody has that name, "NATO" stays.
 */
export function recased(words: string, people: People): string {
  if (words !== words.toUpperCase() || words === words.toLowerCase()) return words
  const cased = words.replace(/\p{Lu}{2,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
  return TITLE.test(cased) || people.find(cased) ? cased : words
}

/** "Whereas Ann Lee" → "Ann Lee": the first word of a sentence is always capitalized. */
function withoutOpener(words: string): string {
  const space = words.indexOf(' ')
  return space > 0 &&
    FUNCTION_WORDS.has(words.slice(0, space).toLowerCase()) &&
    !/^(?:May|June|April|August)$/.test(words.slice(0, space))
    ? words.slice(space + 1)
    : words
}

/** Returns the runs of capitalized words in a text. */
export function capitalRuns(text: string): string[] {
  return [...text.matchAll(LATIN_TEXT.test(text) ? LATIN_RUN : RUN)].map((match) => match[0])
}

function genderOf(title: string): Person['gender'] {
  if (/\b(?:Mr|Sir|Lord|King|Prince|Congressman|Father|Brother|Chairman)\b/.test(title)) return 'he'
  return /\b(?:Mrs|Ms|Lady|Dame|Queen|Princess|Congresswoman|Sister|Chairwoman)\b/.test(title) ? 'she' : null
}

function setGender(person: Person | undefined, title: string): void {
  if (person && person.gender === null) person.gender = genderOf(title)
}
