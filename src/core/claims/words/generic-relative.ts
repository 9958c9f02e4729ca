/** Relative clauses that only limit which things are meant. */
import type { Token } from './token.ts'

/** "adults who had not responded", "people that may be ill": which ones is told, and nothing of them. */
export const isGeneric = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'noun' &&
  /[^s]s$|^(?:people|men|women|children)$/.test(tokens[at - 1]?.lower ?? '') &&
  /^(?:preposition|verb|ed|to|ing|be|have|conjunction|adverb|noun)$/.test(tokens[at - 2]?.tag ?? '') &&
  !/^(?:determiner|possessive|number)$/.test(tokens[at - 3]?.tag ?? '')
