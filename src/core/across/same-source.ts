/** Compares named sources of different articles. */
import type { ArticleClaim } from './standalone-claim.ts'

/**
 * Two names are the same source if all words of the shorter are words of the longer and the last word is the same.
 *
 *     "Orla Dunnet", "Harbour Master Orla Dunnet" and "Dunnet" are one; "Tom Dunnet" is another
 */
export function sameSource({ source: a }: Pick<ArticleClaim, 'source'>, { source: b }: Pick<ArticleClaim, 'source'>): boolean {
  if (a === null || b === null) return false
  const [p, q] = [wordsIn(a), wordsIn(b)]
  const [short, long] = p.length < q.length ? [p, q] : [q, p]
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
}

const wordsIn = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s(?![\p{L}])/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []
