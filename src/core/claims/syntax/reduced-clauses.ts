/** Reduced clauses: a participle without subject and "be", beside a noun or before the subject. */
import { baseOfPast, PARTICIPLES } from '../../lexicon/base-forms.ts'
import type { Token } from '../words/token.ts'
import { tagAt, takesClause } from './clause.ts'
import type { VerbGroup } from './verb-groups.ts'

const ADJUNCT = /^(?:preposition|time|to|adverb)$/

const hasAdjunct = (tokens: readonly Token[], to: number): boolean =>
  ADJUNCT.test(tagAt(tokens, to)) || /^(?:as|last|this|earlier|if|whether|how|why|what|about)$/.test(tokens[to]?.lower ?? '')

/** "titled Northern Light" */
const namesAfter = (tokens: readonly Token[], to: number): boolean =>
  /^(?:titled|entitled|named|called|dubbed|nicknamed)$/.test(tokens[to - 1]?.lower ?? '') && tagAt(tokens, to) === 'name'

/** "published", "led" */
export const isPast = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'ed' || (token.tag === 'verb' && (baseOfPast(token.lower) !== null || PARTICIPLES.has(token.lower))))

const isBarePast = (tokens: readonly Token[], { from, verb }: VerbGroup): boolean => from === verb && isPast(tokens[verb])

/** ", published in May,", ", led by Lee,": a participle that follows the first comma of its clause, before the verb. */
function isAside(tokens: readonly Token[], { from, to, verb }: VerbGroup, start: number, lastFinite: number): boolean {
  const before = from - (/^(?:negation|adverb|number)$/.test(tagAt(tokens, from - 1)) ? 2 : 1)
  if (
    from !== verb ||
    tokens[before]?.text !== ',' ||
    !isPast(tokens[verb]) ||
    !(hasAdjunct(tokens, to) || namesAfter(tokens, to))
  )
    return false
  const commas = tokens.slice(start, before + 1).filter(({ text }) => text === ',')
  return commas.length % 2 === 1 && lastFinite > verb
}

/** "Led by Lee, the crowd", "If elected, she": what opens the sentence has no subject before its verb. */
function isOpening(tokens: readonly Token[], { from, verb, to }: VerbGroup, start: number, lastFinite: number): boolean {
  if (from !== verb || !isPast(tokens[verb]) || !hasComma(tokens, to, lastFinite)) return false
  return tokens.slice(start, from).every(({ tag, lower }) => /^(?:adverb|subordinator|quote)$/.test(tag) || lower === 'all')
}

/** "Had it rained, they would have stayed" */
const isInverted = (tokens: readonly Token[], { from, to }: VerbGroup, start: number, lastFinite: number): boolean =>
  from === start && /^(?:had|were|should)$/.test(tokens[from]?.lower ?? '') && hasComma(tokens, to, lastFinite)

/** A comma stands in [from, to). */
const hasComma = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, Math.max(from, to)).some(({ text }) => text === ',')

/** "the man arrested on": a participle that follows its noun and has no object. */
const isReduced = (tokens: readonly Token[], { from, to, verb }: VerbGroup): boolean =>
  from === verb &&
  (tagAt(tokens, verb) === 'ed' || (isPast(tokens[verb]) && tokens[to]?.lower === 'by')) &&
  hasAdjunct(tokens, to) &&
  /^(?:noun|name|number|object)$/.test(tagAt(tokens, from - 1))

/** The same, or "there was little left in the mine" after the verb group `last`. */
export const isRemnant = (tokens: readonly Token[], group: VerbGroup, last: VerbGroup): boolean =>
  isReduced(tokens, group) ||
  (tokens[last.from - 1]?.lower === 'there' && isBarePast(tokens, group) && hasAdjunct(tokens, group.to))

/** "despite a petition signed by many": no finite verb; not "profit dropped by a third". */
export const hasAgent = (tokens: readonly Token[], group: VerbGroup): boolean =>
  endsPeriod(tokens, group) ||
  (tokens[group.to]?.lower === 'by' &&
    isReduced(tokens, group) &&
    (tagAt(tokens, group.verb) === 'ed' || PARTICIPLES.has(tokens[group.verb]?.lower ?? '')) &&
    tagAt(tokens, group.to + 1) !== 'number' &&
    !/^(?:half|a|an|about|around|almost|nearly|just|up|as|between|[$€£¥])$/.test(tokens[group.to + 1]?.lower ?? ''))

/** "the three months ended June 30" */
const endsPeriod = (tokens: readonly Token[], { from, to, verb }: VerbGroup): boolean =>
  from === verb &&
  /^(?:ended|ending)$/.test(tokens[verb]?.lower ?? '') &&
  /^(?:months?|quarters?|years?|weeks?)$/.test(tokens[from - 1]?.lower ?? '') &&
  tagAt(tokens, to) === 'time'

/** "the letters sent in May": a past form that may be a participle. */
const mayBeReduced = (tokens: readonly Token[], { from, to, verb }: VerbGroup): boolean =>
  from === verb && isPast(tokens[verb]) && hasAdjunct(tokens, to) && /^(?:noun|name)$/.test(tagAt(tokens, from - 1))

const isFoundAside = (tokens: readonly Token[], { from, to, verb }: VerbGroup, group: VerbGroup, comma: number): boolean =>
  from === verb &&
  isPast(tokens[verb]) &&
  tokens[to]?.text === ',' &&
  comma === group.from - 1 &&
  comma > to &&
  /^(?:modal|be|have)$/.test(tagAt(tokens, group.from)) &&
  tagAt(tokens, from - 1) === 'noun'

const hasArticle = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag }) => /^(?:determiner|possessive|subject|name)$/.test(tag))

/** The state since the verb `last`: the tokens of the last comma, conjunction and verb, infinitives included. */
interface Since {
  readonly comma: number
  readonly conjunction: number
  readonly lastVerb: number
}

/** "The man arrested on Monday died", "In a letter dated March 3, he wrote": the participle was no verb of the clause from `from`. */
export function replacesParticiple(
  tokens: readonly Token[],
  from: number,
  last: VerbGroup,
  group: VerbGroup,
  { comma, conjunction, lastVerb }: Since,
): boolean {
  if (conjunction >= last.to) return false
  // "the level found, 4 milligrams, could not be"
  if (isFoundAside(tokens, last, group, comma)) return true
  // "Of the people enrolled, half took a pill"
  if (tagAt(tokens, from) === 'preposition' && comma === last.to && isBarePast(tokens, last)) return true
  if (!mayBeReduced(tokens, last)) return false
  // "stood by remarks she had made"
  if (tagAt(tokens, group.from - 1) === 'subject' && comma < last.to) return false
  // "In an interview read to the jury, he said": the noun stands in an adjunct
  const inAdjunct = tagAt(tokens, from) === 'preposition' && comma >= last.to && !hasArticle(tokens, from + 2, last.from)
  if (!isReduced(tokens, last)) return inAdjunct || (comma < last.to && !takesClause(tokens[lastVerb]))
  const opening = /^(?:preposition|ing)$/.test(tagAt(tokens, from))
  return comma < last.to || comma === group.from - 1 || opening
}

/** ", built in 1931," of "said the bridge, built in 1931, was unsafe": only a noun phrase stands before the comma. */
function isAsideOfContent(tokens: readonly Token[], { from, verb, to }: VerbGroup, start: number, lastFinite: number): boolean {
  if (from !== verb || tokens[from - 1]?.text !== ',' || !isPast(tokens[verb]) || !hasAdjunct(tokens, to)) return false
  let noun = from - 2
  while (noun > start && /^(?:noun|name|number|determiner|possessive|preposition)$/.test(tagAt(tokens, noun))) noun--
  const closed = tokens.slice(to, lastFinite).findLastIndex(({ text }) => text === ',')
  return takesClause(tokens[noun]) && closed >= 0 && to + closed < lastFinite
}

/** The start of the clause that waits for a verb, whether it opens the sentence, and the last finite verb of the sentence. */
interface Waiting {
  readonly from: number
  readonly first: boolean
  /** The clause has its verb. */
  readonly filled: boolean
  readonly lastFinite: number
}

/** Returns the form of a verb before which its clause has none: a finite one, a participle, or "Had" of "Had it rained, they". */
export function formOf(
  tokens: readonly Token[],
  group: VerbGroup,
  { from, first, filled, lastFinite }: Waiting,
): 'finite' | 'reduced' | 'inverted' {
  // "having failed to win"
  if (tokens[group.from - 1]?.lower === 'having') return 'reduced'
  // "when asked whether it rained"
  if (tagAt(tokens, group.from - 1) === 'subordinator' && isBarePast(tokens, group)) return 'reduced'
  if (filled) return isAsideOfContent(tokens, group, from, lastFinite) ? 'reduced' : 'finite'
  if (isAside(tokens, group, from, lastFinite)) return 'reduced'
  if (!first) return 'finite'
  if (isOpening(tokens, group, from, lastFinite)) return 'reduced'
  return isInverted(tokens, group, from, lastFinite) ? 'inverted' : 'finite'
}

/** "The firm, saying | it had failed, closed": a clause begins behind the participle `at` of an aside. */
export const opensReport = (tokens: readonly Token[], start: number, at: number): boolean =>
  at > start && tagAt(tokens, at) === 'ing' && /^(?:,|)$/.test(tokens[at - 1]?.text ?? '')
