/** Finds phrases of a word list in a run of words. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Token } from './compare-tokens.ts'

interface Phrase {
  readonly text: string
  readonly words: readonly string[]
}

/** The phrases of a list by their first word. */
const indexOf = memoizeByIdentity((phrases: readonly string[]): ReadonlyMap<string, readonly Phrase[]> => {
  const list = phrases.map((text): Phrase => ({ text, words: text.split(' ') }))
  return Map.groupBy(list, ({ words }) => words[0] ?? '')
})

/** Returns the phrases that occur in `words`, in order. */
export function phrasesIn(words: readonly Token[], phrases: readonly string[]): string[] {
  const index = indexOf(phrases)
  const found: string[] = []
  for (let at = 0; at < words.length; at++) {
    const phrases = index.get((words[at] as Token).key)
    if (!phrases) continue
    for (const phrase of phrases) {
      if (phrase.words.every((word, n) => words[at + n]?.key === word)) found.push(phrase.text)
    }
  }
  return found
}

/** Returns true if one of the words is the first of a phrase; else no phrase occurs in any part of the words. */
export function mayMention(words: readonly Token[], phrases: readonly string[]): boolean {
  const index = indexOf(phrases)
  return words.some(({ key }) => index.has(key))
}

/** Returns true if a phrase of the list occurs in a sentence's words. Looks up each list only once. */
export function mentionsAny(words: readonly Token[], phrases: readonly string[]): boolean {
  const known = foundIn(words)
  const again = known.get(phrases)
  if (again !== undefined) return again
  const found = phrasesIn(words, phrases).length > 0
  known.set(phrases, found)
  return found
}

const foundIn = memoizeByIdentity((_: readonly Token[]) => new Map<readonly string[], boolean>())
