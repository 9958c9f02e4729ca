/** Sentences that only stand at one place: nothing that they tell of is the same. */
import { diceSimilarity, sharedBy } from '../../text/set-similarity.ts'
import { isContent } from '../../text/stems.ts'
import { type Comparison, comparisonOf, type Wording } from '../compare/comparison.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { mayOperate } from '../predicates/operators.ts'
import { predicateChanges } from '../predicates/predicate-changes.ts'
import { isAnswer, supersededReason } from '../supersession/superseded-reason.ts'
import { sharesContent } from '../supersession/supersession.ts'
import type { Reading } from './side-by-side.ts'

/** A pair with this share of its words in common, or of its content words, was edited. */
const KEPT = 0.4
const ALIKE = 0.45

/**
 * Returns true for two sentences that have hardly a word in common, and no state of one that the other ends. A shared actor is
 * not enough.
 *
 *     "Police are looking for a van." / "Police have 40 officers in Orle."   → true
 */
export function areStrangers(before: Reading, after: Reading): boolean {
  if (sharedBy(before.senses, after.senses).length > 1 || diceSimilarity(before.senses, after.senses) >= ALIKE) return false
  const comparison = comparisonOf(before.wording, after.wording, [])
  if (sharesMost(comparison)) return false
  if (comparison.kept >= KEPT || predicateChanges(comparison).length > 0) return false
  const reason = supersededReason(comparison)
  return reason === null || !(isAnswer(reason) || sharesContent(comparison))
}

/** "There were no survivors." / "Nobody survived.": most of what the shorter tells of, by its roots. */
function sharesMost(comparison: Comparison): boolean {
  const { before, after } = comparison
  const content = ({ words }: Wording) => words.flatMap(({ key }, n) => (isContent(key) && !mayOperate(key) ? [n] : []))
  const [x, y] = [content(before), content(after)]
  const partners = alignedWords(comparison).after
  return 2 * x.filter((n) => (partners[n] ?? -1) >= 0).length > Math.min(x.length, y.length)
}

/** True if the sentences before or after the two are one: then their place is evidence. `partners` of the earlier version. */
export const hasNeighbour = (i: number, j: number, partners: Int32Array): boolean =>
  (i > 0 && j > 0 && partners[i - 1] === j - 1) || (i + 1 < partners.length && partners[i + 1] === j + 1)
