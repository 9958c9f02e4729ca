/** Words whose class a fixed phrase decides: an ordered list of rules. */
import { baseOfPast, PARTICIPLES } from '../../lexicon/base-forms.ts'
import type { Tag } from '../../lexicon/function-words.ts'
import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import { isPairedAdjective } from './paired-adjectives.ts'
import type { Token } from './token.ts'

/** A word with its neighbours. */
interface Place {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly token: Token
  readonly next: Token | undefined
  /** Nothing or a mark stands before it. */
  readonly opens: boolean
}

/** Returns the class of the word; null if the rule does not decide. */
type Rule = (place: Place) => Tag | null

/** "June Hale": a first name, unless a preposition makes it a month. */
const firstName: Rule = ({ tokens, at, token, next }) =>
  /^(?:April|May|June|August)$/.test(token.text) &&
  next?.tag === 'name' &&
  !/^(?:preposition|time|number|noun)$/.test(tokens[at - 1]?.tag ?? '')
    ? 'name'
    : null
/** "in May", "late March" */
const month: Rule = ({ tokens, at, token }) => {
  if (!/^(?:May|March)$/.test(token.text) || tokens[at + 1]?.tag === 'name') return null
  const before = tokens[at - 1]
  return before?.tag === 'preposition' || /^(?:last|next|this|since|until|late|early|mid)$/.test(before?.lower ?? '')
    ? 'time'
    : null
}
/** "why that number was low" */
const determiner: Rule = ({ tokens, at, token, next }) =>
  token.tag === 'that' &&
  /^(?:why|how|when|where|whether|if|because|while|after|before|than)$/.test(tokens[at - 1]?.lower ?? '') &&
  /^(?:noun|ing)$/.test(next?.tag ?? '')
    ? 'determiner'
    : null
/** "rejected that argument": no verb follows. */
const pointing: Rule = ({ tokens, at, token, next }) => {
  if (token.tag !== 'that' || next?.tag !== 'noun' || !/^(?:verb|ed)$/.test(tokens[at - 1]?.tag ?? '')) return null
  for (let after = at + 2; after < tokens.length; after++) {
    const { tag, text } = tokens[after] ?? { tag: 'mark', text: '' }
    if (/^[.;,!?]$/.test(text)) break
    if (!/^(?:noun|preposition|determiner|possessive|time|name|number)$/.test(tag)) return null
  }
  return 'determiner'
}
/** "a school that has stood since 1884 is": no subject stands between a year and the verb. */
const beforeYear: Rule = ({ tokens, at, token, next }) => {
  if (!/^(?:since|until|before|after)$/.test(token.lower) || token.tag !== 'subordinator') return null
  const when = next?.tag === 'time' || /^(?:1[5-9]|20)\d\d$/.test(next?.text ?? '')
  return when && /^(?:verb|be|have|modal|mark|)$/.test(tokens[at + 2]?.tag ?? '') ? 'preposition' : null
}
/** "the first of three alerts was", "40 reports": what is counted. */
const counted: Rule = ({ tokens, at, token }) =>
  token.tag === 'verb' &&
  /[^s]s$/.test(token.lower) &&
  tokens[at - 1]?.tag === 'number' &&
  !/^(?:one|(?:1[5-9]|20)\d\d)$/.test(tokens[at - 1]?.lower ?? '') &&
  !/^(?:says|is|was|has|does)$/.test(token.lower)
    ? 'noun'
    : null
/** "On Monday, state police found it" */
const ofState: Rule = ({ tokens, at, token, next }) =>
  token.lower === 'state' &&
  next?.tag === 'noun' &&
  !/^(?:noun|name|subject|relative|have|modal)$/.test(tokens[at - 1]?.tag ?? '')
    ? 'noun'
    : null
/** "Cross-examined by Lee, the clerk accepted" */
const openingPassive: Rule = ({ at, token, next }) =>
  at === 0 && token.tag === 'name' && /ed$/.test(token.lower) && next?.lower === 'by' ? 'ed' : null
/** "to staff members last week" */
const lastPeriod: Rule = ({ token, next }) =>
  token.lower === 'last' &&
  /^(?:night|week|month|year|season|summer|winter|spring|autumn|fall|weekend)$/.test(next?.lower ?? '')
    ? 'noun'
    : null
/** "said planning director Ann Orr" */
const ofRole: Rule = ({ token, next }) => (token.tag === 'ing' && ROLE_NOUNS.has(next?.lower ?? '') ? 'noun' : null)
/** "They follow rules" */
const afterPronoun: Rule = ({ tokens, at, token, next }) => {
  if (token.tag !== 'noun' || token.capital || !PRONOUNS.has(tokens[at - 1]?.lower ?? '')) return null
  return /^(?:be|have|modal|do)$/.test(next?.tag ?? '') ? null : 'verb'
}
/** "a calm and trusted nurse" */
const paired: Rule = ({ tokens, at }) => (isPairedAdjective(tokens, at) ? 'noun' : null)
/** "No 10 said" */
const numbered: Rule = ({ tokens, at, token, next }) =>
  token.text === 'No' && /^\d/.test(next?.text ?? '') && !/^(?:noun|adverb)$/.test(tokens[at + 2]?.tag ?? '') ? 'name' : null
/** "Sparsely populated Dorran" */
const modified: Rule = ({ tokens, at, token, next }) =>
  token.tag === 'ed' && at === 1 && tokens[0]?.tag === 'adverb' && next?.tag === 'name' ? 'noun' : null
/** "That is the reason"; not "It was the bank, she said, that had sold it" */
const demonstrative: Rule = ({ tokens, at, token, next, opens }) =>
  opens &&
  !(at > 3 && tokens[0]?.lower === 'it' && tokens[1]?.tag === 'be' && tokens[at - 1]?.text === ',') &&
  token.tag === 'that' &&
  /^(?:verb|be|have|modal|do)$/.test(next?.tag ?? '')
    ? 'subject'
    : null
/** ", though," */
const though: Rule = ({ token, next, opens }) => (opens && token.lower === 'though' && next?.tag === 'mark' ? 'adverb' : null)
/** "Thanks to his film", ", compared with last year" */
const preposition: Rule = ({ token, next, opens }) => {
  const phrase = `${token.lower} ${next?.lower ?? ''}`
  return opens && /^(?:thanks to|compared (?:with|to))$/.test(phrase) ? 'preposition' : null
}
/** "Retired Gen. Lee led", "Lost job growth is" */
const openingParticiple: Rule = ({ tokens, at, token, next, opens }) => {
  const past = opens && token.capital && /^(?:verb|ed)$/.test(token.tag) && baseOfPast(token.lower) !== null
  if (!past) return null
  const named = next?.tag === 'name' && token.lower.endsWith('ed')
  return named || (next?.tag === 'noun' && finiteBeforeComma(tokens, at + 2)) ? 'noun' : null
}

function finiteBeforeComma(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ tag }, at) => at >= from && /^(?:mark|that|relative|subordinator|quote)$/.test(tag))
  return tokens.slice(from, Math.max(end, from)).some(({ tag }) => /^(?:be|have|modal|do)$/.test(tag))
}

/** "A storm named Odile", "a firm called Tarn" */
const naming: Rule = ({ tokens, at, token, next }) => {
  if (!/^(?:named|called|dubbed|nicknamed|titled|entitled)$/.test(token.lower) || next?.tag !== 'name') return null
  let from = at - 1
  while (from > 0 && tokens[from]?.tag === 'noun' && at - from < 4) from--
  return from < at - 1 && /^an?$/.test(tokens[from]?.lower ?? '') ? 'preposition' : null
}

/** "had fallen", "was not stolen", "they've chosen" */
const participle: Rule = ({ tokens, at, token }) => {
  if (token.tag !== 'noun' || token.capital || !PARTICIPLES.has(token.lower)) return null
  let before = at - 1
  while (/^(?:adverb|negation)$/.test(tokens[before]?.tag ?? '')) before--
  const { tag = 'mark', lower = '' } = tokens[before] ?? {}
  return /^(?:have|be)$/.test(tag) || (tag === 'subject' && /['’](?:ve|s|d|re)$/.test(lower)) ? 'ed' : null
}
/** "said retired guide Ida Moss" */
const beforeRole: Rule = ({ tokens, at, token, next }) =>
  tokens[at - 1]?.lower === 'said' && baseOfPast(token.lower) !== null && next?.tag === 'noun' && tokens[at + 2]?.tag === 'name'
    ? 'noun'
    : null
/** "because of high winds" */
const cause: Rule = ({ token, next }) => (token.lower === 'because' && next?.lower === 'of' ? 'preposition' : null)

const RULES: readonly Rule[] = [
  firstName, // "June Hale"
  month, // "in May"
  determiner, // "why that number was low"
  pointing, // "rejected that argument"
  beforeYear, // "since 1884"
  counted, // "three alerts"
  ofState, // "state police"
  ofRole, // "planning director"
  lastPeriod, // "last week"
  openingPassive, // "Cross-examined by Lee"
  afterPronoun, // "They follow rules"
  paired, // "a calm and trusted nurse"
  numbered, // "No 10 said"
  modified, // "Sparsely populated Dorran"
  demonstrative, // "That is the reason"
  though, // ", though,"
  preposition, // "Thanks to his film"
  naming, // "a firm called Tarn"
  participle, // "had fallen"
  beforeRole, // "said retired guide Ida Moss"
  cause, // "because of high winds"
  openingParticiple, // "Retired Gen. Lee led"
]

const WORDS: ReadonlySet<string> = new Set(
  'march april may june august since until before after as no though thanks compared named called dubbed nicknamed titled entitled state last because'.split(
    ' ',
  ),
)
const TAGS: ReadonlySet<Tag> = new Set<Tag>(['ed', 'ing', 'verb', 'that'])
const PRONOUNS: ReadonlySet<string> = new Set(['i', 'we', 'you', 'they'])
/** False where none of the rules decides: each looks for a word, a tag or the pronoun before a noun. */
const mayDecide = ({ tag, lower }: Token, before: Token | undefined): boolean =>
  TAGS.has(tag) ||
  WORDS.has(lower) ||
  PARTICIPLES.has(lower) ||
  before === undefined ||
  (tag === 'noun' && before !== undefined && PRONOUNS.has(before.lower))

/** Returns the class that a phrase gives to the word `at`; null if none does. */
export function wordInPhrase(tokens: readonly Token[], at: number): Tag | null {
  const token = tokens[at]
  const before = at > 0 ? tokens[at - 1] : undefined
  if (!token || !mayDecide(token, before)) return null
  const opens = before === undefined || before.tag === 'mark' || before.tag === 'quote'
  const place: Place = { tokens, at, token, next: tokens[at + 1], opens }
  for (const rule of RULES) {
    const tag = rule(place)
    if (tag !== null) return tag
  }
  return null
}
