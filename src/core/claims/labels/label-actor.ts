/** The actor of a clause without a subject of its own, for its label. */

import type { ParsedSentence } from '../parsed-sentence.ts'
import { phraseStart } from '../syntax/noun-phrases.ts'
import { subjectOfClause } from '../syntax/subjects.ts'
import type { Range, Token } from '../syntax/token.ts'

/** The longest actor, in words. */
const LONGEST = 5

/**
 * Returns the noun phrase that is the logical subject of a clause that begins with its verb, an infinitive, a participle or a
 * relative pronoun: `Lee, who lost, left` → "Lee"; `They sent a crew to mend it` → "They". Empty if the clause has its own
 * subject.
 */
export function actorOf({ tokens, start }: ParsedSentence, from: number): Token[] {
  const opening = tokens[from]
  if (!opening || from === 0) return []
  const participle = /^(?:ed|ing)$/.test(opening.tag) && /^(?:noun|name)$/.test(tokens[from - 1]?.tag ?? '')
  if (participle || /^(?:who|which|that|whose)$/.test(opening.lower)) return brief(tokens, antecedent(tokens, from))
  return /^(?:to|be|have|modal|do|verb|ed)$/.test(opening.tag) ? brief(tokens, subjectOfClause(tokens, from, start)) : []
}

/** Returns the noun phrase directly before. */
function antecedent(tokens: readonly Token[], from: number): Range | null {
  const last = /^(?:,|—|–|--)$/.test(tokens[from - 1]?.text ?? '') ? from - 2 : from - 1
  const start = last < 0 ? null : phraseStart(tokens, last, Math.max(0, last - 12))
  return start === null ? null : [start, last + 1]
}

function brief(tokens: readonly Token[], range: Range | null): Token[] {
  return range ? shortened(tokens.slice(...range)) : []
}

/**
 * Returns a noun phrase up to its second preposition, its apposition or its relative clause, with at most `LONGEST` words if
 * that splits nothing.
 */
export function shortened(phrase: readonly Token[], longest = LONGEST): Token[] {
  const words: Token[] = []
  let preposition = -1
  for (const token of phrase) {
    if (/^[,(]$/.test(token.text) || token.tag === 'relative' || token.tag === 'that') break
    if (token.tag === 'preposition') {
      if (preposition >= 0) break
      preposition = words.length
    }
    if (words.length >= longest && preposition > 0) return words.slice(0, preposition)
    if (token.tag !== 'determiner' && token.tag !== 'quote' && !/^(?:mr|mrs|ms|dr)\.?$/.test(token.lower)) words.push(token)
  }
  while (words.at(-1)?.tag === 'preposition') words.pop()
  return words
}
