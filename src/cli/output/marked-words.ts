/** The words that differ between two sentences, marked. */
import { type Part, wordParts } from '../../core/diff/word-parts.ts'
import type { Paint } from './style.ts'

type Sides = readonly [before: readonly string[], after: readonly string[]]

/** The least share of the longer sentence that both have: marks in one that is quite another tell nothing. */
const IN_COMMON = 0.4

/** The sentences before and after a change; where one became one, and they have words in common, the others are marked. */
export function markedSides(before: readonly string[], after: readonly string[], paint: Paint): Sides {
  const [[a, ...others], [b, ...more]] = [before, after]
  if (a === undefined || b === undefined || others.length > 0 || more.length > 0) return [before, after]
  const parts = wordParts(a, b)
  const common = parts.reduce((sum, { kind, text }) => sum + (kind === 'equal' ? text.length : 0), 0)
  if (common < IN_COMMON * Math.max(a.length, b.length)) return [before, after]
  const marked = (kind: Part['kind']) =>
    parts.map((part) => (part.kind === kind ? paint('inverse', part.text) : part.kind === 'equal' ? part.text : '')).join('')
  return [[marked('delete')], [marked('insert')]]
}
