/** Tracks all versions of an article under the decisions of reviews. */
import type { Step, TrackState } from '../change.ts'
import { type Retracking, retrack } from '../renumber.ts'
import { track } from '../track.ts'
import { type Constraint, claimAt, type Effect, type Occurrence } from './constraint.ts'
import { keepApart } from './keep-apart.ts'
import { hasSuccession, withoutSuccession, withSuccession } from './succession.ts'
import { unifyClaims } from './unify-claims.ts'
import { withEndStatus } from './with-end-status.ts'

export interface Constrained {
  readonly steps: readonly Step[]
  /** The reviews whose constraint is fulfilled in the steps; the others conflict with something. */
  readonly satisfied: ReadonlySet<number>
  /** Returns the number under which a claim is known after it was merged with another. */
  readonly canonicalNumber: (number: number) => number
  /** Returns the number of a claim before any merge; null if there is no such claim. */
  readonly ownNumber: (occurrence: Occurrence) => number | null
  /** The state after the last version before any two claims are merged or related. */
  readonly raw: TrackState | null
  /** The effects of the constraints on versions that follow. */
  readonly effects: readonly Effect[]
}

/**
 * Returns the steps from version 1 on under the constraints, in the order in which they were decided. Claims are first tracked
 * with the required separations and then merged or related. Thus the trails depend on the versions and the decisions alone, not
 * on the time of each.
 */
export function retrackUnder(given: Omit<Retracking, 'state'>, constraints: readonly Constraint[]): Constrained {
  return relateClaims(trackApart(given, constraints), constraints)
}

/** Returns the steps with the required separations, before claims are merged or related. */
export function trackApart(given: Omit<Retracking, 'state'>, constraints: readonly Constraint[]): Step[] {
  const { versions, step = track } = given
  return retrack({ ...given, state: null, step: keepApart(step, versions, constraints) })
}

/** Returns the steps of `trackApart` with claims merged or related. */
export function relateClaims(tracked: readonly Step[], constraints: readonly Constraint[]): Constrained {
  const satisfied = new Set<number>()
  const effects: Effect[] = []
  let steps: readonly Step[] = tracked
  for (const { review, kind, earlier, later } of constraints) {
    const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
    if (a === null || b === null) continue
    if (kind === 'same' && a === b) satisfied.add(review)
    if (kind === 'apart' && a !== b) satisfied.add(review)
    if (kind === 'apart' || a === b) continue
    const made = RELATE[kind](steps, a, b, review, earlier.place)
    if ((kind === 'same') === (made !== null)) effects.push({ review, kind, a, b })
    if (!made) continue
    steps = made
    satisfied.add(review)
  }
  return {
    steps: withEndStatus(steps),
    satisfied: new Set(constraints.flatMap((c) => (satisfied.has(c.review) && !isUndone(steps, c) ? [c.review] : []))),
    canonicalNumber: canonicalIn(effects),
    ownNumber: (occurrence) => numberAt(tracked, occurrence),
    raw: tracked.at(-1)?.state ?? null,
    effects,
  }
}

const numberAt = (steps: readonly Step[], o: Occurrence): number | null => claimAt(steps[o.place - 1], o)?.number ?? null

/** Returns true if a later decision undid the constraint. */
function isUndone(steps: readonly Step[], { kind, earlier, later }: Constraint): boolean {
  const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
  if (a === null || b === null || kind === 'same') return false
  return a === b || (kind === 'superseded' && !hasSuccession(steps, a, b, earlier.place))
}

/** Returns the function from a claim's number to the number of the claim that it was merged into. */
export function canonicalIn(effects: readonly Effect[]): (number: number) => number {
  const into = new Map(
    effects.flatMap(({ kind, a, b }) => (kind === 'same' ? [[Math.max(a, b), Math.min(a, b)] as const] : [])),
  )
  const canonical = (number: number): number => {
    const other = into.get(number)
    return other === undefined ? number : canonical(other)
  }
  return canonical
}

const RELATE = { same: unifyClaims, superseded: withSuccession, unrelated: withoutSuccession } as const
