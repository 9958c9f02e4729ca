/** The main clause of a content, for its label: subject, verb group and what follows, as the sentence was read. */
import { CLAUSE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { ReadClause } from '../syntax/clause.ts'
import { openingAdjunctEnd } from '../syntax/opening-adjuncts.ts'
import { subjectOfClause } from '../syntax/subjects.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Range, Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { antecedentOf, isPerson, relativeBefore, wholeAntecedent } from './antecedent.ts'
import { indices } from './indices.ts'
import { isFiniteVerb } from './part-rules.ts'

export interface LabelClause {
  /** Token indices. */
  readonly subject: readonly number[]
  /** The subject stands outside the content. */
  readonly borrowed: boolean
  /** Words between the subject and the verb that change the claim. */
  readonly adverbs: readonly number[]
  /** Null for a content without a finite verb of its own. */
  readonly group: VerbGroup | null
  /** The token indices of what follows the verb; of all without one. */
  readonly tail: readonly number[]
  /** The words that open the sentence and limit the claim: a condition, a year. */
  readonly opening: readonly number[]
  /** "killing two clerks and injuring 31 others" behind the clause. */
  readonly victims: readonly number[]
}

/** Adverbs before the subject that change the claim. */
const TELLING =
  /^(?:hardly|barely|scarcely|seldom|rarely|never|not|no|nor|perhaps|maybe|probably|possibly|allegedly|reportedly|apparently|presumably|supposedly|nearly|almost|about|only|roughly|likely|sometimes|often|less|more|even|just|exactly|if|unless|whether)$/
/** The last token of a content that a label reads. */
const REACH = 80

/** Returns the token indices of the content's first sentence that has a verb, or of its first one. */
export function firstSentence(parsed: ParsedSentence, content: readonly Range[]): number[] {
  const { tokens } = parsed
  const all = content.flatMap(indices).slice(0, REACH)
  const sentences: number[][] = [[]]
  for (const [order, at] of all.entries()) {
    sentences.at(-1)?.push(at)
    const ends = tag(tokens, at) === 'mark' && /^(?:[.!?…]|\.\.\.)$/.test(lower(tokens, at))
    if (ends && all.slice(order + 1, order + 4).some((next) => tokens[next]?.capital)) sentences.push([])
  }
  const long = sentences.filter(({ length }) => length > 2)
  return long.find((sentence) => sentence.some((at) => isFiniteVerb(parsed, at))) ?? long[0] ?? all
}

export const NONE = { subject: [], borrowed: false, adverbs: [], opening: [], victims: [] } as const

/** Returns the main clause of the tokens at the indices `at`; without a finite verb, its logical subject and all of its words. */
export function clauseOf(parsed: ParsedSentence, at: readonly number[], own: boolean): LabelClause {
  const { tokens, groups } = parsed
  const clause = mainClause(parsed, at)
  const group = clause ? groups[clause.group] : undefined
  const [first = 0] = at
  if (!clause || !group) return bare(parsed, at, own)
  const end = endOf(parsed, at, clause, group)
  const tail = at.filter((index) => index >= group.to && index < end)
  const found = clause.subject
  const borrowed = (range: Range | null) => ({
    ...NONE,
    subject: range ? indices(brief(tokens, range)) : [],
    borrowed: true,
    // "but never received it"
    adverbs: at.filter((index) => index < group.from && isKept(tokens, index)),
    group,
    tail,
  })
  // "tariffs, which he said | had added $30 million"
  const told = own || !isFiniteVerb(parsed, first) ? null : relativeBefore(tokens, first)
  if (told !== null) return borrowed(wholeAntecedent(tokens, told))
  if (found && own && isReduced(tokens, first, group)) return { ...borrowed(found), group: null, tail: at }
  if (tag(tokens, group.from) === 'subject') return { ...NONE, subject: [group.from], group, tail }
  if (found && found[0] >= group.from) return { ...NONE, group, tail }
  if (found && found[1] === found[0] + 1 && LINK.test(lower(tokens, found[0])) && tag(tokens, found[0]) !== 'subject')
    return borrowed(antecedentOf(tokens, found[0]))
  // "and neither admitted it"
  if (/^(?:neither|none)$/.test(lower(tokens, first)) && first === group.from - 1)
    return { ...NONE, subject: [first], group, tail }
  if (found && found[1] <= first) return borrowed(own || !/^(?:modal|do)$/.test(tag(tokens, first)) ? found : null)
  const before = at.filter((index) => index < group.from)
  if (before.length === 0 && own) return { ...bare(parsed, at, own), group, tail }
  return clauseWith(parsed, clause, group, { at, before, tail })
}

/** The clause with the subject that stands before its verb. */
function clauseWith(
  { tokens, groupAt }: ParsedSentence,
  { subject: found, kind, from: opens }: ReadClause,
  group: VerbGroup,
  {
    at,
    before,
    tail,
  }: { readonly at: readonly number[]; readonly before: readonly number[]; readonly tail: readonly number[] },
): LabelClause {
  const least = before.find((index) => !/^(?:quote|object)$/.test(tag(tokens, index))) ?? group.from
  const start = found && at.includes(found[0]) ? found[0] : openingAdjunctEnd(tokens, least, group.from)
  const from = Math.max(least, widened(tokens, start, least))
  const to = found ? subjectEnd(tokens, found[0], found[1]) : group.from
  const read = before.filter((index) => index >= from && index < to)
  const adverbs = before.filter((index) => index >= to && isKept(tokens, index))
  // "which the trust introduced": the noun before is the object
  const linked = kind === 'relative' && found !== null && found[0] >= opens && !opensObject(tokens, tail)
  const object = linked ? antecedentOf(tokens, LINK.test(lower(tokens, opens - 1)) ? opens - 1 : opens) : null
  const whom = lower(tokens, opens - 1) === 'whom'
  if (found && object && groupAt[object[1] - 1] === -1 && (whom || isThing(tokens[object[1] - 1])))
    return { ...NONE, subject: indices(found), adverbs, group, tail: [...indices(brief(tokens, object)), ...tail] }
  // "Sunday will be dry": no subject was read
  return { ...NONE, subject: read.length > 0 ? read : before, adverbs, group, tail }
}

/** The verb has an object of its own. */
const opensObject = (tokens: readonly Token[], [first = -1]: readonly number[]): boolean =>
  /^(?:determiner|possessive|number|noun|name|object|that|to)$/.test(tag(tokens, first))

/** "that the land could flood" after "planners" is what they say. */
const isThing = (token: Token | undefined): boolean =>
  token?.tag === 'noun' && !isPerson(token) && !/(?:ers|ors|ists|ants)$/.test(token.lower) && !CLAUSE_NOUNS.has(token.lower)

const LINK = /^(?:who|whom|which|that|whose)$/

/** "no longer", "more than", "reportedly", "there" between a subject and its verb. */
const isKept = (tokens: readonly Token[], at: number): boolean =>
  tag(tokens, at) === 'negation' ||
  TELLING.test(lower(tokens, at)) ||
  /^(?:longer|than|there|here|both|all|neither)$/.test(lower(tokens, at))

/** "charged with murder" of "a man charged with murder": the participle keeps its form. */
const isReduced = (tokens: readonly Token[], first: number, { from, to }: VerbGroup): boolean =>
  first === from &&
  to === first + 1 &&
  tag(tokens, first) === 'ed' &&
  /^(?:noun|name|mark)$/.test(tag(tokens, first - 1)) &&
  /^(?:preposition|to)$/.test(tag(tokens, to))

/** The first clause that stands in no other; null where the reading has only the clauses inside. */
function mainClause({ clauses, groups, tokens }: ParsedSentence, at: readonly number[]): ReadClause | null {
  const first = at.find((index) => !/^(?:quote|mark|conjunction|that)$/.test(tag(tokens, index))) ?? 0
  const held: ReadClause[] = []
  for (const clause of clauses.values()) if (at.includes(groups[clause.group]?.verb ?? -1)) held.push(clause)
  // "Smith, who said he was sorry, will be sentenced": what stands in a subject is not the main clause.
  const outer = held.filter(({ from }) => !held.some(({ subject }) => subject && subject[0] < from && from < subject[1]))
  held.sort((a, b) => a.group - b.group)
  // "who led the force and ran the port"
  const relative =
    tag(tokens, first) === 'relative' && lower(tokens, first) !== 'what'
      ? held.find(({ kind, from }) => kind === 'relative' && from === first + 1)
      : undefined
  // "she was not satisfied that the risk had gone", told as a reason
  const opening = held.find(({ kind, from }) => kind === 'subordinate' && from === first)
  const main =
    relative ??
    opening ??
    outer.find(({ kind }) => !/^(?:relative|subordinate|inserted)$/.test(kind)) ??
    held.find(({ kind }) => kind === 'inserted')
  // "people who smoke are": the verb of the outer clause was not found
  return main ?? held.find(({ from }) => from <= first + (comparesAt(tokens, first) ? 4 : 1)) ?? null
}

/** A content that begins with its verb, an infinitive or a participle: "to mend the dam", "imposed in May". */
function bare(parsed: ParsedSentence, at: readonly number[], own: boolean): LabelClause {
  const { tokens } = parsed
  const [from = 0] = at
  const opening = tag(tokens, from)
  if (!own || from === 0) return { ...NONE, group: null, tail: at }
  // "Ann Lee, | visiting a camp,"
  const beside = opening === 'ing' && lower(tokens, from - 1) === ',' ? from - 2 : from - 1
  const participle = /^(?:ed|ing)$/.test(opening) && /^(?:noun|name)$/.test(tag(tokens, beside))
  const linked = LINK.test(lower(tokens, from))
  const verbal = /^(?:to|be|have|modal|do|verb|ed)$/.test(opening)
  const found = participle || linked ? antecedentOf(tokens, from) : verbal ? nearestSubject(parsed, from) : null
  const subject = found ? indices([widened(tokens, found[0], 0), brief(tokens, found)[1]]) : []
  // "a cup thought | to date from 1580"
  const adverbs = opening === 'to' && found?.[1] === from - 1 && GOVERNOR.test(lower(tokens, from - 1)) ? [from - 1] : []
  return { ...NONE, subject, borrowed: found !== null, adverbs, group: null, tail: linked && found ? at.slice(1) : at }
}

const GOVERNOR =
  /^(?:thought|believed|said|understood|expected|known|reported|alleged|supposed|meant|designed|likely|unlikely|due|set|able|unable|ready|willing)$/

/** The subject of the last verb before `from`: "agency" of "the probe that the agency plans | to launch". */
function nearestSubject({ clauses, groups, tokens, start }: ParsedSentence, from: number): Range | null {
  const before = [...clauses.values()].filter(({ group }) => (groups[group]?.to ?? from + 1) <= from)
  const last = before.reduce<ReadClause | null>((near, clause) => (near && near.group > clause.group ? near : clause), null)
  const subject = last?.subject
  if (!subject) return subjectOfClause(tokens, from, start)
  return subject[1] === subject[0] + 1 && LINK.test(lower(tokens, subject[0])) ? antecedentOf(tokens, subject[0]) : subject
}

/** Without the relative clause, the apposition and the adverbs at the end. */
function brief(tokens: readonly Token[], [from, end]: Range): Range {
  const aside = indices([from + 1, end]).find((at) => tag(tokens, at) === 'relative' || /^[,(]$/.test(lower(tokens, at)))
  return [from, subjectEnd(tokens, from, aside ?? end)]
}

/** Without the adverbs at the end, and without "more than" of "more than doubled". */
function subjectEnd(tokens: readonly Token[], from: number, end: number): number {
  const loose = (at: number) => /^(?:negation|adverb)$/.test(tag(tokens, at)) || /^(?:more|than)$/.test(lower(tokens, at))
  return (indices([from, end]).findLast((at) => at === from || !loose(at)) ?? from) + 1
}

/** Before comparators and telling adverbs: "As many as | 900 workers", "Perhaps | the dam". */
function widened(tokens: readonly Token[], start: number, least: number): number {
  let from = start
  for (let at = start - 1; at >= Math.max(least, start - 4); at--)
    if (comparesAt(tokens, at) || (from === at + 1 && TELLING.test(lower(tokens, at)))) from = at
  return from
}

/** The start of the next clause that is no complement of this one. */
function endOf(
  { clauses, groups, tokens }: ParsedSentence,
  at: readonly number[],
  { group: own }: ReadClause,
  { to }: VerbGroup,
): number {
  let end = Number.POSITIVE_INFINITY
  for (const { kind, from, group } of clauses.values()) {
    if (group === own || from < to || from >= end || (groups[group]?.from ?? 0) < to) continue
    // "It was the bank, she said, that", "neither knew nor cared"
    if (!at.includes(from) || (lower(tokens, from - 1) === 'nor' && at.some((index) => lower(tokens, index) === 'neither')))
      continue
    // "remained unchanged", "faster than expected": a participle that nothing joins is no clause
    const joined = () => [from - 1, from].some((at) => /^(?:conjunction|mark|quote)$/.test(tag(tokens, at)))
    if (/^(?:main|quotation|inserted)$/.test(kind) || (kind === 'coordinate' && tag(tokens, from) !== 'that' && joined()))
      end = from
  }
  return end
}
