/** Words that compare a number after them: "About 300 homes", "At least 12 people", "Up to 40". */
import type { Token } from './token.ts'
import { lower, tag } from './tokens.ts'

const COMPARATORS: ReadonlySet<string> = new Set(
  'about around over under up almost nearly some more fewer less as roughly approximately only between just exactly below above no'.split(
    ' ',
  ),
)
const COMPARES = /^(?:least|most|to|than|many|much|few|little|high|low|as|a|half|the|about|around|over)$/
const YEAR = /^(?:1[5-9]|20)\d\d$/

/** Returns true if the words at `at` compare a number that follows: "at least 17", "as many as 900". */
export function comparesAt(tokens: readonly Token[], at: number): boolean {
  const extreme = lower(tokens, at) === 'at' && /^(?:least|most)$/.test(lower(tokens, at + 1))
  if (!extreme && !COMPARATORS.has(lower(tokens, at))) return false
  let next = at + 1
  while (next < at + 4 && COMPARES.test(lower(tokens, next))) next++
  const word = lower(tokens, next)
  return (
    (tag(tokens, next) === 'number' && !YEAR.test(word)) ||
    /^(?:dozens?|hundreds?|thousands?|quarter|third|fifth|half|[$€£¥])$/.test(word)
  )
}
