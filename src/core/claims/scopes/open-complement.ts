/** The clause that completes a verb: "that it will hold" of "does not think that it will hold". */
import { FACTIVE } from '../../lexicon/factive-verbs.ts'
import { takesClause } from '../syntax/clause.ts'
import type { Range } from '../words/token.ts'
import { tag } from '../words/tokens.ts'
import { type Clauses, clauseEnd } from './reach.ts'

/**
 * Returns the complement clause of a verb group, by its index; null if it has none, or presupposes it ("did not know that it
 * held").
 */
export function openComplement(sentence: Clauses, index: number): Range | null {
  const [group, next] = [sentence.groups[index], sentence.groups[index + 1]]
  if (!group || !next || next.infinitive || FACTIVE.has(sentence.tokens[group.verb]?.lower ?? '')) return null
  const that = tag(sentence.tokens, group.to) === 'that'
  if (!that && !takesClause(sentence.tokens[group.verb])) return null
  return opensComplement(sentence, group.to, next.from) ? [group.to, clauseEnd(sentence, next.to, false)] : null
}

/**
 * Returns true if the tokens between two verbs make the second the complement of the first: "that", or a bare subject of a few
 * words.
 */
function opensComplement({ tokens }: Clauses, from: number, to: number): boolean {
  if (to - from > 8 || to === from) return false
  if (tag(tokens, from) === 'that') return true
  for (let at = from; at < to; at++) {
    if (!/^(?:determiner|possessive|subject|name|noun|number)$/.test(tag(tokens, at))) return false
  }
  return true
}
