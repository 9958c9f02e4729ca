/** Whether a source is a person, a body, a document or somebody unnamed, as far as its name and the words of its mentions tell. */
import type { SourceKind } from '../../article.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { BODY_NOUNS } from '../../lexicon/source-nouns.ts'
import { NOT_PERSON, ROLE_NOUNS } from '../../lexicon/titles.ts'
import { isFullName, splitName } from './person-names.ts'

export const SOURCE_TYPES = ['person', 'body', 'document', 'unnamed'] as const
export type SourceType = (typeof SOURCE_TYPES)[number]

/**
 * "Ann Lee" and "Mr. Lee" are persons, "Bank of Lorne", "NATO" and "Kremlin" bodies; "Lee" is what its mentions tell: "Mr. Lee" a person,
 * "the Lee" a body; null where they tell nothing. `mentions`: the words by which texts name it.
 */
export function sourceType(kind: SourceKind, name: string, mentions: readonly string[] = []): SourceType | null {
  if (kind === 'document' || kind === 'unnamed') return kind
  if (kind !== 'named') return null
  return typeOfName(name) ?? mentions.reduce<SourceType | null>((type, mention) => type ?? typeOfMention(mention, name), null)
}

function typeOfName(name: string): 'person' | 'body' | null {
  const words = name.split(/\s+/)
  const isBodyNoun = (word: string) => BODY_NOUNS.has(word.toLowerCase()) || NOT_PERSON.has(word.toLowerCase())
  if (words.some((word) => /^(?:of|for|and|&)$/i.test(word)) || isBodyNoun(words.at(-1) ?? '')) return 'body'
  if (/^\p{Lu}{2,}$/u.test(name)) return 'body'
  // "Headline That Does Not": a piece of a headline is no name.
  if (words.filter((word) => FUNCTION_WORDS.has(word.toLowerCase())).length > 1) return null
  if (words.length === 1 && ROLE_NOUNS.has(name.toLowerCase())) return 'person'
  return isFullName(name) || splitName(name).title !== '' ? 'person' : null
}

/** "Mr. Lee" has a title; "the Kremlin" has an article, which no person's name has. */
function typeOfMention(mention: string, name: string): 'person' | 'body' | null {
  if (mention.toLowerCase() === `the ${name.toLowerCase()}`) return 'body'
  const { title, name: rest } = splitName(mention)
  return title !== '' && rest === name ? 'person' : null
}
