/** The parts of a label as words, each with its rank: which are needed, and which may be cut. */
import { CONTROL_VERBS } from '../../lexicon/infinitive-governors.ts'
import { isAdjective } from '../../lexicon/plain-adjectives.ts'
import { CLAUSE_NOUNS, FILLED } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import type { Part } from './bonds.ts'
import { keepsPast, verbWords } from './headline-verb.ts'
import { headlineWords } from './headline-words.ts'
import type { LabelClause } from './label-clause.ts'
import type { Draft, Piece } from './label-fit.ts'
import { partsOf } from './label-parts.ts'
import { contractionOf, isPluralSubject, nameOf } from './label-subject.ts'
import { isFiniteVerb, isVerb } from './part-rules.ts'

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
    head: { words, rank: 'needed', cuts: [], least: head ? cutsOf(parsed, head, OF) : [] },
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
  const parts = partsOf(parsed, withoutThat(tokens, clause))
  const verb = group?.verb ?? -1
  const be = tag(tokens, verb) === 'be'
  // "advises anyone | with a cough | to call a nurse"
  const controlled = CONTROL_VERBS.has(lower(tokens, verb)) ? parts.findIndex(({ kind }) => kind === 'infinitive') : -1
  let open = true
  let filled = false
  return parts.map((part, order) => {
    const first = part.at[0] ?? -1
    const limits = negated && /^(?:before|until|after|since|in|within|for)$/.test(lower(tokens, first))
    if (part.kind === 'time' || part.kind === 'day') {
      // "Results not expected before 2028", "The hottest day was Tuesday"
      const needed = limits || (!filled && (negated || be))
      return pieceOf(parsed, part, needed ? 'needed' : isFuture(tokens, group) ? 'time' : part.kind)
    }
    const goesOn = open && (filled ? continues(tokens, part, parts[order - 1], expletive, be) : part.kind !== 'relative')
    const needed = limits || order <= controlled || goesOn || isRequired(tokens, part, verb)
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
const isFuture = (tokens: readonly Token[], group: VerbGroup | null): boolean =>
  group !== null && (tag(tokens, group.from) === 'modal' || /^(?:expected|due|set|scheduled)$/.test(lower(tokens, group.verb)))

/** "calls for the firm | to be fined" */
const opensMore = (tokens: readonly Token[], { kind, at }: Part): boolean =>
  kind !== 'preposition' || lower(tokens, at[0] ?? -1) === 'for'

/** "unable | to reach", "evidence | that it fails", "told them | they would stay"; not "the boat that Lee built". */
function continues(
  tokens: readonly Token[],
  { kind, at }: Part,
  before: Part | undefined,
  expletive: boolean,
  be: boolean,
): boolean {
  const first = tag(tokens, at[0] ?? -1)
  // "It was the bank | that withdrew the offer"
  if (kind === 'relative') return expletive && before?.kind === 'phrase' && /^(?:that|relative)$/.test(first)
  // "to cost it | between $35 million and $50 million"
  if (kind === 'preposition' && comparesAt(tokens, at[0] ?? -1) && tag(tokens, (at[0] ?? 0) - 1) === 'subject') return true
  // "calls for the firm | to be fined", "made it | impossible"
  const opens = lower(tokens, before?.at[0] ?? -1)
  if (kind === 'phrase' && before?.at.length === 1 && /^(?:it|them|him|her|us|me|you)$/.test(opens)) return true
  if (kind === 'infinitive') return expletive || be || before?.kind !== 'preposition' || opens === 'for'
  if (kind !== 'clause') return kind === 'phrase' && before?.kind === 'infinitive'
  if (first !== 'that' || before?.kind !== 'phrase' || expletive || be) return true
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
  const cuts = (marks: RegExp) => (whole ? [] : cutsOf(parsed, part, marks))
  return { words: wordsOf(parsed, part), rank, cuts: cuts(ADJUNCT), least: cuts(ANY) }
}

/** What opens a part that the sense may do without, and what else a label is cut before if it would be too long. */
const ADJUNCT = /^(?:preposition|relative|that)$/
const OF = /^of$/
const ANY = /^(?:of|preposition|relative|that|conjunction)$/

const wordsOf = ({ tokens }: ParsedSentence, part: Part | undefined): string[] => (part ? headlineWords(tokens, part.at) : [])

/** Words that are no phrase without what follows "of". */
const COUNTS =
  /^(?:half|third|quarter|fifth|sixth|eighth|tenth|two-thirds|majority|most|some|none|neither|either|number|dozens|hundreds|thousands|millions|lot|lots|part|kind|sort|series|loss|profit|cost|risk|lack)$/

/** The numbers of words inside a part before what opens a part of its own. */
function cutsOf(parsed: ParsedSentence, { kind, at, held }: Part, marks: RegExp): number[] {
  const { tokens } = parsed
  // No clause is cut before its verb, no participle off its adjunct.
  const verb = kind === 'clause' || kind === 'relative' ? at.findIndex((index) => isFiniteVerb(parsed, index)) : -1
  const least = Math.max(held, (kind === 'participle' ? 1 : verb) + 1)
  const cuts: number[] = []
  let paired = false
  for (const [order, index] of at.entries()) {
    const word = lower(tokens, index)
    const own = word === 'of' ? 'of' : tag(tokens, index)
    // Nothing before a number is cut off.
    if (own === 'number' && word !== 'one') cuts.length = 0
    paired ||= PAIRED.has(word)
    if (order <= least || !marks.test(own) || (own === 'conjunction' && paired)) continue
    const before = at[order - 1] ?? -1
    // "Church of England"
    if (own === 'of' && tokens[before]?.capital && tokens[index + 1]?.capital) continue
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
