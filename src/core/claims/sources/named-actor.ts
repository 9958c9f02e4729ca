/** A label with the name of whom its first pronoun means, where that is certain. */
import type { SourceKind, Statement } from '../../article.ts'
import type { Gender } from './gender.ts'
import { isPersonNoun } from './human.ts'
import type { Person } from './people.ts'
import { antecedentOf, type Focus } from './pronouns.ts'

/** The pronoun with which a label begins, and its place in the sentence. */
export interface LeadingPronoun {
  readonly gender: Gender
  readonly possessive: boolean
  readonly at: number
  /** The pronoun is the source of the statement itself: "He denied it". */
  readonly isSource: boolean
}

const LEADING = /^(He|She|His|Her)(?![\p{L}-])/u

/** Returns the "he" or "she" with which a statement's label begins; null where it stands in a quotation: there it is not ours to change. */
export function leadingPronoun(text: string, { label, content, source, quotation }: Statement): LeadingPronoun | null {
  const word = LEADING.exec(label)?.[1]
  if (!word || quotation === 'direct') return null
  const gender = word === 'He' || word === 'His' ? 'he' : 'she'
  const possessive = word === 'His' || word === 'Her'
  const [spoken] = source.spans
  if (spoken && text.slice(...spoken).toLowerCase() === word.toLowerCase() && !possessive)
    if (!content.some(([from]) => from < spoken[0])) return { gender, possessive, at: spoken[0], isSource: true }
  const wanted = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu')
  for (const [from, to] of content) {
    const found = wanted.exec(text.slice(from, to))
    if (!found) continue
    const at = from + found.index
    return /[“"‘][^”"]*$/u.test(text.slice(0, at)) ? null : { gender, possessive, at, isSource: false }
  }
  return null
}

/** The speaker of a statement, as far as it matters to a pronoun in it. */
export interface Teller {
  readonly kind: SourceKind
  readonly words: string
  readonly person: Person | null
}

/**
 * Returns whom a pronoun of a statement means; null unless only one can be meant. In "Lee said he fell" that is Lee, if the
 * sentence and the one before it name nobody else who may be "he"; in "Police said he fell" it is the antecedent of "he".
 */
export function actorMeant(gender: Gender, teller: Teller, here: Focus, before: readonly Focus[]): Person | null {
  const [last] = before
  const may = (person: Person): boolean => person.gender === gender || (person.gender === null && person.human)
  // "Lee shot Roe. He was arrested": the subject is not who is meant for sure.
  const sure = (focus: Focus): Focus =>
    focus.people.some((person) => person !== focus.speaker && may(person)) ? { ...focus, speaker: null } : focus
  const antecedent = (): Person | null => antecedentOf(gender, [here, ...before.map(sure)])
  if (teller.kind === 'author') return antecedent()
  if (teller.person) {
    const { person: speaker } = teller
    if (!may(speaker) && speaker.gender !== null) return antecedent()
    const others = [...here.people, ...(last?.people ?? [])]
    // "She" may mean a speaker of unknown gender, unless another of them may be meant.
    const free = (person: Person) => (may(speaker) ? !may(person) : person.gender !== null && person.gender !== gender)
    return others.every((person) => person === speaker || free(person)) ? speaker : null
  }
  const human = teller.words
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => isPersonNoun(word) || /^(?:s?he|him|her|who|they)$/.test(word))
  return human ? null : antecedent()
}

/** Returns the label with a name in place of its first pronoun. */
export const withActor = (label: string, name: string, { possessive }: LeadingPronoun): string =>
  label.replace(LEADING, () => (possessive ? `${name}’s` : name))

/** Returns the label of what somebody says of "I" or "we", after the speaker's name: "Lee: I cannot lock the door". */
export function withSpeaker({ label, quotation }: Statement, nameOf: () => string | null): string | null {
  const name = quotation === 'direct' && FIRST.test(label) ? nameOf() : null
  return name !== null && name.split(' ').length <= 4 ? `${name}: ${label}` : null
}
const FIRST = /^(?:I|We|My|Our)(?![\p{L}-])/u

/**
 * Returns the label of what a body or a group says of itself, with its name: "The union said it will strike" → "Union will
 * strike"; null where "it" may be something else ("it is raining", "it was clear that").
 */
export function withBody(
  { label, quotation, source: { kind } }: Statement,
  source: string,
  name: string | null,
): string | null {
  const found = /^(It|They) (\S+) ?(?:\p{Ll}+ly )?(\S*)/u.exec(label)
  if (!found || /^(?:direct|none)$/.test(quotation)) return null
  const [, pronoun, verb = '', next = ''] = found
  const words = source.replace(/^(?:the|its|their|his|her|our|a|an|some|two|three|many|several|other) /i, '')
  const short = /^[\p{L}\d’'.&-]+(?: [\p{L}\d’'.&-]+){0,2}$/u.test(words) && !PRONOUN.test(words) ? words : name
  const called = short?.replace(/,? (?:Inc|Corp|Ltd|plc|Co)\.?$/, '') ?? ''
  if (called === '' || called.split(' ').length > 4) return null
  const group = kind === 'unnamed' && /(?:[^s]s|people|men|women)$/i.test(called) && called.toLowerCase() !== 'others'
  const plural = group || /police$/i.test(called)
  const body = PRONOUN.test(words) ? name !== null : kind === 'named'
  if (pronoun === 'It' ? !body || plural : !plural) return null
  // "Mrs Justice Orr said it had been a crime": she is not meant
  if (TITLED.test(words) || (next === 'been' && !/^\S+ \S+ been \p{Ll}+(?:ing|ed)(?![\p{L}-])/u.test(label))) return null
  // "it was clear", "it seems"
  const own = /^(?:is|was|were|are|be)$/.test(verb)
    ? (/(?:ing|ed)$/.test(next) || MINDED.test(label)) && !/^(?:raining|snowing|known|expected|said|believed)$/.test(next)
    : !/^(?:seems|appears|takes|took|remains|comes)$/.test(verb) && next !== 'be'
  return own ? label.replace(/^\S+/, () => called.charAt(0).toUpperCase() + called.slice(1)) : null
}
const TITLED = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Judge|Justice|Prof|Det|Supt|Sgt|Capt|Col|Gen|Rep|Sen|Gov)\b/
/** "It is not aware of the plan", "It was unlikely to lower rates"; not "It was likely to rain" */
const MINDED =
  /^It \S+ (?:not )?(?:aware|able|unable|ready|willing|confident|(?:un)?likely to (?!rain|snow|be )\p{Ll}+ \p{Ll})/u
const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this)$/i
