/** Whether one claim took another's place: told as people decided. */
import type { Change, GoneClaim, Step } from '../change.ts'
import { appearance } from '../ledger.ts'
import { claimIn } from './constraint.ts'
import { cameOrWent, withChanges, without } from './retold.ts'

/**
 * The steps with the claim `old` superseded by `heir`: ended and begun in one step, that is one change; a claim that is there by
 * the time takes its place without one; of one that comes later, nothing is told here. null: the claim still stands, or the other was never there.
 */
export function superseded(steps: readonly Step[], old: number, heir: number, review: number): Step[] | null {
  const end = steps.findLastIndex((step) => claimIn(step, old)) + 1
  const begin = steps.findIndex((step) => claimIn(step, heir))
  if (end === 0 || end === steps.length || begin < 0 || old === heir) return null
  if (begin > end) return [...steps]
  const fate = { status: 'superseded', successor: heir } as const
  return steps.map((step, i) => {
    if (i < end) return step
    const made = withFate(step, [old], fate)
    const [previous, last, first] = [steps[i - 1], claimIn(steps[i - 1], old), claimIn(step, heir)]
    if (i !== end || begin !== end || !previous || !last || !first) return made
    const rest = without(step.changes, { before: old, after: heir }, review)
    const change: Change = {
      kinds: ['superseded'],
      before: [appearance(last)],
      after: [appearance(first)],
      detail: {},
      acknowledged: false,
      evidence: [{ kind: 'superseded', rule: 'review', before: null, after: null }],
      review,
    }
    return withChanges(made, [...rest, change], previous.state.latest)
  })
}

/** The steps with a `superseded` from `old` to `heir` told as claims that went and claims that came. null: there is none. */
export function unrelated(steps: readonly Step[], old: number, heir: number, review: number): Step[] | null {
  const tells = ({ kinds, before, after }: Change) =>
    kinds.includes('superseded') && before.some((a) => a.claim === old) && after.some((a) => a.claim === heir)
  const at = steps.findIndex((step) => step.changes.some(tells))
  const change = steps[at]?.changes.find(tells)
  if (!change) return null
  const numbers = change.before.map((a) => a.claim)
  return steps.map((step, i) => {
    if (i < at) return step
    const made = withFate(step, numbers, { status: 'withdrawn', successor: null }, at)
    const previous = steps[i - 1]
    if (i > at || !previous) return made
    const [rest, went, came] = [
      step.changes.filter((c) => c !== change),
      change.before.map((a) => cameOrWent('withdrawn', a, review)),
      change.after.map((a) => cameOrWent('introduced', a, review)),
    ]
    return withChanges(made, [...rest, ...went, ...came], previous.state.latest)
  })
}

type Fate = Pick<GoneClaim, 'status' | 'successor'>

/** The step with that fate of those claims that are gone (`since`: since that place). */
function withFate(step: Step, numbers: readonly number[], fate: Fate, since: number | null = null): Step {
  const gone = step.state.gone.map((g) =>
    numbers.includes(g.number) && (since === null || g.since === since) ? { ...g, ...fate } : g,
  )
  return { ...step, state: { ...step.state, gone } }
}
