/** Whether one claim took another's place: told as people decided. */
import type { Change, Step } from '../change.ts'
import { appearance } from '../step-builder.ts'
import { claimIn } from './constraint.ts'
import { cameOrWent, withChanges, without } from './rewrite-step.ts'

/**
 * The steps with the claim `old` superseded by `heir` where it first ends at or after the place `since`: one change, in which the
 * other begins or was there before. Where the other is not there by then, nothing is told.
 * null: the claim does not end.
 */
export function superseded(steps: readonly Step[], old: number, heir: number, review: number, since: number): Step[] | null {
  const end = endOf(steps, old, since)
  if (end === null || old === heir) return null
  const [previous, last, now] = [steps[end - 1], claimIn(steps[end - 1], old), claimIn(steps[end], heir)]
  if (!previous || !last || !now) return [...steps]
  const begins = !steps.slice(0, end).some((step) => claimIn(step, heir))
  return steps.map((step, i) => {
    if (i !== end) return step
    const rest = without(step.changes, { before: old, after: begins ? heir : null }, review)
    const change: Change = {
      kinds: ['superseded'],
      before: [appearance(last)],
      after: [appearance(now)],
      detail: {},
      acknowledged: false,
      evidence: [{ kind: 'superseded', rule: 'review', before: null, after: null }],
      review,
    }
    return withChanges(step, [...rest, change], previous.state.latest)
  })
}

/** Whether the steps tell that, or have nothing to tell of it: `heir` is not there where `old` ends. */
export function supersedes(steps: readonly Step[], old: number, heir: number, since: number): boolean {
  const end = endOf(steps, old, since)
  const step = end === null ? undefined : steps[end]
  return step !== undefined && (!claimIn(step, heir) || step.changes.some(tells(old, heir)))
}

/** The index of the first step at or after a place (from 1) that the claim does not stand in any more; null: it stands on. */
function endOf(steps: readonly Step[], number: number, since: number): number | null {
  const end = steps.findIndex((step, i) => i >= since && !claimIn(step, number))
  return end < 0 ? null : end
}

/** Whether a change says that `heir` superseded `old`. */
export const tells =
  (old: number, heir: number) =>
  ({ kinds, before, after }: Change): boolean =>
    kinds.includes('superseded') && before.some((a) => a.claim === old) && after.some((a) => a.claim === heir)

/** The steps with a `superseded` from `old` to `heir` told as claims that went and claims that came. null: there is none. */
export function unrelated(steps: readonly Step[], old: number, heir: number, review: number): Step[] | null {
  const at = steps.findIndex((step) => step.changes.some(tells(old, heir)))
  const change = steps[at]?.changes.find(tells(old, heir))
  if (!change) return null
  return steps.map((step, i) => {
    const previous = steps[i - 1]
    if (i !== at || !previous) return step
    const [rest, went, came] = [
      step.changes.filter((c) => c !== change),
      change.before.map((a) => cameOrWent('withdrawn', a, review)),
      change.after.map((a) => cameOrWent('introduced', a, review)),
    ]
    return withChanges(step, [...rest, ...went, ...came], previous.state.latest)
  })
}
