/** Names in their written form: runs of capitalized words, and the titles, roles and possessives before a person's name. */
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { GENDERED_NAMES, KIN_NOUNS, NOT_PERSON, ROLE_MODIFIERS, ROLE_NOUNS, TITLES_AND_NAMES } from '../../lexicon/titles.ts'
import { LEADING_ABBREVIATIONS } from '../../text/abbreviations.ts'
import { LATIN_CAPITALS, LATIN_LETTERS, LATIN_TEXT } from '../../text/character-kind.ts'

/** Capitalized words in a row, initials and particles among them. */
const runPattern = (capital: string, letter: string): string =>
  `[${capital}][${letter}'’-]*\\.?` +
  `(?:\\s+(?:[${capital}][${letter}'’-]*\\.?|de|da|del|der|van|von|bin|al|la|le)(?=\\s|[,.;:!?”"'’)]|$))*`
const RUN = new RegExp(runPattern('\\p{Lu}', '\\p{L}\\p{M}'), 'gu')
const LATIN_RUN = new RegExp(runPattern(LATIN_CAPITALS, LATIN_LETTERS), 'g')

/** A run of capitalized words, and where it begins. */
export interface CapitalRun {
  readonly text: string
  readonly at: number
}

/** The runs of capitalized words in a piece of text. */
export function capitalRuns(text: string): CapitalRun[] {
  const runs = [...text.matchAll(LATIN_TEXT.test(text) ? LATIN_RUN : RUN)].map((match) => ({ text: match[0], at: match.index }))
  return runs.some((run) => run.text.includes('. ')) ? runs.flatMap(atStops) : runs
}

/** "Mr. Orr" is one run, "Orr. You" are two: a stop after a whole word ends the sentence. */
function atStops({ text, at }: CapitalRun): CapitalRun[] {
  const stop = /\p{Ll}{2,}\. /u.exec(text)
  if (
    !stop ||
    LEADING_ABBREVIATIONS.has(
      (
        text
          .slice(0, stop.index + stop[0].length - 2)
          .split(' ')
          .at(-1) ?? ''
      ).toLowerCase(),
    )
  )
    return [{ text, at }]
  const end = stop.index + stop[0].length
  return [{ text: text.slice(0, end - 1), at }, ...atStops({ text: text.slice(end), at: at + end })]
}

/** A name without the words before it: "Deputy Chief Constable", "Mr.", "Labour's". */
export interface SplitName {
  readonly title: string
  readonly name: string
}

/** "Whereas Chief Executive Ann Lee's" → "Chief Executive" and "Ann Lee": the title runs as far as where the name begins. */
export function splitName(words: string): SplitName {
  const all = withoutOpener(words.replace(/[.,]$/, '').replace(/['’]s?$/, ''))
    .split(/\s+/)
    .filter(Boolean)
  const from = nameStart(all)
  return { title: all.slice(0, from).join(' '), name: all.slice(from).join(' ') }
}

/** A name without titles, possessive ending and a full stop at its end. */
export const bare = (words: string): string => splitName(words).name

function nameStart(all: readonly string[]): number {
  let from = 0
  for (let at = 0; at < all.length - 1 && at < 6; at++) {
    const word = plain(all[at])
    const opens = at === from || (at > 0 && isModifier(plain(all[at - 1])))
    const ends =
      ROLE_NOUNS.has(word) ||
      (at === from && at + 2 < all.length && isOccupation(word)) ||
      (TITLES_AND_NAMES.has(word) && opens) ||
      (/['’]s$/.test(word) && at + 2 < all.length && at === from)
    if (ends && isName(all.slice(at + 1))) from = at + 1
  }
  // "Former Ann Lee" of a headline, "Police chief" has none.
  if (from === 0 && all.length > 2 && /^(?:former|acting|ex)$/.test(plain(all[0]))) return 1
  return from
}

/** "Deckhand", "Beekeeper", "Mother-of-three": what opens a sentence has a capital. */
const isOccupation = (word: string): boolean => KIN_NOUNS.has(word) || (OCCUPATION.test(word) && !GENDERED_NAMES.has(word))
const OCCUPATION = /(?:\p{L}{3}(?:hand|keeper|woman|man|smith|worker|maker|mate|ician|ologist|rapher)|-of-\p{L}+)$/u

const plain = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/\.$/, '')
const isModifier = (word: string): boolean => ROLE_MODIFIERS.has(word) || ROLE_NOUNS.has(word)
const isRole = (word: string): boolean => isModifier(word) || TITLES_AND_NAMES.has(word)

/** Returns true for what may be left as a name: a word that is no role, and no end of a body's name. */
const isName = (rest: readonly string[]): boolean =>
  rest.some((word) => !isRole(plain(word))) && !(rest.length === 1 && NOT_PERSON.has(plain(rest[0])))

/** "Jr", "III" after a surname. */
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/

export function surnameOf(name: string): string {
  const all = name.split(/\s+/)
  while (all.length > 1 && SUFFIX.test(all.at(-1) ?? '')) all.pop()
  return all.at(-1) ?? ''
}

/** Two to five words of which the last ends no body's name: "Ann Park", not "Harrow Park". */
export function isFullName(name: string): boolean {
  const all = name.split(/\s+/)
  const given = GENDERED_NAMES.has(plain(all[0])) && !PLACES_TOO.has(plain(all[0]))
  return all.length >= 2 && all.length <= 5 && (!NOT_PERSON.has(plain(surnameOf(name))) || (given && all.length === 2))
}
const PLACES_TOO = new Set('victoria elizabeth charlotte florence georgia virginia george mary grace maria'.split(' '))

/** "Whereas Ann Lee" → "Ann Lee": a sentence's first word is capitalized, whatever it is. */
function withoutOpener(words: string): string {
  const space = words.indexOf(' ')
  return space > 0 &&
    FUNCTION_WORDS.has(words.slice(0, space).toLowerCase()) &&
    !/^No \d/.test(words) &&
    !/^(?:May|June|April|August)$/.test(words.slice(0, space))
    ? words.slice(space + 1)
    : words
}
