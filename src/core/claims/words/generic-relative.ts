/** Relative clauses that only limit which things are meant. */
import type { Token } from './token.ts'

/** "adults who had not responded", "people that may be ill": which ones is told, and nothing of them. */
export const isGeneric = (tokens: readonly Token[], at: number): boolean =>
  /^(?:any|some|every|no)(?:thing|one|body)$/.test(tokens[at - 1]?.lower ?? '') ||
  (tokens[at - 1]?.tag === 'noun' &&
    /^(?:preposition|verb|ed|to|ing|be|have|conjunction|adverb|noun)$/.test(tokens[at - 2]?.tag ?? '') &&
    (tokens[at - 2]?.tag !== 'noun' ||
      /^(?:modal|to)$/.test(tokens[at - 3]?.tag ?? '') ||
      /[^s]s$/.test(tokens[at - 1]?.lower ?? '')) &&
    !/^(?:determiner|possessive|number)$/.test(tokens[at - 3]?.tag ?? ''))
