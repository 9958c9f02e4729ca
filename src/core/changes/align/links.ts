/** Links for readers: the sentences that correspond by their words. */
import type { Sentence } from '../../article.ts'
import { wordsOf } from '../../text/stems.ts'
import { likeness } from '../pair-claims.ts'
import { align } from './align.ts'

/** Two sentences with less in common were paired by place or matter only: neither became the other. */
const LEAST = 0.19

interface Version {
  readonly sentences: readonly Sentence[]
}

/**
 * Returns pairs of indices, ascending, without those that only place or matter supports. Parts of a split or a merge are judged
 * as a whole.
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
