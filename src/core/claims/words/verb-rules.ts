/** Words of two classes that are verbs in their place. */
import { isAdjectival } from '../../lexicon/plain-adjectives.ts'
import { TWOFOLD_FORMS as FORMS } from '../../lexicon/twofold-forms.ts'
import {
  CLOSES_ASIDE,
  type ClassRule,
  FINITE,
  isAside,
  isPlural,
  MANY,
  opensComplement,
  opensObject,
  reports,
  subjectHead,
  verbAhead,
  wordBefore,
} from './class-context.ts'
import type { Token } from './token.ts'

/** "The company cut its outlook", "The storm hit the coast". */
export const invariantPast: ClassRule = (clause) => {
  const { tokens, at, verb, verbInPart } = clause
  if (FORMS.get(tokens[at]?.lower ?? '') !== 'invariant') return null
  const before = wordBefore(clause)
  if (before?.tag === 'have') return 'verb'
  const nominal = /^(?:noun|name|subject|number|quote)$/.test(before?.tag ?? '')
  const coordinated = before?.tag === 'conjunction' && verb
  const aside = before?.text === ',' && !verb
  if (!(nominal && !verbInPart) && !coordinated && !aside) return null
  const next = tokens[at + 1]
  if (next === undefined || FINITE.test(next.tag)) return null
  if (/^[,.]$/.test(next.text)) return coordinated || !verbInPart ? 'verb' : null
  if (/^(?:determiner|possessive|object|number|subject|that)$/.test(next.tag) || next.text === '$') return 'verb'
  if (next.tag === 'name' || (coordinated && next.tag === 'noun' && !verbAhead(clause))) return 'verb'
  return /^(?:preposition|adverb|to)$/.test(next.tag) &&
    !verbAhead(clause) &&
    (coordinated || before?.tag !== 'noun' || next.tag !== 'preposition')
    ? 'verb'
    : null
}

/** "Prices rise", "Rescuers search the rubble"; "Job losses mount". */
export const baseAfterPlural: ClassRule = (clause) => {
  const { tokens, at, verbInPart } = clause
  const word = tokens[at]
  const form = FORMS.get(word?.lower ?? '')
  if ((form !== 'base' && form !== 'invariant') || verbInPart || word?.capital) return null
  const before = wordBefore(clause)
  if (CLOSES_ASIDE.test(before?.text ?? '') && !clause.verb && at > 2 && reports(word))
    return opensComplement(clause) ? 'verb' : null
  if (before?.tag === 'subject' && isPlural(before) && !FINITE.test(tokens[at + 1]?.tag ?? '')) return 'verb'
  if (reports(word) && !clause.verb && opensObject(tokens[at + 1]) && isPlural(subjectHead(tokens, at))) return 'verb'
  if (!before || !(isPlural(before) || joinsNames(tokens, at)) || !/^(?:noun|name|subject|determiner)$/.test(before.tag))
    return null
  if (before.tag === 'determiner' && !MANY.test(before.lower)) return null
  return opensComplement(clause) ? 'verb' : null
}

/** "Grandell and Tolliver together" */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  let name = at - 1
  while (tokens[name]?.tag === 'adverb') name--
  const last = name
  while (tokens[name]?.tag === 'name') name--
  return name < last && tokens[name]?.lower === 'and' && tokens[name - 1]?.tag === 'name'
}

/** "the files include names", "the thieves appear to have fled": a word that is no noun. */
export const onlyVerb: ClassRule = (clause) => {
  const { tokens, at, verbInPart } = clause
  if (verbInPart || !ONLY_VERBS.has(tokens[at]?.lower ?? '') || FINITE.test(tokens[at + 1]?.tag ?? '')) return null
  const before = wordBefore(clause)
  return before && isPlural(before) && /^(?:noun|name|subject)$/.test(before.tag) ? 'verb' : null
}
const ONLY_VERBS: ReadonlySet<string> = new Set(
  'include contain become remain receive require provide consider involve depend belong tend seem appear'.split(' '),
)

/** "a man who neighbors believe fled" */
export const reportInRelative: ClassRule = ({ tokens, at }) => {
  const next = tokens[at + 1]?.tag ?? ''
  if (!/^(?:who|which|that)$/.test(tokens[at - 2]?.lower ?? '') || !isPlural(tokens[at - 1]) || !reports(tokens[at]))
    return null
  return FINITE.test(next) || next === 'ed' ? 'verb' : null
}

/** "The report claims that", "Inflation rises". */
export const thirdAfterSingular: ClassRule = (clause) => {
  const { tokens, at, verbInPart, verb } = clause
  const word = tokens[at]
  if (FORMS.get(word?.lower ?? '') !== 'third' || verbInPart || word?.capital) return null
  const before = wordBefore(clause)
  const head = verb ? undefined : subjectHead(tokens, at)
  const nominal =
    before !== undefined && /^(?:noun|name)$/.test(before.tag) && !isPlural(head ?? before) && !isAdjectival(before)
  const pronoun = /^(?:he|she|it|who|which|this|that)$/.test(before?.lower ?? '')
  if (reports(word) && isAside(tokens, at)) return 'verb'
  if (reports(word) && !verb && opensObject(tokens[at + 1]) && !isPlural(subjectHead(tokens, at))) return 'verb'
  if (pronoun) return 'verb'
  // "The average of polls taken in May shows": no other verb comes.
  const alone = !verb && /^(?:noun|name|time|number)$/.test(before?.tag ?? '') && !verbAhead(clause)
  if (!nominal && !alone && !(CLOSES_ASIDE.test(before?.text ?? '') && !verb && at > 2)) return null
  return opensComplement(clause) ? 'verb' : null
}

/** "Mr Lee and Ms Roe both said", "have each said". */
export const floating: ClassRule = ({ tokens, at }) => {
  if (!/^(?:noun|name|subject|have|be|modal)$/.test(tokens[at - 1]?.tag ?? '')) return null
  return /^(?:verb|ed|have|be|modal|do)$/.test(tokens[at + 1]?.tag ?? '') ? 'adverb' : null
}

/** "Voters who support Lee" */
export const relativeVerb: ClassRule = ({ tokens, at }) => {
  const before = tokens[at - 1]
  if (!/^(?:who|which)$/.test(before?.lower ?? '') || !FORMS.has(tokens[at]?.lower ?? '')) return null
  return FINITE.test(tokens[at + 1]?.tag ?? '') ? null : 'verb'
}

/** "A study found", "She thought", "have found". */
export const pastAfterNominal: ClassRule = (clause) => {
  const word = clause.tokens[clause.at]
  if (FORMS.get(word?.lower ?? '') !== 'past' || word?.tag === 'verb' || word?.capital) return null
  if (wordBefore(clause)?.tag === 'have') return 'verb'
  if (closesAside(clause.tokens, clause.at)) return 'verb'
  if (clause.verbInPart) return null
  return /^(?:noun|name|subject|number|time)$/.test(wordBefore(clause)?.tag ?? '') ? 'verb' : null
}

/** "The team, led by Lee, found": an aside stands between commas before the word, and no verb before them. */
function closesAside(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== ',' || tokens[at + 1]?.lower === 'by') return false
  let open = at - 2
  while (open > 0 && at - open < 20 && tokens[open]?.text !== ',') open--
  if (tokens[open]?.text !== ',' || /^(?:conjunction|subject|quote)$/.test(tokens[open + 1]?.tag ?? '')) return false
  const participle = /^(?:ed|verb)$/.test(tokens[open + 1]?.tag ?? '') ? open + 1 : -1
  const finite = (token: Token, index: number) => FINITE.test(token.tag) && index !== participle
  const from = Math.max(0, open - 20)
  return !tokens.slice(from, at).some((token, order) => finite(token, from + order))
}
