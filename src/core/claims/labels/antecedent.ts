/** The noun phrase that a relative pronoun or a participle points to. */
import { PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { isPersonNoun } from '../sources/human.ts'
import { phraseStart } from '../syntax/noun-phrases.ts'
import type { Range, Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { indices } from './indices.ts'
import { TIME_NOUN } from './part-rules.ts'

/** "tariffs on imported components" before ", which" */
export function wholeAntecedent(tokens: readonly Token[], from: number): Range | null {
  if (lower(tokens, from - 1) !== ',' || lower(tokens, from) !== 'which') return antecedentOf(tokens, from)
  const start = phraseStart(tokens, from - 2, Math.max(0, from - 12))
  return start === null ? null : [start, from - 1]
}

/** The "which" of a relative clause in which a report stands before its content; null if there is none. */
export function relativeBefore(tokens: readonly Token[], at: number): number | null {
  for (let back = at - 2; back >= at - 6; back--) {
    if (tag(tokens, back) === 'mark') return null
    if (/^(?:which|that|who|whom)$/.test(lower(tokens, back)) && /^(?:relative|that)$/.test(tag(tokens, back))) return back
  }
  return null
}

/** The noun phrase directly before: "Lee" of "Lee, who lost", "a crowd" of "fired on a crowd that". */
export function antecedentOf(tokens: readonly Token[], from: number): Range | null {
  const end = /^(?:,|—|–|--)$/.test(lower(tokens, from - 1)) ? from - 2 : from - 1
  // "Darlene Fitch, 73, who"
  const last = end < from - 1 && tag(tokens, end) === 'number' && lower(tokens, end - 1) === ',' ? end - 2 : end
  const start = last < 0 ? null : phraseStart(tokens, last, Math.max(0, last - 12))
  if (start === null) return null
  // "babies under nine months, who"
  const timed = lower(tokens, from) === 'who' && TIME_NOUN.test(lower(tokens, last))
  const link = (at: number) =>
    /^(?:preposition|verb|ed|that|to)$/.test(tag(tokens, at)) &&
    lower(tokens, at) !== 'of' &&
    !(timed && tag(tokens, at) === 'preposition')
  const opens = indices([start, last]).filter(link)
  // "a consultant in acute medicine who"
  const placed = /^(?:in|at|near|from)$/.test(lower(tokens, opens.at(-1) ?? -1))
  const person = lower(tokens, from) === 'who' && (placed || !isPerson(tokens[last]))
  // "a neurologist at the hospital who"
  const nearest = person
    ? (opens.findLast((at) => isPerson(tokens[at - 1]) || isPerson(tokens[at - 2])) ?? (placed ? opens.at(-1) : undefined))
    : undefined
  // "two people involved in the search, who"
  const before = indices([Math.max(0, start - 4), start])
  const someone = person && nearest === undefined ? before.findLast((at) => PEOPLE_NOUNS.has(lower(tokens, at))) : undefined
  const begin = someone === undefined ? null : phraseStart(tokens, someone, Math.max(0, someone - 6))
  if (someone !== undefined && begin !== null) return [begin, someone + 1]
  // "vans and a bus, which was empty"
  const and = /^(?:is|was|has)$/.test(lower(tokens, from + 1))
    ? indices([start, last]).findLast((at) => lower(tokens, at) === 'and')
    : undefined
  const one = and !== undefined && /^an?$/.test(lower(tokens, and + 1)) ? and : start - 1
  return nearest === undefined
    ? [Math.max(opens.at(-1) ?? start - 1, one) + 1, last + 1]
    : [(opens.findLast((at) => at < nearest) ?? start - 1) + 1, last + 1]
}

export const isPerson = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'name' || isPersonNoun(token.lower) || PEOPLE_NOUNS.has(token.lower))
