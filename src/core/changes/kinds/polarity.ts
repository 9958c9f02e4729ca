/** `negated`: the polarity of the content flipped. */
import { type Comparison, changedWords, type Finding, spanOf } from './comparison.ts'
import { NEGATORS } from './negators.ts'
import type { Token } from './tokens.ts'

/** In a sentence that was rewritten, a "not" may only belong to another way of saying the same. */
const LEAST_KEPT = 0.5

const isNegator = (word: Token) => NEGATORS.has(word.key) || word.key.endsWith("n't")

/** "will" → "will not", "agreed to" → "refused to", "said that it had" → "denied that it had". */
export function negated(comparison: Comparison): Finding[] {
  if (comparison.kept < LEAST_KEPT) return []
  const a = changedWords(comparison, 'before').filter(isNegator)
  const b = changedWords(comparison, 'after').filter(isNegator)
  if (a.length % 2 === b.length % 2) return []
  return [{ kind: 'negated', rule: 'negator', before: spanOf(a), after: spanOf(b) }]
}
