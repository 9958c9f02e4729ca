/** The succession of two claims as reviews decided it. */

import { appearanceOf } from '../appearance.ts'
import type { Change, Step } from '../change.ts'
import { claimIn } from './constraint.ts'
import { presenceChange, withChanges, withoutClaims } from './rewrite-step.ts'

/**
 * Returns the steps with the claim `old` superseded by `heir` where `old` first ends at or after the place `since`: one change,
 * in which `heir` begins or existed before. If `heir` is not present by then, the steps stay as they are. Returns null if the
 * claim does not end.
 */
export function withSuccession(
  steps: readonly Step[],
  old: number,
  heir: number,
  review: number,
  since: number,
): Step[] | null {
  const end = endOf(steps, old, since)
  if (end === null || old === heir) return null
  const [previous, last, now] = [steps[end - 1], claimIn(steps[end - 1], old), claimIn(steps[end], heir)]
  if (!previous || !last || !now) return [...steps]
  const begins = !steps.slice(0, end).some((step) => claimIn(step, heir))
  return steps.map((step, i) => {
    if (i !== end) return step
    const rest = withoutClaims(step.changes, { before: old, after: begins ? heir : null }, review)
    const change: Change = {
      kinds: ['superseded'],
      before: [appearanceOf(last)],
      after: [appearanceOf(now)],
      detail: {},
      acknowledged: false,
      evidence: [{ kind: 'superseded', rule: 'review', before: null, after: null }],
      review,
    }
    return withChanges(step, [...rest, change], previous.state.latest)
  })
}

/** Returns true if the steps record the succession, or cannot because `heir` is not present where `old` ends. */
export function hasSuccession(steps: readonly Step[], old: number, heir: number, since: number): boolean {
  const end = endOf(steps, old, since)
  const step = end === null ? undefined : steps[end]
  return step !== undefined && (!claimIn(step, heir) || step.changes.some(recordsSuccession(old, heir)))
}

/** Returns the index of the first step at or after a place (from 1) that lacks the claim; null if it never ends. */
function endOf(steps: readonly Step[], number: number, since: number): number | null {
  const end = steps.findIndex((step, i) => i >= since && !claimIn(step, number))
  return end < 0 ? null : end
}

/** Returns a test for changes that record `heir` as the successor of `old`. */
export const recordsSuccession =
  (old: number, heir: number) =>
  ({ kinds, before, after }: Change): boolean =>
    kinds.includes('superseded') && before.some((a) => a.claim === old) && after.some((a) => a.claim === heir)

/**
 * Returns the steps with a `superseded` from `old` to `heir` replaced by claims withdrawn and claims introduced. Returns null
 * if there is none.
 */
export function withoutSuccession(steps: readonly Step[], old: number, heir: number, review: number): Step[] | null {
  const at = steps.findIndex((step) => step.changes.some(recordsSuccession(old, heir)))
  const change = steps[at]?.changes.find(recordsSuccession(old, heir))
  if (!change) return null
  return steps.map((step, i) => {
    const previous = steps[i - 1]
    if (i !== at || !previous) return step
    const [rest, ended, begun] = [
      step.changes.filter((c) => c !== change),
      change.before.map((a) => presenceChange('withdrawn', a, review)),
      change.after.map((a) => presenceChange('introduced', a, review)),
    ]
    return withChanges(step, [...rest, ...ended, ...begun], previous.state.latest)
  })
}
