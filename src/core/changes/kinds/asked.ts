/** `softened` and `strengthened` by a question mark: the sentence asks on one side what it states on the other. */
import type { Comparison, Finding } from '../compare/comparison.ts'

/** If less is kept, it is another sentence that asks. */
const LEAST_KEPT = 0.5

/** "Mayor Knew of Leak" → "Mayor Knew of Leak?" */
export function asked({ before, after, kept }: Comparison): Finding[] {
  const [x, y] = [before, after].map(({ text }) => /\?["”’')\s]*$/.test(text))
  if (x === y || kept < LEAST_KEPT) return []
  return [{ kind: y ? 'softened' : 'strengthened', rule: 'question mark', before: null, after: null }]
}
