/** Whether a source is a person, a body or a document, as far as its kind and its name tell. */
import type { SourceKind } from '../../article.ts'
import { BODY_NOUNS } from '../../lexicon/source-nouns.ts'
import { NOT_PERSON } from '../../lexicon/titles.ts'
import { isFullName, splitName } from './person-names.ts'

export type SourceType = 'person' | 'body' | 'document'

/** "Ann Lee" and "Mr. Lee" are persons, "Bank of Lorne", "NATO" and "Kremlin" bodies; null for "Lee" alone and whoever has no name. */
export function sourceType(kind: SourceKind, name: string): SourceType | null {
  if (kind === 'document') return 'document'
  if (kind !== 'named') return null
  const words = name.split(/\s+/)
  const isBodyNoun = (word: string) => BODY_NOUNS.has(word.toLowerCase()) || NOT_PERSON.has(word.toLowerCase())
  if (words.some((word) => /^(?:of|for|and|&)$/i.test(word)) || isBodyNoun(words.at(-1) ?? '')) return 'body'
  if (/^\p{Lu}{2,}$/u.test(name)) return 'body'
  return isFullName(name) || splitName(name).title !== '' ? 'person' : null
}
