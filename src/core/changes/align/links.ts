/** Links for readers: which sentence became which, by what both say. */
import type { Sentence } from '../../article.ts'
import { wordsOf } from '../../text/stems.ts'
import { likeness } from '../pair-claims.ts'
import { align } from './align.ts'

/** Two sentences with less in common are compared because of their place, or because one matter moved on: neither became the other. */
const LEAST = 0.19

interface Version {
  readonly sentences: readonly Sentence[]
}

/**
 * Pairs of indices, ascending; not those that only place or matter speaks for. Parts of a split and of a merge are told by the whole.
 *
 *     "The cause is not known." / "Inspectors traced the fire to a heater."   → a change, no link
 */
export function linksOf({ sentences: a }: Version, { sentences: b }: Version): [number, number][] {
  return align(a, b, 'words').flatMap(({ before, after }): [number, number][] => {
    const [i, j] = [before[0] ?? 0, after[0] ?? 0]
    const [x, y] = [a[i], b[j]]
    const whole = before.length + after.length > 2 || x?.text === y?.text || x?.zone === 'headline'
    if (!whole && x && y && likeness(wordsOf(x.text), wordsOf(y.text)) < LEAST) return []
    return before.flatMap((k) => after.map((l): [number, number] => [k, l]))
  })
}
