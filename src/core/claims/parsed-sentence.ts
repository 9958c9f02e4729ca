/** A sentence prepared for the attribution rules: its tokens, quotations, reporting cues, verb groups and scopes. */
import type { Span } from '../article.ts'
import { quotationsIn } from '../text/quotations.ts'
import type { Scope } from './scopes/scope.ts'
import { scopesIn } from './scopes/scopes.ts'
import type { ReadClause } from './syntax/clause.ts'
import { clausesOf } from './syntax/clause-reading.ts'
import { type Cue, cuesIn } from './syntax/cues.ts'
import { openingEnd } from './syntax/openings.ts'
import { verbsOfSubjects } from './syntax/subject-verbs.ts'
import { type VerbGroup, verbGroupsIn } from './syntax/verb-groups.ts'
import type { Range, Token } from './words/token.ts'
import { tokenize } from './words/tokens.ts'

export interface ParsedSentence {
  readonly text: string
  readonly headline: boolean
  readonly tokens: readonly Token[]
  /** Quotations with their marks, in token indices. */
  readonly quotations: readonly Range[]
  /** For each token the index of the quotation that contains it, else -1. */
  readonly quoted: readonly number[]
  readonly cues: readonly Cue[]
  readonly groups: readonly VerbGroup[]
  /** For each token the verb group that contains it, or -1. */
  readonly groupAt: readonly number[]
  /** For each token inside a subject, where its verb begins. */
  readonly verbOfSubject: readonly (number | undefined)[]
  readonly scopes: readonly Scope[]
  /** The clauses with a finite verb, by the index of its verb group. */
  readonly clauses: ReadonlyMap<number, ReadClause>
  /** The first token of the first clause, after "1.", "10:42 a.m. —" or a dateline. */
  readonly start: number
  /** The end of the last token that is not a full stop. */
  readonly end: number
}

export function parseSentence(text: string, headline: boolean, tokens: readonly Token[] = tokenize(text)): ParsedSentence {
  const quotations = tokenRanges(tokens, quotationsIn(text))
  const quoted: number[] = new Array<number>(tokens.length).fill(-1)
  quotations.forEach(([from, to], index) => {
    quoted.fill(index, from, to)
  })
  let end = tokens.length
  while (end > 0 && /^[.!?…]$|^\.\.\.$/.test(tokens[end - 1]?.text ?? '')) end--
  const start = openingEnd(tokens, end)
  const groups = verbGroupsIn(tokens)
  const groupAt: number[] = new Array<number>(tokens.length).fill(-1)
  groups.forEach(({ from, to }, index) => {
    groupAt.fill(index, from, to)
  })
  const clauses = new Map(clausesOf({ tokens, groups, groupAt, quoted, start }).map((clause) => [clause.group, clause]))
  const verbOfSubject = verbsOfSubjects(tokens, groups, clauses.values())
  return {
    text,
    headline,
    tokens,
    quotations,
    quoted,
    cues: cuesIn(tokens, quoted, groupAt),
    groups,
    groupAt,
    verbOfSubject,
    scopes: scopesIn({ tokens, groups, groupAt, verbOfSubject }),
    clauses,
    start,
    end,
  }
}

function tokenRanges(tokens: readonly Token[], spans: readonly Span[]): Range[] {
  const ranges: Range[] = []
  let at = 0
  for (const [start, end] of spans) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++
    const from = at
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at++
    if (at > from) ranges.push([from, at])
  }
  return ranges
}

/** Returns the characters of a range of tokens. */
export function spanOf({ tokens }: Pick<ParsedSentence, 'tokens'>, [from, to]: Range): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

/** Returns true if ranges contain more than marks. */
export function holdsWord(parsed: ParsedSentence, ranges: readonly Range[]): boolean {
  return ranges.some((range) => WORD.test(parsed.text.slice(...spanOf(parsed, range))))
}
const WORD = /[\p{L}\p{N}]/u
