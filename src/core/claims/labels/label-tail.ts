/** The parts that follow the verb of a label, each with its rank: its object, an infinitive, a clause are needed. */
import { CONTROL_VERBS } from '../../lexicon/infinitive-governors.ts'
import { INFINITIVE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import type { Part } from './bonds.ts'
import type { LabelClause } from './label-clause.ts'
import type { Piece } from './label-fit.ts'
import { partsOf } from './label-parts.ts'
import { pieceOf } from './label-pieces.ts'
import { YEAR } from './part-rules.ts'

/** Returns the pieces after the verb; `negated` is true for "not". */
export function piecesAfter(parsed: ParsedSentence, clause: LabelClause, negated: boolean): Piece[] {
  const reader = new TailReader(parsed, clause, negated)
  return reader.parts.map((part, order) => pieceOf(parsed, part, reader.rankOf(part, order)))
}

/** Ranks the parts in order. */
class TailReader {
  readonly parts: readonly Part[]
  readonly #tokens: readonly Token[]
  readonly #group: VerbGroup | null
  readonly #negated: boolean
  readonly #be: boolean
  /** "there is": also what the noun points to is needed. */
  readonly #expletive: boolean
  /** The infinitive of "advises anyone | with a cough | to call a nurse", or -1. */
  readonly #controlled: number
  /** The next parts may still be needed. */
  #open = true
  /** A complement was read. */
  #filled = false
  /** Only phrases were read. */
  #plain = true

  constructor(parsed: ParsedSentence, clause: LabelClause, negated: boolean) {
    const { tokens } = parsed
    const { subject, group } = clause
    const verb = group?.verb ?? -1
    this.parts = partsOf(parsed, withoutThat(tokens, clause))
    this.#tokens = tokens
    this.#group = group
    this.#negated = negated
    this.#be = tag(tokens, verb) === 'be'
    this.#expletive = subject.length === 1 && /^(?:there|it)(?:['’]s)?$/.test(lower(tokens, subject[0] ?? -1))
    this.#controlled = CONTROL_VERBS.has(lower(tokens, verb)) ? this.parts.findIndex(({ kind }) => kind === 'infinitive') : -1
  }

  rankOf(part: Part, order: number): Piece['rank'] {
    if (part.kind === 'time' || part.kind === 'day')
      return this.#needsTime(part) ? 'needed' : isFuture(this.#tokens, this.#group) ? 'time' : part.kind
    const needed =
      this.#limits(part) ||
      order <= this.#controlled ||
      this.#goesOn(part, this.parts[order - 1]) ||
      this.#requires(part, order)
    this.#plain &&= /^(?:phrase|preposition|infinitive)$/.test(part.kind)
    if (part.kind !== 'adverb') {
      this.#open = needed && opensMore(this.#tokens, part)
      this.#filled = true
    }
    return needed ? 'needed' : 'more'
  }

  /** "Results not expected before 2028", "The hottest day was Tuesday", "sold in 2019" */
  #needsTime(part: Part): boolean {
    const year = part.at.some((index) => YEAR.test(lower(this.#tokens, index)))
    // "will serve | at least 23 years"
    const span =
      /^(?:serv|last|spen[dt]|took|tak|wait)/.test(lower(this.#tokens, this.#group?.verb ?? -1)) && part.kind === 'time'
    return year || this.#limits(part) || (!this.#filled && (this.#negated || this.#be || span))
  }

  /** "unless it rains", "not until May" */
  #limits({ at }: Part): boolean {
    const first = lower(this.#tokens, at[0] ?? -1)
    if (/^(?:unless|except|without|provided)$/.test(first)) return true
    return this.#negated && /^(?:before|until|after|since|in|within|for)$/.test(first)
  }

  /** "unable | to reach", "evidence | that it fails", "told them | they would stay"; not "the boat that Lee built". */
  #goesOn({ kind, at }: Part, before: Part | undefined): boolean {
    if (!this.#open) return false
    if (!this.#filled) return kind !== 'relative'
    const tokens = this.#tokens
    const pointed = this.#expletive || this.#be
    const first = tag(tokens, at[0] ?? -1)
    // "It was the bank | that withdrew the offer"
    if (kind === 'relative') return this.#expletive && before?.kind === 'phrase' && /^(?:that|relative)$/.test(first)
    // "calls for the firm | to be fined", "made it | impossible"
    const opens = lower(tokens, before?.at[0] ?? -1)
    if (kind === 'phrase' && before?.at.length === 1 && /^(?:it|them|him|her|us|me|you)$/.test(opens)) return true
    if (kind === 'infinitive') return pointed || before?.kind !== 'preposition' || opens === 'for'
    if (kind !== 'clause') return kind === 'phrase' && before?.kind === 'infinitive'
    if (first !== 'that' || before?.kind !== 'phrase' || pointed) return true
    return !/^(?:noun|name)$/.test(tag(tokens, before.at.at(-1) ?? -1))
  }

  /** "visited his aunt | only twice", "describes the vote | as a dark day", "kept him | waiting", "to cost it | up to $5", "calls from Lee | to resign" */
  #requires(part: Part, order: number): boolean {
    const first = lower(this.#tokens, part.at[0] ?? -1)
    const verb = lower(this.#tokens, this.#group?.verb ?? -1)
    if (first === 'only' || (first === 'as' && REGARDING.test(verb)) || (first === 'from' && KEEPING_FROM.test(verb)))
      return true
    if (!this.#plain) return false
    if (part.kind === 'infinitive' && order > 0)
      return INFINITIVE_NOUNS.has(lower(this.#tokens, this.parts[0]?.at.at(-1) ?? -1))
    return (part.kind === 'participle' && order === 1 && KEEPING.test(verb)) || isAmount(this.#tokens, part)
  }
}

const KEEPING_FROM = /^(?:protect|prevent|ban|bar|exclud|deter|shield|stop|sav|free|rescu)/
const REGARDING = /^(?:describ|view|saw|see|regard|portray|characteri[sz]|dismiss|treat|hail|label|brand|denounc)/
const KEEPING = /^(?:keep|kept|leav|left|find|found|see|saw|seen|hear|watch|catch|caught|order|want|like|get|got|ha[sd]|have)/

/** "to cost it | up to $5", "fell 4 points | to 24.1%" */
function isAmount(tokens: readonly Token[], { at: [first = -1, next = -1] }: Part): boolean {
  const amount = tag(tokens, next) === 'number' && !/:|^one$/.test(lower(tokens, next))
  return comparesAt(tokens, first) || ((amount || comparesAt(tokens, next)) && /^(?:by|to|at|from)$/.test(lower(tokens, first)))
}

/** An event that is still to come keeps its day. */
const isFuture = (tokens: readonly Token[], group: VerbGroup | null): boolean =>
  group !== null && (tag(tokens, group.from) === 'modal' || /^(?:expected|due|set|scheduled)$/.test(lower(tokens, group.verb)))

/** "calls for the firm | to be fined" */
const opensMore = (tokens: readonly Token[], { kind, at }: Part): boolean =>
  kind !== 'preposition' || lower(tokens, at[0] ?? -1) === 'for'

/** Without the "that" that opens a content or follows its verb. */
function withoutThat(tokens: readonly Token[], { subject, tail, group }: LabelClause): readonly number[] {
  const [first = -1, next = -1] = tail.filter((index) => tag(tokens, index) !== 'quote')
  if (
    (!group && subject.length > 0) ||
    tag(tokens, group?.verb ?? -1) === 'be' ||
    tag(tokens, first) !== 'that' ||
    next < 0 ||
    tag(tokens, next) === 'mark'
  )
    return tail
  // "saw that changing", "that was closed"
  const pronoun = tag(tokens, next) === 'ing' || (group === null && /^(?:be|have|modal|do|verb)$/.test(tag(tokens, next)))
  return pronoun ? tail : tail.slice(tail.indexOf(next))
}
