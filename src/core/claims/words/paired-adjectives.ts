/** Two adjectives that a conjunction joins: "a calm and trusted nurse", "a narrow but real path". */
import { isAdjectival } from '../../lexicon/plain-adjectives.ts'
import type { Token } from './token.ts'

/** Participles that are adjectives more often. */
const PARTICIPIAL =
  /^(?:related|alleged|united|combined|continued|increased|reduced|limited|mixed|skilled|experienced|organised|organized|armed|trusted|respected|renewed|repeated|so-called)$/

/** "a strong and united party", "old and damaged pipes": a noun follows, and an adjective stands before the conjunction. */
export function isPairedAdjective(tokens: readonly Token[], at: number): boolean {
  const [earlier, joint, word, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]]
  if (joint?.tag !== 'conjunction' || !/^(?:noun|ing)$/.test(next?.tag ?? '') || !word) return false
  if (!/^(?:ed|verb)$/.test(word.tag) || !word.lower.endsWith('ed')) return false
  return PARTICIPIAL.test(word.lower) || (earlier?.tag === 'noun' && isAdjectival(earlier))
}

/** "a narrow but real path" */
export const joinsAdjectives = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at - 1], tokens[at + 1]].every((token) => token?.tag === 'noun' && isAdjectival(token))
