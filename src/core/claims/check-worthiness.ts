/** Check-worthiness of a claim: a sum of explicit features, for sorting only; no claim is dropped by it. */
import type { Certainty, DateMention, Quantity, SourceKind } from '../article.ts'
import type { Tag } from '../lexicon/function-words.ts'
import { OPINION_WORDS } from '../lexicon/opinion-words.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import { mainGroup } from './syntax/main-predicate.ts'
import type { Range } from './words/token.ts'

interface Features {
  readonly kind: SourceKind
  readonly certainty: Certainty
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
}

const BASE = 0.1
/** The contribution of each feature. */
const WEIGHTS = {
  quantity: 0.2, // an amount can be checked
  secondQuantity: 0.05,
  date: 0.05,
  name: 0.15, // of a person or a thing
  verb: 0.1, // a proposition, not a phrase
  event: 0.1, // the main verb is past or present: an event or a state
  certain: 0.1,
  unsure: -0.05, // possible or unknown
  attributed: 0.1, // has a source
  answerable: 0.05, // the source is named, or a document
  short: -0.2, // under four words
  question: -0.2,
  opinion: -0.15, // judgments, wishes, feelings, "should"
  firstPerson: -0.1, // feelings and intentions of the speaker
} as const

const VERBAL: ReadonlySet<Tag> = new Set<Tag>(['verb', 'be', 'have', 'do', 'ed'])
const FIRST_PERSON = new Set("i i'm i've i'd i'll we my our".split(' '))

/**
 * 0..1, two decimals: the sum of 0.1 and the `WEIGHTS` of the features that the claim has, clipped to 0..1. An amount (0.2, a
 * second one 0.05), a date (0.05), a name (0.15), a verb (0.1), an event in the past or present (0.1), certainty (0.1; possible
 * or unknown −0.05), a source (0.1, if named or a document 0.05 more); less for under four words (0.2), a question (0.2), an
 * opinion (0.15) and the first person (0.1). Research on claim detection found these features useful (Hassan et al. 2017,
 * ClaimBuster); the weights are set by hand.
 */
export function checkWorthiness(
  parsed: ParsedSentence,
  content: readonly Range[],
  { kind, certainty, quantities, dates }: Features,
): number {
  const { words, name, verb, firstPerson, question, opinion } = wordFeatures(parsed, content)
  let score = BASE
  if (quantities.length > 0) score += WEIGHTS.quantity
  if (quantities.length > 1) score += WEIGHTS.secondQuantity
  if (dates.length > 0) score += WEIGHTS.date
  if (name) score += WEIGHTS.name
  if (verb) score += WEIGHTS.verb
  if (isEvent(parsed, content)) score += WEIGHTS.event
  if (certainty.level === 'certain') score += WEIGHTS.certain
  if (certainty.level === 'possible' || certainty.level === 'unknown') score += WEIGHTS.unsure
  if (kind !== 'author') score += WEIGHTS.attributed
  if (kind === 'named' || kind === 'document') score += WEIGHTS.answerable
  if (words < 4) score += WEIGHTS.short
  if (question) score += WEIGHTS.question
  if (opinion) score += WEIGHTS.opinion
  if (firstPerson) score += WEIGHTS.firstPerson
  return Math.round(100 * Math.min(1, Math.max(0, score))) / 100
}

/** Returns the features of a content that single words show, and the number of its words. */
function wordFeatures({ tokens }: ParsedSentence, content: readonly Range[]) {
  let words = 0
  let [name, verb, firstPerson, question, opinion] = [false, false, false, false, false]
  for (const [from, to] of content) {
    // The question mark stands at the content's end or after it.
    for (let at = from; at <= to; at++) {
      const token = tokens[at]
      if (token?.text === '?') question = true
      if (!token || at === to || token.tag === 'mark' || token.tag === 'quote') continue
      words++
      if (token.tag === 'name') name = true
      if (VERBAL.has(token.tag)) verb = true
      if (FIRST_PERSON.has(token.lower)) firstPerson = true
      if (OPINION_WORDS.has(token.lower)) opinion = true
    }
  }
  return { words, name, verb, firstPerson, question, opinion }
}

/** Returns true if the main verb is finite and neither future nor a mere possibility: "closed", "is closed", "has closed". */
function isEvent({ tokens, groups }: ParsedSentence, content: readonly Range[]): boolean {
  const group = groups[mainGroup(tokens, groups, content)?.index ?? -1]
  return group !== undefined && !group.infinitive && tokens[group.from]?.tag !== 'modal'
}
