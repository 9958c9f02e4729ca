/** The scopes of hedges: the words under a modal, an adverb, a condition. */
import { hedgeAt, isPredicative } from './hedge-words.ts'
import { clauseEnd, groupBefore, groupOf, nounEnd, predicateEnd } from './reach.ts'
import type { Scope, ScopeRule } from './scope.ts'

/** "may hold", "is believed to", "probably", "possible", "if it rains" */
export const hedgeScope: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const entry = hedgeAt(tokens, at)
  if (!entry) return null
  const past = at + entry.words.length
  const scope = (from: number, to: number): Scope => ({
    rule: `hedge-${entry.class}`,
    from,
    to,
    at,
    past,
    class: entry.class,
    level: entry.level,
    // "unlikely to hold": it will probably not hold.
    negative: entry.words[0] === 'unlikely' && isPredicative(tokens, at),
  })
  switch (entry.class) {
    case 'conditional':
    case 'question':
      return scope(at, clauseEnd(sentence, past, true))
    case 'noun':
      return scope(at, clauseEnd(sentence, past, false))
    case 'adjective':
      if (!isPredicative(tokens, at, past)) return scope(at, nounEnd(tokens, past))
      break
  }
  const group = entry.class === 'adjective' ? groupBefore(sentence, at) : groupOf(sentence, at)
  if (!group) return scope(at, clauseEnd(sentence, past, false))
  return scope(Math.min(at, group.from), predicateEnd(sentence, group, Math.max(past, group.to)))
}
