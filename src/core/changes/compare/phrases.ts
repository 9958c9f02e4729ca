/** Which phrases of a word list stand in a run of words. */
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

/** The phrases that stand in `words`, in the order in which they stand there. */
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

/** Is one of the words the first of a phrase? Else none stands there, nor among some of them. */
export function mayMention(words: readonly Token[], phrases: readonly string[]): boolean {
  const index = indexOf(phrases)
  return words.some(({ key }) => index.has(key))
}

/** Does a phrase of the list stand in a sentence's words? Looked up once for each list. */
export function mentionsAny(words: readonly Token[], phrases: readonly string[]): boolean {
  const known = foundIn(words)
  const again = known.get(phrases)
  if (again !== undefined) return again
  const found = phrasesIn(words, phrases).length > 0
  known.set(phrases, found)
  return found
}

const foundIn = memoizeByIdentity((_: readonly Token[]) => new Map<readonly string[], boolean>())
