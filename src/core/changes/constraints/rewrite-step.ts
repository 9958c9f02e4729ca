/**
 * Rewrites the changes of one step: removes claims from the changes that the engine found, and adds the changes of a review.
 */
import type { Appearance, Change, NumberedVersion, Step } from '../change.ts'
import { orderOf } from '../furniture-changes.ts'
import { acknowledged, withNote } from '../notes/notes.ts'
import { presence } from '../sentence-changes.ts'

/** Returns the change of a claim introduced or withdrawn by a review. */
export const presenceChange = (kind: 'introduced' | 'withdrawn', claim: Appearance, review: number): Change => ({
  ...presence(kind),
  before: kind === 'withdrawn' ? [claim] : [],
  after: kind === 'introduced' ? [claim] : [],
  acknowledged: false,
  review,
})

/**
 * Returns the changes without one claim on the earlier side and one on the later side (by number). A change that loses a whole
 * side leaves its other claims introduced or withdrawn; a change that loses both sides is dropped.
 */
export function withoutClaims(
  changes: readonly Change[],
  { before, after }: { readonly before: number | null; readonly after: number | null },
  review: number,
): Change[] {
  return changes.flatMap((change): Change[] => {
    const left = change.before.filter((a) => a.claim !== before)
    const right = change.after.filter((a) => a.claim !== after)
    if (left.length === change.before.length && right.length === change.after.length) return [change]
    if (left.length > 0 && right.length > 0) return [{ ...change, before: left, after: right, review }]
    if (right.length > 0 && change.before.length === 0) return [{ ...change, after: right, review }]
    if (left.length > 0 && change.after.length === 0) return [{ ...change, before: left, review }]
    return [
      ...left.map((claim) => presenceChange('withdrawn', claim, review)),
      ...right.map((claim) => presenceChange('introduced', claim, review)),
    ]
  })
}

/**
 * Returns the step with these changes, in reading order. Evaluates again which changes the notes of its version acknowledge.
 */
export function withChanges(step: Step, changes: readonly Change[], earlier: NumberedVersion): Step {
  const { sentences } = step.state.latest
  const fresh = new Set(sentences.keys())
  for (const [, j] of step.links) fresh.delete(j)
  const disclosed = acknowledged(changes, earlier.sentences, sentences, fresh)
  return {
    ...step,
    changes: changes.toSorted((p, q) => orderOf(p) - orderOf(q)).map((change) => withNote(change, disclosed)),
  }
}
