/** The scopes of hedges: the words under a modal, an adverb, a condition. */
import type { HedgeClass } from '../../article.ts'
import type { Range } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { hedgeAt, isPredicative } from './hedge-words.ts'
import { NONE } from './negation.ts'
import { type Clauses, clauseEnd, groupBefore, groupOf, nounEnd, predicateEnd } from './reach.ts'
import type { ScopeRule } from './scope.ts'

/** "may hold", "is believed to", "probably", "possible", "if it rains" */
export const hedgeScope: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const entry = hedgeAt(tokens, at)
  if (!entry || (entry.class === 'modal' && isDenied(sentence, at))) return null
  const past = at + entry.words.length
  const [from, to] = rangeOf(sentence, at, past, entry.class)
  // "unlikely to hold": it will probably not hold.
  const negative = entry.words[0] === 'unlikely' && isPredicative(tokens, at)
  return { rule: `hedge-${entry.class}`, from, to, at, past, class: entry.class, level: entry.level, negative }
}

/** "Nobody can say", "No bank would lend", "could never": a denied possibility is none. */
function isDenied({ tokens, verbOfSubject }: Clauses, at: number): boolean {
  if (!/^(?:can|could|would)$/.test(lower(tokens, at))) return false
  if (lower(tokens, at + 1) === 'never') return lower(tokens, at) !== 'would'
  for (let back = at - 1; back >= 0 && (back > at - 3 || verbOfSubject[back] === at); back--) {
    if (NONE.has(lower(tokens, back)) && (verbOfSubject[back] ?? at) === at) return true
    if (tag(tokens, back) === 'mark') return false
  }
  return false
}

/** The words under the hedge at [at, past). */
function rangeOf(sentence: Clauses, at: number, past: number, kind: HedgeClass): Range {
  if (kind === 'conditional' || kind === 'question') return [at, clauseEnd(sentence, past, true)]
  if (kind === 'noun') return [at, clauseEnd(sentence, past, false)]
  if (kind === 'adjective' && !isPredicative(sentence.tokens, at, past)) return [at, nounEnd(sentence.tokens, past)]
  const group = kind === 'adjective' ? groupBefore(sentence, at) : groupOf(sentence, at)
  if (!group) return [at, clauseEnd(sentence, past, false)]
  return [Math.min(at, group.from), predicateEnd(sentence, group, Math.max(past, group.to))]
}
