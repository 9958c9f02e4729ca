/** Ranks: "the third time", "its 3rd win". */
import { ORDINALS } from '../../lexicon/ordinals.ts'
import type { Token } from '../words/token.ts'
import type { Numeral } from './numerals.ts'

/** Words that form a name or a phrase with "first" and "second", and no rank. */
const PHRASES =
  /^(?:lady|ladies|gentleman|daughter|family|name|names|glance|half|person|world|party|parties|hand|degree|aid|amendment|thing|thought|thoughts|place|class|responders?|generation|language|nature|sight)$/

/** Returns the rank at a token, if a noun follows; null if there is none. */
export function rankAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at]
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const digits = token?.tag === 'number' ? /^(\d{1,4})(?:st|nd|rd|th)$/.exec(token.lower)?.[1] : undefined
  const value = digits === undefined ? ORDINALS.get(token?.lower ?? '') : Number(digits)
  if (!token || value === undefined || (token.capital && digits === undefined && at > 0)) return null
  if (!/^(?:determiner|possessive)$/.test(before?.tag ?? '') || before?.lower === 'every') return null
  if (!/^(?:noun|ed|ing)$/.test(after?.tag ?? '') || PHRASES.test(after?.lower ?? '') || after?.lower === 'of') return null
  return { value, to: at + 1, unit: 'rank' }
}
