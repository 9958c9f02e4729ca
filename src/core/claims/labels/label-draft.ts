/** The parts of a label as words, each with its rank: which are needed, and which may be cut. */
import { CONTROL_VERBS } from '../../lexicon/infinitive-governors.ts'
import { isAdjective } from '../../lexicon/plain-adjectives.ts'
import { CLAUSE_NOUNS, FILLED } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { keepsPast, verbWords } from './headline-verb.ts'
import { headlineWords } from './headline-words.ts'
import type { LabelClause } from './label-clause.ts'
import type { Draft, Piece } from './label-fit.ts'
import { type Part, partsOf } from './label-parts.ts'
import { contractionOf, isPluralSubject, nameOf } from './label-subject.ts'
import { isFiniteVerb, isVerb, TIME_NOUN } from './part-rules.ts'

/** Returns the draft of a label; `full` keeps all auxiliaries and the tense. */
export function draftOf(parsed: ParsedSentence, clause: LabelClause, source: readonly Token[], full: boolean): Draft {
  const { tokens } = parsed
  const { group, subject, tail } = clause
  const [head, ...more] = partsOf(parsed, subject)
  const [from = group?.from ?? 0] = subject
  const first = tokens[from]
  const pronoun = first !== undefined && subject.length === 1 && /^(?:subject|determiner|object)$/.test(first.tag)
  const name = pronoun && parsed.quoted[from] === -1 ? nameOf(first, source) : null
  // "the three months to May" goes, "a painting stolen in 1974" keeps its year
  const mods = more.filter(({ kind, at }) => (kind !== 'time' && kind !== 'day') || at.length <= 2)
  const verb = headlineWords(tokens, clause.adverbs)
  if (group) {
    const plural = () => isPluralSubject((head?.at ?? []).flatMap((at) => tokens[at] ?? []))
    // "Our advice is simple"
    const ours = /^(?:my|our|your)$/.test(first?.lower ?? '')
    const said = pronoun && parsed.quoted[group.verb] !== -1
    // In a headline a past form is a participle: "14 killed as containers explode".
    const past = () => said || parsed.headline || keepsPast(tokens, group, from, (tail.at(-1) ?? group.to) + 2)
    // "The claim that the dam leaked is false"
    const pointed = mods.some(({ kind }) => kind === 'clause')
    verb.push(...verbWords({ tokens, group, pronoun: (pronoun && name === null) || ours, plural, past, full: full || pointed }))
  }
  const words = name === null || !first ? wordsOf(parsed, head) : [name, ...contractionOf(first, tokens[from + 1])]
  return {
    head: { words, rank: 'needed', cuts: head ? cutsOf(parsed, head, false) : [] },
    mods: mods.map((part, order) => pieceOf(parsed, part, restricts(tokens, part, order, words.length) ? 'needed' : 'more')),
    modsLast: /^an?$/.test(first?.lower ?? ''),
    verb,
    tail: piecesAfter(parsed, clause, verb.includes('not')),
  }
}

/** "patients who took the drug", "work to mend the dam", "talks between Lee and Roe": the head alone is another subject. */
const restricts = (tokens: readonly Token[], { kind, at }: Part, order: number, head: number): boolean =>
  /^(?:clause|adverb)$/.test(kind) ||
  (order === 0 &&
    ((/^(?:relative|infinitive)$/.test(kind) && head <= 2 && at.length <= 5) || lower(tokens, at[0] ?? -1) === 'between'))

/** Returns the parts after the verb. The words that a verb needs are kept first: its object, an infinitive, a clause; after "there is" also what the noun points to. */
function piecesAfter(parsed: ParsedSentence, clause: LabelClause, negated: boolean): Piece[] {
  const { tokens } = parsed
  const { subject, group } = clause
  const expletive = subject.length === 1 && /^(?:there|it)(?:['’]s)?$/.test(lower(tokens, subject[0] ?? -1))
  const parts = withIntervals(tokens, partsOf(parsed, withoutThat(tokens, clause)))
  const verb = group?.verb ?? -1
  const later = group !== null && isFuture(tokens, group)
  let open = true
  let filled = false
  return parts.map((part, order) => {
    const limits = negated && /^(?:before|until|after|since|in|within|for)$/.test(lower(tokens, part.at[0] ?? -1))
    if (part.kind === 'time' || part.kind === 'day') {
      // "Results not expected before 2028", "The hottest day was Tuesday"
      const needed = limits || (!filled && (negated || tag(tokens, verb) === 'be'))
      return pieceOf(parsed, part, needed ? 'needed' : later ? 'time' : part.kind)
    }
    const object = parts[order - 1]?.kind !== 'preposition'
    const controls = part.kind === 'infinitive' && object && CONTROL_VERBS.has(lower(tokens, verb))
    const goesOn = open && part.kind !== 'relative' && (!filled || continues(tokens, part, parts[order - 1], expletive))
    const needed = limits || controls || goesOn || isRequired(tokens, part, verb)
    if (part.kind !== 'adverb') {
      open = needed && opensMore(tokens, part)
      filled = true
    }
    return pieceOf(parsed, part, needed ? 'needed' : 'more')
  })
}

/** "visited his aunt | only twice", "describes the vote | as a dark day" */
function isRequired(tokens: readonly Token[], { at }: Part, verb: number): boolean {
  const first = lower(tokens, at[0] ?? -1)
  return first === 'only' || (first === 'as' && REGARDING.test(lower(tokens, verb)))
}
const REGARDING = /^(?:describ|view|saw|see|regard|portray|characteri[sz]|dismiss|treat|hail|label|brand|denounc)/

/** An event that is still to come keeps its day. */
const isFuture = (tokens: readonly Token[], { from, verb }: VerbGroup): boolean =>
  tag(tokens, from) === 'modal' || /^(?:expected|due|set|scheduled)$/.test(lower(tokens, verb))

/** "calls for the firm | to be fined" */
const opensMore = (tokens: readonly Token[], { kind, at }: Part): boolean =>
  kind !== 'preposition' || lower(tokens, at[0] ?? -1) === 'for'

/** Joins "two hours | before the fire started". */
function withIntervals(tokens: readonly Token[], parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const opens = lower(tokens, part.at[0] ?? -1)
    const before = opens === 'before' || opens === 'after'
    if (last && before && isInterval(tokens, last)) joined[joined.length - 1] = { kind: 'time', at: [...last.at, ...part.at] }
    else joined.push(part)
  }
  return joined
}

const isInterval = (tokens: readonly Token[], { at }: Part): boolean =>
  (TIME_NOUN.test(lower(tokens, at.at(-1) ?? -1)) && at.some((index) => tag(tokens, index) === 'number')) ||
  // "long | before tonight"
  /^(?:long|shortly|soon|immediately)$/.test(lower(tokens, at.at(-1) ?? -1))

/** "unable | to reach", "evidence | that it fails", "told them | they would stay"; not "the boat that Lee built". */
function continues(tokens: readonly Token[], { kind, at }: Part, before: Part | undefined, expletive: boolean): boolean {
  // "to cost it | between $35 million and $50 million"
  if (kind === 'preposition' && comparesAt(tokens, at[0] ?? -1) && tag(tokens, (at[0] ?? 0) - 1) === 'subject') return true
  // "calls for the firm | to be fined", "made it | impossible"
  const opens = lower(tokens, before?.at[0] ?? -1)
  if (kind === 'phrase' && before?.at.length === 1 && /^(?:it|them|him|her|us|me|you)$/.test(opens)) return true
  if (kind === 'infinitive') return expletive || before?.kind !== 'preposition' || opens === 'for'
  if (kind !== 'clause') return kind === 'phrase' && before?.kind === 'infinitive'
  if (tag(tokens, at[0] ?? -1) !== 'that' || before?.kind !== 'phrase' || expletive) return true
  const noun = before.at.at(-1) ?? -1
  return CLAUSE_NOUNS.has(lower(tokens, noun)) || FILLED.test(lower(tokens, noun)) || !/^(?:noun|name)$/.test(tag(tokens, noun))
}

/** Without the "that" that opens a content or follows its verb. */
function withoutThat(tokens: readonly Token[], { subject, tail, group }: LabelClause): readonly number[] {
  const [first = -1, next = -1] = tail.filter((index) => tag(tokens, index) !== 'quote')
  if ((!group && subject.length > 0) || tag(tokens, first) !== 'that' || next < 0 || tag(tokens, next) === 'mark') return tail
  return group === null && /^(?:be|have|modal|do|verb)$/.test(tag(tokens, next)) ? tail : tail.slice(tail.indexOf(next))
}

function pieceOf(parsed: ParsedSentence, part: Part, rank: Piece['rank']): Piece {
  const whole = /^(?:relative|time|day)$/.test(part.kind) || tag(parsed.tokens, part.at[0] ?? -1) === 'subordinator'
  const words = wordsOf(parsed, part)
  return { words, rank, cuts: whole ? [] : cutsOf(parsed, part), least: part.kind === 'infinitive' ? leastOf(parsed, part) : 0 }
}

/** The words of "to record charges" of "to record charges of between $1 million and $2 million". */
function leastOf({ tokens }: ParsedSentence, { at }: Part): number {
  const order = at.findIndex((index, n) => n > 2 && tag(tokens, index) === 'preposition')
  return order < 0 ? 0 : headlineWords(tokens, at.slice(0, order)).length
}

const wordsOf = ({ tokens }: ParsedSentence, part: Part | undefined): string[] => (part ? headlineWords(tokens, part.at) : [])

/** Words that are no phrase without what follows "of". */
const COUNTS =
  /^(?:half|third|quarter|fifth|sixth|eighth|tenth|two-thirds|majority|most|some|none|neither|either|number|dozens|hundreds|thousands|millions|lot|lots|part|kind|sort|series|loss|profit|cost|risk|lack)$/

/** The numbers of words before "of", a preposition and, if it `splits`, a conjunction inside a part. */
function cutsOf(parsed: ParsedSentence, { kind, at }: Part, splits = true): number[] {
  const { tokens } = parsed
  // No clause is cut before its verb, no participle off its adjunct.
  const verb = kind === 'clause' || kind === 'relative' ? at.findIndex((index) => isFiniteVerb(parsed, index)) : -1
  const least = kind === 'participle' ? 1 : verb
  const cuts: number[] = []
  let paired = false
  for (const [order, index] of at.entries()) {
    const own = tag(tokens, index)
    // Nothing before a number is cut off.
    if (own === 'number' && lower(tokens, index) !== 'one') cuts.length = 0
    paired ||= PAIRED.has(lower(tokens, index))
    const joint = splits && own === 'conjunction' && !paired
    if (order <= least + 1 || !(joint || own === 'preposition' || own === 'relative' || own === 'that')) continue
    const before = at[order - 1] ?? -1
    // "Church of England"
    if (lower(tokens, index) === 'of' && tokens[before]?.capital && tokens[index + 1]?.capital) continue
    const nominal =
      /^(?:noun|name|object|ed)$/.test(tag(tokens, before)) &&
      !isVerb(parsed, before) &&
      !isAdjective(lower(tokens, before)) &&
      !/^\d/.test(lower(tokens, before)) &&
      !COUNTS.test(lower(tokens, before))
    if (nominal) cuts.push(headlineWords(tokens, at.slice(0, order)).length)
  }
  return cuts
}
const PAIRED: ReadonlySet<string> = new Set(['between', 'both', 'either', 'neither'])
