/** Tracking under constraints that goes on after the last version, without the versions before it. */
import type { Step, TrackState } from '../change.ts'
import { type Retracking, retrack } from '../renumber.ts'
import { claimIn, type Effect } from './constraint.ts'
import { recordsSuccession } from './succession.ts'
import { unifyNext } from './unify-claims.ts'
import { withEndStatusAfter } from './with-end-status.ts'

/** Where tracking under constraints goes on. */
export interface BoundState {
  /** The state after the last version before any two claims are merged or related. */
  readonly raw: TrackState
  readonly effects: readonly Effect[]
}

/**
 * Returns the steps of versions after the last one, as `retrackUnder` returns them for all versions, and the state from which the next one goes
 * on. `latest`: the state after the last version under the constraints. Returns null if these versions make a constraint
 * begin or cease to hold; then all versions have to be tracked.
 */
export function resumeUnder(
  given: Omit<Retracking, 'state' | 'known' | 'named'>,
  { raw, effects }: BoundState,
  latest: TrackState,
): { readonly steps: readonly Step[]; readonly raw: TrackState } | null {
  const tracked = retrack({ ...given, state: raw, known: () => null })
  const steps: Step[] = []
  let before = raw
  let { gone } = latest
  for (const step of tracked) {
    const related = relatedStep(before, step, effects)
    if (!related) return null
    const made = withEndStatusAfter(gone, related)
    steps.push(made)
    before = step.state
    gone = made.state.gone
  }
  return { steps, raw: before }
}

/** Returns one step with the effects of all constraints, in their order; null if one of them begins or ceases to hold. */
function relatedStep(before: TrackState, tracked: Step, effects: readonly Effect[]): Step | null {
  let previous: Step = { state: before, changes: [], kept: [], links: [] }
  let step = tracked
  for (const { kind, a, b, review } of effects) {
    if (kind === 'same') {
      const made = unifyNext(previous, step, a, b, review)
      if (!made) return null
      previous = made[0]
      step = made[1]
    } else if (kind === 'superseded' ? !claimIn(step, a) : step.changes.some(recordsSuccession(a, b))) return null
  }
  return step
}
