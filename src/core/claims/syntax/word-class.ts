/** Words of two classes, decided by their context: an ordered list of rules over a clause that is read forwards. */
import { COMMON_NOUNS, NOUN_ENDING, PLURAL_NAMES } from '../../lexicon/common-nouns.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { NOUNS_IN_ED } from '../../lexicon/ending-exceptions.ts'
import type { Tag } from '../../lexicon/function-words.ts'
import { isAdjectival } from '../../lexicon/plain-adjectives.ts'
import { PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import { TWOFOLD_FORMS as FORMS } from '../../lexicon/twofold-forms.ts'
import { wordInPhrase } from './phrase-words.ts'
import type { Token } from './token.ts'

/** A clause as far as it has been read. */
interface Clause {
  readonly tokens: readonly Token[]
  readonly at: number
  /** A finite verb has come since the clause began. */
  readonly verb: boolean
  /** The same since the last comma. */
  readonly verbInPart: boolean
}

/** Returns the tag of a word in its place; null if the rule does not decide. */
type Rule = (clause: Clause) => Tag | null

const isPlural = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/[^su]s$|ss?es$|[^s]us?es$/.test(token.lower) ||
    /^(?:people|police|men|women|children|they|we|i|you|many|most|both|some|others|several|few|all|these|those|data|mps)$/.test(
      token.lower,
    )) &&
  !(token.tag === 'name' && PLURAL_NAMES.has(token.lower))

const OBJECT = /^(?:determiner|possessive|that|subject|object|to|number|relative|quote|subordinator)$/
/** "Results, published in May, show", "Farmers — and some traders — say" */
const CLOSES_ASIDE = /^(?:[,)–—-]|--)$/
const FINITE = /^(?:verb|be|have|modal|do)$/

/** Returns the word before, without adverbs and negations. */
function wordBefore({ tokens, at }: Clause): Token | undefined {
  let before = at - 1
  while (/^(?:adverb|negation)$/.test(tokens[before]?.tag ?? '')) before--
  return tokens[before]
}

/** Returns true if an unambiguous verb follows before the clause ends. */
function verbAhead({ tokens, at }: Clause): boolean {
  let comma = false
  for (let next = at + 1; next < Math.min(tokens.length, at + 25); next++) {
    const token = tokens[next]
    if (!token || CLOSES.test(token.tag) || /^[;:—–]$/.test(token.text)) return false
    // "stops here, and riders complain"
    if (token.text === ',' && tokens[next + 1]?.tag === 'conjunction') return false
    // "falls sharply, clerks say"
    if (comma && reports(token) && /^(?:mark|)$/.test(tokens[next + 1]?.tag ?? '')) return false
    if (isVerbAfter(token, tokens[next - 1])) return true
    comma ||= token.text === ','
  }
  return false
}
const CLOSES = /^(?:relative|that|subordinator|quote|subject)$/

const isVerbAfter = ({ tag }: Token, before: Token | undefined): boolean =>
  (FINITE.test(tag) && before?.tag !== 'to') || (tag === 'ed' && /^(?:noun|name)$/.test(before?.tag ?? ''))

/** "the accused said" */
const nounInEd: Rule = ({ tokens, at }) => {
  const token = tokens[at]
  if (token?.tag !== 'ed' || !NOUNS_IN_ED.has(token.lower)) return null
  if (!/^(?:determiner|possessive)$/.test(tokens[at - 1]?.tag ?? '')) return null
  return /^(?:noun|name|ing)$/.test(tokens[at + 1]?.tag ?? '') ? null : 'noun'
}

/** "Temperatures fell", "Rescuers said": a sentence's first word is capitalized, whatever it is. */
const capitalizedNoun: Rule = ({ tokens, at }) => {
  const token = tokens[at]
  if (token?.tag !== 'name' || !token.capital || PLURAL_NAMES.has(token.lower)) return null
  const opens = at === 0 || /^(?:quote|mark)$/.test(tokens[at - 1]?.tag ?? '')
  if (!opens || (at > 0 && !/^(?:["“‘'—–:]|''|``)$/.test(tokens[at - 1]?.text ?? '')) || tokens[at + 1]?.capital) return null
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
const modifiedNoun: Rule = (clause) => {
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
const openedNoun: Rule = (clause) => {
  const { tokens, at } = clause
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (!isPresent(clause)) return null
  // "Many fear the flood"
  if (before?.tag === 'determiner' && MANY.test(before.lower) && opensObject(next)) return null
  if (/^(?:determiner|possessive)$/.test(before?.tag ?? '') || /['’]s$|s['’]$/.test(before?.lower ?? '')) return 'noun'
  const opens = at === 0 || /^(?:that|subordinator|quote)$/.test(before?.tag ?? '')
  return opens && (FINITE.test(next?.tag ?? '') || joinsNouns(tokens, at + 1)) ? 'noun' : null
}

/** "Police investigate claims", "under the new rules": the clause has its verb. */
const objectNoun: Rule = (clause) => {
  const { tokens, at, verb, verbInPart } = clause
  if (!isPresent(clause)) return null
  if (verbInPart && /^(?:verb|preposition|number|ing)$/.test(tokens[at - 1]?.tag ?? '')) return 'noun'
  return verb && isObject(tokens, at) && !OBJECT.test(tokens[at + 1]?.tag ?? '') ? 'noun' : null
}

const joinsNouns = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'conjunction' && /^(?:noun|name)$/.test(tokens[at + 1]?.tag ?? '')

/** "under the new rules": an article after a preposition opens the noun phrase. */
function isObject(tokens: readonly Token[], at: number): boolean {
  let opens = at - 1
  while (opens > at - 4 && tokens[opens]?.tag === 'noun') opens--
  return /^(?:determiner|possessive)$/.test(tokens[opens]?.tag ?? '') && tokens[opens - 1]?.tag === 'preposition'
}

/** "The company cut its outlook", "The storm hit the coast". */
const invariantPast: Rule = (clause) => {
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

const MANY = /^(?:many|most|both|some|others|several|few|all)$/

/** "Prices rise", "Rescuers search the rubble"; "Job losses mount". */
const baseAfterPlural: Rule = (clause) => {
  const { tokens, at, verbInPart } = clause
  const word = tokens[at]
  const form = FORMS.get(word?.lower ?? '')
  if ((form !== 'base' && form !== 'invariant') || verbInPart || word?.capital) return null
  const before = wordBefore(clause)
  if (CLOSES_ASIDE.test(before?.text ?? '') && !clause.verb && at > 2 && reports(word))
    return opensComplement(clause) ? 'verb' : null
  if (before?.tag === 'subject' && isPlural(before) && !FINITE.test(tokens[at + 1]?.tag ?? '')) return 'verb'
  if (reports(word) && !clause.verb && opensObject(tokens[at + 1]) && isPlural(subjectHead(tokens, at))) return 'verb'
  if (!before || !isPlural(before) || !/^(?:noun|name|subject|determiner)$/.test(before.tag)) return null
  if (before.tag === 'determiner' && !MANY.test(before.lower)) return null
  return opensComplement(clause) ? 'verb' : null
}

/** "The report claims that", "Inflation rises". */
const thirdAfterSingular: Rule = (clause) => {
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

const opensObject = (token: Token | undefined): boolean =>
  /^(?:determiner|possessive|that|subject|name)$/.test(token?.tag ?? '')

/** The head of the noun phrase that opens the clause: "Polls" of "Polls in the north show". */
function subjectHead(tokens: readonly Token[], at: number): Token | undefined {
  let from = at
  while (
    from > 0 &&
    at - from < 12 &&
    !/^(?:mark|that|subordinator|relative|quote|conjunction)$/.test(tokens[from - 1]?.tag ?? '')
  )
    from--
  const link = tokens.findIndex(({ tag }, index) => index > from && /^(?:preposition|ed|to)$/.test(tag))
  return link > from && link < at ? tokens.slice(from, link).findLast(({ tag }) => /^(?:noun|name)$/.test(tag)) : undefined
}

/** "Democrats, Tully notes, applaud": a name and the word between commas. */
function isAside(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== ',' || !/^(?:noun|name)$/.test(tokens[at - 1]?.tag ?? '')) return false
  let open = at - 1
  while (open > at - 5 && /^(?:noun|name|determiner)$/.test(tokens[open]?.tag ?? '')) open--
  return tokens[open]?.text === ',' && open > 0
}

/** An object, a clause or an infinitive follows, or nothing; and where a preposition does, no other verb. */
function opensComplement(clause: Clause): boolean {
  const { tokens, at } = clause
  const next = tokens[at + 1]
  if (next === undefined) return true
  if (FINITE.test(next.tag) || /['’]s$/.test(next.lower)) return false
  if (OBJECT.test(next.tag)) return next.tag !== 'to' || !verbAhead(clause)
  if (/^[,;]$/.test(next.text)) return false
  if (next.text === '.') return !verbAhead(clause)
  if (/^(?:preposition|adverb|time|conjunction)$/.test(next.tag)) return !verbAhead(clause)
  // "her friends make jokes"
  if (FORMS.get(next.lower) === 'third' && FORMS.get(tokens[at]?.lower ?? '') === 'base')
    return !verbAhead({ ...clause, at: at + 1 })
  if (FORMS.has(next.lower) || next.tag === 'ed') return false
  return next.tag === 'name' || (next.tag === 'noun' && (reports(tokens[at]) || !verbAhead(clause)))
}

/** "Mr Lee and Ms Roe both said", "have each said". */
const floating: Rule = ({ tokens, at }) => {
  if (!/^(?:noun|name|subject|have|be|modal)$/.test(tokens[at - 1]?.tag ?? '')) return null
  return /^(?:verb|ed|have|be|modal|do)$/.test(tokens[at + 1]?.tag ?? '') ? 'adverb' : null
}

/** "Voters who support Lee" */
const relativeVerb: Rule = ({ tokens, at }) => {
  const before = tokens[at - 1]
  if (!/^(?:who|which)$/.test(before?.lower ?? '') || !FORMS.has(tokens[at]?.lower ?? '')) return null
  return FINITE.test(tokens[at + 1]?.tag ?? '') ? null : 'verb'
}

/** "A study found", "She thought", "have found". */
const pastAfterNominal: Rule = (clause) => {
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

const FORM_RULES: readonly Rule[] = [
  nounInEd, // "the accused said"
  capitalizedNoun, // "Temperatures fell"
]

const RULES: readonly Rule[] = [
  ...FORM_RULES,
  relativeVerb, // "who support Lee"
  modifiedNoun, // "News host Lee said"
  openedNoun, // "the cut", "that tests and drills"
  objectNoun, // "faces claims"
  invariantPast, // "The company cut its outlook"
  pastAfterNominal, // "A study found"
  baseAfterPlural, // "Prices rise"
  thirdAfterSingular, // "The report claims that"
]

/** A verb that takes a clause: "figures show unemployment fell". */
const reports = (token: Token | undefined): boolean => /s/.test(CUE_FORMS.get(token?.lower ?? '')?.verb.frames ?? '')

/** A clause ends before these. */
const STRONG: ReadonlySet<Tag> = new Set<Tag>(['relative', 'that', 'subordinator', 'quote', 'conjunction'])
const FINITE_TAGS: ReadonlySet<Tag> = new Set<Tag>(['verb', 'be', 'have', 'modal', 'do'])
const FLOATING: ReadonlySet<string> = new Set(['both', 'each', 'all'])
const FLOATING_RULES: readonly Rule[] = [floating]

/** "Lee underplays the risk", "Drivers honk at the gate": where a sentence has no known verb, an unknown word may be one. */
function verbOfUnknown(tokens: Token[]): void {
  const at = tokens.findIndex(({ tag, lower, capital }, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]]
    if (tag !== 'noun' || capital || !/^(?:noun|name|subject)$/.test(before?.tag ?? '')) return false
    if (/[^su]s$/.test(lower)) return !isPlural(before) && /^(?:determiner|possessive|object|that)$/.test(next?.tag ?? '')
    const known = COMMON_NOUNS.has(lower) || NOUN_ENDING.test(lower)
    return isPlural(before) && !known && /^(?:preposition|determiner|possessive|object|that)$/.test(next?.tag ?? '')
  })
  const token = tokens[at]
  if (token) tokens[at] = { ...token, tag: 'verb' }
}

/** Gives words of two classes the tag that they have in their place. Changes `tokens`. Linear. */
export function decideWordClasses(tokens: Token[]): void {
  let known = false
  let verb = false
  let verbInPart = false
  for (let at = 0; at < tokens.length; at++) {
    const phrasal = wordInPhrase(tokens, at)
    if (phrasal) tokens[at] = { ...(tokens[at] as Token), tag: phrasal }
    const token = tokens[at] as Token
    if (STRONG.has(token.tag) || (token.tag === 'mark' && /^[;:—–]$/.test(token.text))) {
      // "cut its outlook and expects a loss": the subject goes on.
      verb &&= token.tag === 'conjunction'
      verbInPart = false
      continue
    }
    if (token.text === ',') verbInPart = false
    const rules = rulesFor(token)
    const tag =
      wordInPhrase(tokens, at) ?? (rules.length === 0 ? token.tag : tagInPlace(rules, { tokens, at, verb, verbInPart }))
    if (tag !== token.tag) tokens[at] = { ...token, tag }
    if (fillsClause(tokens, at, tag)) {
      verb = true
      // "said the team found no trace": a clause of its own may follow.
      known = true
      verbInPart = !reports(token) || /^(?:saw|sees?|seen|feels?|felt)$/.test(token.lower)
    }
    known ||= tag === 'ed'
  }
  if (!known) verbOfUnknown(tokens)
}

const NONE: readonly Rule[] = []

function rulesFor({ tag, lower, capital }: Token): readonly Rule[] {
  if (tag === 'noun' || tag === 'verb') return FORMS.has(lower) ? RULES : NONE
  if (tag === 'ed') return NOUNS_IN_ED.has(lower) ? FORM_RULES : NONE
  if (tag === 'name') return capital ? FORM_RULES : NONE
  return tag === 'determiner' && FLOATING.has(lower) ? FLOATING_RULES : NONE
}

function tagInPlace(rules: readonly Rule[], clause: Clause): Tag {
  for (const rule of rules) {
    const tag = rule(clause)
    if (tag !== null) return tag
  }
  return (clause.tokens[clause.at] as Token).tag
}

/** A finite verb, or a past form after its subject that has an object. */
function fillsClause(tokens: readonly Token[], at: number, tag: Tag): boolean {
  if (FINITE_TAGS.has(tag)) return tokens[at - 1]?.tag !== 'to'
  if (tag !== 'ed' || !/^(?:noun|name|subject|adverb|number)$/.test(tokens[at - 1]?.tag ?? '')) return false
  return (
    !/^(?:preposition|time)$/.test(tokens[at + 1]?.tag ?? '') &&
    !/^(?:last|this|earlier|later)$/.test(tokens[at + 1]?.lower ?? '')
  )
}
