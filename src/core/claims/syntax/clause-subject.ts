/** The subject of a clause: it runs from where the clause begins to its verb. */
import { DOCUMENT_NOUNS } from '../../lexicon/source-nouns.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Range, Token } from '../words/token.ts'
import { COMMA, isNominal, type OpenClause, tagAt } from './clause.ts'
import { isDash } from './coordinated-aside.ts'
import { openingAdjunctEnd } from './opening-adjuncts.ts'
import { isPast } from './reduced-clauses.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Returns the subject of the verb of a clause; null if none stands before the verb. */
export function clauseSubject(
  tokens: readonly Token[],
  { kind, from }: Pick<OpenClause, 'kind' | 'from'>,
  group: VerbGroup,
): Range | null {
  if (tagAt(tokens, group.from) === 'subject') return [group.from, group.from + 1]
  // "who, after a quarrel, left"
  if (kind === 'relative' && tokens[from]?.text === ',' && !isSubjectPronoun(tokens, group.from - 1)) {
    // "which, the company argues, is why"
    const speaks = tokens[group.to]?.text === ',' && /^(?:determiner|possessive|name)$/.test(tagAt(tokens, from + 1))
    return speaks ? [from + 1, group.from] : [from - 1, from]
  }
  const end = subjectEnd(tokens, from, group.from)
  if (isSubjectPronoun(tokens, end - 1) && end > from) {
    // "He or she said"
    const pair = tokens[end - 2]?.tag === 'conjunction' && isSubjectPronoun(tokens, end - 3) && end - 3 >= from
    return [pair ? end - 3 : end - 1, end]
  }
  const start = openingAdjunctEnd(tokens, Math.max(from, partStart(tokens, from, end, group.from)), end)
  const adjunct =
    /^(?:preposition|time)$/.test(tagAt(tokens, start)) && !comparesAt(tokens, start) && tokens[start]?.tag !== 'name'
  // "saying | there was"
  const report = start === end - 1 && tokens[end]?.lower === 'there' && tagAt(tokens, start) === 'ing'
  if (start < end && !report && !(adjunct && kind === 'coordinate')) return [start, end]
  // "who left", "which was old"
  return kind === 'relative' && from > 0 ? [from - 1, from] : null
}

/** Returns true for "he" and "it"; not for "it" of "who saw it", an object. */
export function isSubjectPronoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.tag !== 'subject' || token.lower === 'there') return false
  // "the towns below it"
  const object =
    /^(?:verb|ed|preposition)$/.test(tagAt(tokens, at - 1)) || /^(?:above|below)$/.test(tokens[at - 1]?.lower ?? '')
  return !/^(?:it|you)$/.test(token.lower) || !object
}

/** Returns the end of a subject before the adverbs, days and commas that separate it from its verb. */
function subjectEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to
  while (end > from) {
    const shorter = withoutAdjunct(tokens, from, end)
    if (shorter === end) return end
    const aside = isDash(tokens[end - 1])
    end = shorter
    if (aside) return end
  }
  return end
}

const DAYTIME = /^(?:morning|afternoon|evening|night|week|month|year)$/

function withoutAdjunct(tokens: readonly Token[], from: number, end: number): number {
  const [token, before] = [tokens[end - 1], tokens[end - 2]]
  if (!token) return end
  if (isDash(token) && tokens.slice(from, end - 1).some(({ text }) => text === token.text)) return end - 1
  if (token.tag === 'adverb' || token.tag === 'quote' || token.lower === 'so' || token.lower === ',') return end - 1
  // "She no longer expects"
  if (token.lower === 'longer' && before?.lower === 'no') return end - 2
  if (token.lower === 'there') return before?.tag === 'be' ? end : end - 1
  // "He neither liked it nor"
  if (/^(?:both|neither)$/.test(token.lower)) return end - 1 > from ? end - 1 : end
  return DAYTIME.test(token.lower) || token.tag === 'time' ? withoutTime(tokens, from, end) : end
}

/** Before "last week", "on Monday", "Tuesday night"; "a report in January" keeps its month. */
function withoutTime(tokens: readonly Token[], from: number, end: number): number {
  const [token, before, noun] = [tokens[end - 1], tokens[end - 2], tokens[end - 3]]
  const word = before?.lower ?? ''
  if (DAYTIME.test(token?.lower ?? '')) {
    if (/^(?:last|this|next)$/.test(word) && end - 2 > from) return end - 2
    return before?.tag === 'time' ? end - 1 : end
  }
  if (word === 'from') return end
  if (/^(?:in|on|this)$/.test(word) && noun && (noun.tag === 'ed' || isPast(noun) || DOCUMENT_NOUNS.has(noun.lower))) return end
  return /^(?:on|in|during|last|this|late|early)$/.test(word) && end - 2 > from ? end - 2 : end - 1
}

/** "Sept. 15, 2011" */
const isDateComma = (tokens: readonly Token[], at: number): boolean =>
  /^\d{1,2}$/.test(tokens[at - 1]?.text ?? '') && /^(?:1[89]|20)\d\d$/.test(tokens[at + 1]?.text ?? '')

/** Returns the token after the last comma before a verb that no comma precedes: "Climate change, the mayor says"; not in a list. */
function partStart(tokens: readonly Token[], from: number, end: number, verb: number): number {
  if (tokens.slice(end, verb).some(({ text }) => COMMA.test(text))) return from
  let start = from
  for (let at = end - 1; at > from && start === from; at--)
    if (COMMA.test(tokens[at]?.text ?? '') && !isDateComma(tokens, at)) start = at + 1
  const list = tokens.slice(start, end).some(({ tag, lower }) => tag === 'conjunction' && lower !== 'but')
  const opens = isNominal(tagAt(tokens, start)) || /^(?:determiner|possessive)$/.test(tagAt(tokens, start))
  return start > from && list && opens && isNominal(tagAt(tokens, start - 2)) ? from : start
}
