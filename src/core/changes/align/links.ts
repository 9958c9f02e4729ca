/** Links for readers: which sentence became which, by what both say. */
import type { Sentence } from '../../article.ts'
import type { Step } from '../change.ts'
import { likeness } from '../pair-claims.ts'
import { wordsOf } from './words.ts'

/** Two sentences with less in common are compared because of their place, or because one matter moved on: neither became the other. */
const LEAST = 0.19

/**
 * The links of a step without those that only place or matter speaks for. Parts of a split and of a merge are told by the whole.
 *
 *     "The cause is not known." / "Inspectors traced the fire to a heater."   → a change, no link
 */
export function linksByWords(
  links: Step['links'],
  { sentences: a }: { readonly sentences: readonly Sentence[] },
  { sentences: b }: { readonly sentences: readonly Sentence[] },
): Step['links'] {
  const [ofA, ofB] = [Map.groupBy(links, ([i]) => i), Map.groupBy(links, ([, j]) => j)]
  return links.filter(([i, j]) => {
    const [x, y] = [a[i], b[j]]
    if (!x || !y || x.text === y.text || x.zone === 'headline') return true
    if ((ofA.get(i)?.length ?? 0) > 1 || (ofB.get(j)?.length ?? 0) > 1) return true
    return likeness(wordsOf(x.text), wordsOf(y.text)) >= LEAST
  })
}
