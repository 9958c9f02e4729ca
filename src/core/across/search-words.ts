/** The words by which similar claims of other articles are looked up. */

import { tokenize } from '../claims/words/tokens.ts'
import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { wordsOf } from '../text/stems.ts'

/** The most words for one claim: each costs a look-up, and this many distinguish a claim from others. */
const MOST = 12

/** The content words worth a look-up, without duplicates, in lower case: names first, then the longest. */
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

/** How many words of a sentence a mask can have: the bits of an integer that a number keeps. */
export const MASK_BITS = 53

/** Which words of a sentence, cut at spaces, are the first of these (in lower case): a bit for each, the first has the value 1. */
export function wordMask(sentence: string, words: readonly string[]): number {
  const wanted = new Set(words)
  return sentence.split(' ', MASK_BITS).reduce((mask, word, at) => (wanted.delete(bare(word)) ? mask + 2 ** at : mask), 0)
}

const bare = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
