/** Which part the words before it cannot do without: an ordered list of bonds, each with its example. */
import { CLAUSE_NOUNS, FILLED } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { indices } from './indices.ts'
import { isFiniteVerb, isVerb, type PartKind, TIME_NOUN, YEAR } from './part-rules.ts'

export interface Part {
  readonly kind: PartKind
  /** Token indices, in order. */
  readonly at: readonly number[]
  /** The kind of its last phrase or clause, and the place in `at` where that begins. */
  readonly ends: PartKind
  readonly from: number
  /** The place up to which nothing may be cut off. */
  readonly held: number
}

type Bond = (parsed: ParsedSentence, before: Part, part: Part) => boolean

const isClausal = (kind: PartKind): boolean => kind === 'clause' || kind === 'relative'
const last = ({ at }: Part): number => at.at(-1) ?? -1

/** "that the man | in the car | fled", "whether | to divert" */
const ofOpener: Bond = (parsed, { ends, at, from }) => isClausal(ends) && !closes(parsed, at.slice(from))
/** A clause has its verb; after a word that asks, an infinitive. */
function closes(parsed: ParsedSentence, at: readonly number[]): boolean {
  const asks = /^(?:whether|how|what|when|where|who)$/.test(lower(parsed.tokens, at[0] ?? -1))
  return at.some((index) => isFiniteVerb(parsed, index) || (asks && isVerb(parsed, index)))
}

/** "to rule out | human error", "whether they suspected | inside help", "tied | up", "if it lasts | beyond Sunday" */
const ofVerb: Bond = (parsed, { ends, at, from }, part) => {
  const { tokens } = parsed
  const timed = part.kind === 'time' || part.kind === 'day'
  if (timed && !/^(?:if|unless)$/.test(lower(tokens, at[from] ?? -1))) return false
  const end = at.findLast((index) => tag(tokens, index) !== 'adverb' && !PARTICLE.test(lower(tokens, index))) ?? -1
  return isVerb(parsed, end) || (ends === 'participle' && /^(?:ed|verb|ing)$/.test(tag(tokens, end)))
}
const PARTICLE = /^(?:out|up|down|off|back|away|apart|aside)$/

/** "by | as much as two points" */
const ofPreposition: Bond = ({ tokens }, before) =>
  before.kind === 'preposition' &&
  (/^(?:preposition|to)$/.test(tag(tokens, last(before))) || lower(tokens, last(before)) === 'least')

/** "reports | that the state sells it" */
const ofNoun: Bond = ({ tokens }, before, { kind, at }) =>
  kind === 'clause' &&
  tag(tokens, at[0] ?? -1) === 'that' &&
  (CLAUSE_NOUNS.has(lower(tokens, last(before))) || FILLED.test(lower(tokens, last(before))))

/** "when it was acquired | in 2009" */
const ofYear: Bond = ({ tokens }, { ends }, { kind, at }) =>
  kind === 'time' &&
  /^(?:clause|relative|participle|infinitive)$/.test(ends) &&
  at.some((index) => YEAR.test(lower(tokens, index)))

/** "make sure | the port | works" */
const ofSubject: Bond = (parsed, _, { at }) => isFiniteVerb(parsed, at[0] ?? -1)

/** "for small farms | to borrow" */
const ofFor: Bond = ({ tokens }, { at, from }, { kind }) => kind === 'infinitive' && lower(tokens, at[from] ?? -1) === 'for'

/** "400 yards | from its berth" */
const ofDistance: Bond = ({ tokens }, before, { kind, at }) =>
  kind === 'preposition' &&
  DISTANCE.test(lower(tokens, last(before))) &&
  /^(?:from|off|below|above|outside)$/.test(lower(tokens, at[0] ?? -1))
const DISTANCE = /^(?:miles?|kilomet(?:re|er)s?|met(?:re|er)s?|yards?|feet|foot|inch(?:es)?|km|far|away|points?|places?)$/

/** "in water | about 200 feet deep" */
const ofDepth: Bond = ({ tokens }, before, { at }) =>
  before.kind === 'preposition' && /^(?:deep|high|long|wide|tall|old|thick|away)$/.test(lower(tokens, at.at(-1) ?? -1))

/** "more slowly than | in May" */
const ofThan: Bond = ({ tokens }, before) => lower(tokens, last(before)) === 'than'

/** "in May and two | more" */
const ofMore: Bond = ({ tokens }, before, { at }) =>
  lower(tokens, at[0] ?? -1) === 'more' && tag(tokens, last(before)) === 'number'

/** "in May and two more | in 2026" */
const ofJoint: Bond = ({ tokens }, before) =>
  /^(?:preposition|time)$/.test(before.kind) &&
  before.at.some((index, order) => tag(tokens, index) === 'conjunction' && tag(tokens, before.at[order + 1] ?? -1) === 'number')

/** "guilty | of theft", "unhappy | with the offer" */
const ofAdjective: Bond = ({ tokens }, before, { kind }) =>
  kind === 'preposition' && RELATIONAL.test(lower(tokens, last(before)))
const RELATIONAL =
  /^(?:unhappy|happy|angry|satisfied|responsible|eligible|similar|equal|subject|open|opposed|different|available|dependent|reliant|consistent|familiar|popular|involved|interested|confident|short|liable|immune|vulnerable|resistant|able|worth)$/

/** "a single farmer | who supports it", "anyone | living nearby" */
const ofQuantifier: Bond = ({ tokens }, before, { kind }) =>
  /^(?:relative|participle)$/.test(kind) && before.ends !== 'relative' && isQuantified(tokens, before.at)
const isQuantified = (tokens: readonly Token[], at: readonly number[]): boolean =>
  at.slice(-3).some((index) => QUANTIFIER.test(lower(tokens, index))) || isBare(tokens, at)
/** "common among patients | who took aspirin" */
const isBare = (tokens: readonly Token[], at: readonly number[]): boolean =>
  at.length > 1 &&
  tag(tokens, at.at(-2) ?? -1) === 'preposition' &&
  /[^s]s$|^(?:people|men|women|children)$/.test(lower(tokens, at.at(-1) ?? -1))
const QUANTIFIER =
  /^(?:no|single|any|every|only|those|anyone|anybody|anything|everyone|everybody|everything|someone|something|nobody|nothing)$/

/** "two hours | before the fire started", "long | before tonight" */
const ofInterval: Bond = ({ tokens }, before, { at }) =>
  /^(?:before|after)$/.test(lower(tokens, at[0] ?? -1)) &&
  (/^(?:long|shortly|soon|immediately)$/.test(lower(tokens, last(before))) || TIME_NOUN.test(lower(tokens, last(before))))

/** "in the last minute of its run | from Hull" */
const ofTime: Bond = ({ tokens }, before, { kind }) =>
  kind === 'preposition' &&
  before.kind === 'time' &&
  tag(tokens, last(before)) === 'noun' &&
  !TIME_NOUN.test(lower(tokens, last(before)))

/** By the kind of the part that may be needed. */
const BONDS: Readonly<Record<PartKind, readonly Bond[]>> = {
  phrase: [ofOpener, ofVerb, ofSubject, ofPreposition, ofDepth, ofMore],
  preposition: [ofOpener, ofVerb, ofPreposition, ofDistance, ofAdjective, ofTime, ofInterval, ofThan, ofJoint],
  infinitive: [ofOpener, ofVerb, ofFor, ofPreposition],
  clause: [ofOpener, ofVerb, ofNoun, ofPreposition],
  relative: [ofOpener, ofQuantifier, ofInterval],
  participle: [ofOpener, ofVerb, ofSubject, ofQuantifier],
  adverb: [ofOpener, ofVerb, ofPreposition],
  time: [ofOpener, ofVerb, ofYear, ofInterval, ofThan, ofJoint],
  day: [ofOpener, ofVerb, ofInterval, ofPreposition],
}

/** Joins every part to the one before it that needs it. */
export function bound(parsed: ParsedSentence, parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (!before || !BONDS[part.kind].some((bond) => bond(parsed, before, part))) joined.push(part)
    else {
      // A clause keeps the parts that it needs.
      const inside = isClausal(before.ends) && !isClausal(part.kind)
      joined[joined.length - 1] = {
        kind: ofInterval(parsed, before, part) ? 'time' : before.kind,
        at: [...before.at, ...part.at],
        ends: inside ? before.ends : part.kind,
        from: inside ? before.from : before.at.length,
        held: before.at.length,
      }
    }
  }
  return joined
}

/** With the relative clause that a content leaves to a claim of its own, where its noun needs it: "no doctors | who spoke Welsh". */
export function restricted({ tokens, end }: ParsedSentence, at: readonly number[]): readonly number[] {
  const next = (at.at(-1) ?? end) + 1
  if (!/^(?:relative|that)$/.test(tag(tokens, next)) || !isQuantified(tokens, at)) return at
  let to = next
  while (to < end && tag(tokens, to) !== 'mark') to++
  return [...at, ...indices([next, to])]
}
