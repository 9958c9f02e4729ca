/** The words by which claims of other articles that may say the same are looked up. */

import { tokenize } from '../claims/syntax/tokens.ts'
import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { wordsOf } from '../text/stems.ts'

/** So many words tell a claim from others; each costs a look-up. */
const MOST = 12

/** The words of a content that are worth a look-up, each once, in lower case: names first, then the longest. */
export function searchWords(content: string): string[] {
  const found = new Map<string, number>()
  for (const { text, lower, tag } of tokenize(content)) {
    const kind = wordsOf(text)[0]?.kind
    if (kind !== 'content' || FUNCTION_WORDS.has(lower) || lower.length < 3) continue
    if (!found.has(lower)) found.set(lower, tag === 'name' ? 100 : Math.min(99, lower.length))
  }
  return [...found]
    .sort(([, p], [, q]) => q - p)
    .slice(0, MOST)
    .map(([word]) => word)
}
