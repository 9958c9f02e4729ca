/** How much a claim asks to be checked: a sum of stated features, so that claims can be sorted; nothing is dropped by it. */
import type { Certainty, DateMention, Quantity, SourceKind } from '../article.ts'
import type { Tag } from '../lexicon/function-words.ts'
import { OPINION_WORDS } from '../lexicon/opinion-words.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import { mainGroup } from './syntax/main-predicate.ts'
import type { Range } from './syntax/tokens.ts'

interface Features {
  readonly kind: SourceKind
  readonly certainty: Certainty
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
}

const BASE = 0.1
/** What each feature adds. */
const WEIGHTS = {
  quantity: 0.2, // an amount can be checked
  secondQuantity: 0.05,
  date: 0.05,
  name: 0.15, // of somebody or something
  verb: 0.1, // a proposition, not a phrase
  event: 0.1, // its main verb is told as past or present: it happened or holds
  certain: 0.1,
  unsure: -0.05, // possible or unknown
  attributed: 0.1, // somebody vouches for it
  answerable: 0.05, // by name, or in a document
  short: -0.2, // under four words
  question: -0.2,
  opinion: -0.15, // judges, wishes, feels, says what should be
  firstPerson: -0.1, // feelings and intentions of the speaker
} as const

const VERBAL: ReadonlySet<Tag> = new Set<Tag>(['verb', 'be', 'have', 'do', 'ed'])
const FIRST_PERSON = new Set("i i'm i've i'd i'll we my our".split(' '))

/**
 * 0..1, two decimals: the sum of 0.1 and what `WEIGHTS` gives for each feature that the claim has, clipped to 0..1. An amount (0.2, a
 * second one 0.05), a date (0.05), a name (0.15), a verb (0.1), an event told as past or present (0.1), certainty (0.1; possible or
 * unknown −0.05), a source (0.1, if named or a document 0.05 more); less for under four words (0.2), a question (0.2), an opinion
 * (0.15) and speaking of oneself (0.1). The features are those that claim detection has found to tell (Hassan et al. 2017,
 * ClaimBuster), the weights are ours.
 */
export function checkWorthiness(
  parsed: ParsedSentence,
  content: readonly Range[],
  { kind, certainty, quantities, dates }: Features,
): number {
  const { tokens } = parsed
  let words = 0
  let [name, verb, firstPerson, question, opinion] = [false, false, false, false, false]
  for (const [from, to] of content) {
    // The mark that asks stands at the content's end or after it.
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

/** Whether the main verb is finite and neither of the future nor a mere possibility: "closed", "is closed", "has closed". */
function isEvent({ tokens, groups }: ParsedSentence, content: readonly Range[]): boolean {
  const group = groups[mainGroup(tokens, groups, content)?.index ?? -1]
  return group !== undefined && !group.infinitive && tokens[group.from]?.tag !== 'modal'
}
