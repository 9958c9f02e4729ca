/** The clause that completes a verb: "that it will hold" of "does not think that it will hold". */
import { FACTIVE } from '../../lexicon/factive-verbs.ts'
import { hasComplement } from '../syntax/main-predicate.ts'
import type { Range } from '../words/token.ts'
import { type Clauses, clauseEnd } from './reach.ts'

/**
 * Returns the complement clause of a verb group, by its index; null if it has none, or presupposes it ("did not know that it
 * held").
 */
export function openComplement(sentence: Clauses, index: number): Range | null {
  const { tokens, groups } = sentence
  const [group, next] = [groups[index], groups[index + 1]]
  if (!group || !next || FACTIVE.has(tokens[group.verb]?.lower ?? '') || !hasComplement(tokens, groups, index)) return null
  return [group.to, clauseEnd(sentence, next.to, false)]
}
