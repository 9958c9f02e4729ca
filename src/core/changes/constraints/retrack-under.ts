/** Tracks all versions of an article under the decisions of reviews. */
import type { Step } from '../change.ts'
import { type Retracking, retrack } from '../renumber.ts'
import { track } from '../track.ts'
import { type Constraint, claimAt, type Occurrence } from './constraint.ts'
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
}

/**
 * Returns the steps from version 1 on under the constraints, in the order in which they were decided. Claims are first tracked
 * with the required separations and then merged or related. Thus the trails depend on the versions and the decisions alone, not
 * on the time of each.
 */
export function retrackUnder(given: Omit<Retracking, 'state'>, constraints: readonly Constraint[]): Constrained {
  const { versions, step = track } = given
  const tracked = retrack({ ...given, state: null, step: keepApart(step, versions, constraints) })
  const satisfied = new Set<number>()
  const into = new Map<number, number>()
  let steps: readonly Step[] = tracked
  const numberAt = (list: readonly Step[], o: Occurrence) => claimAt(list[o.place - 1], o)?.number ?? null
  for (const { review, kind, earlier, later } of constraints) {
    const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
    if (a === null || b === null) continue
    if (kind === 'same' && a === b) satisfied.add(review)
    if (kind === 'apart' && a !== b) satisfied.add(review)
    if (kind === 'apart' || a === b) continue
    const made = RELATE[kind](steps, a, b, review, earlier.place)
    if (!made) continue
    steps = made
    if (kind === 'same') into.set(Math.max(a, b), Math.min(a, b))
    satisfied.add(review)
  }
  // A later decision may have undone an earlier one.
  for (const { review, kind, earlier, later } of constraints) {
    const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
    if (a === null || b === null || kind === 'same') continue
    if (a === b || (kind === 'superseded' && !hasSuccession(steps, a, b, earlier.place))) satisfied.delete(review)
  }
  const canonicalNumber = (number: number): number => {
    const other = into.get(number)
    return other === undefined ? number : canonicalNumber(other)
  }
  return { steps: withEndStatus(steps), satisfied, canonicalNumber, ownNumber: (occurrence) => numberAt(tracked, occurrence) }
}

const RELATE = { same: unifyClaims, superseded: withSuccession, unrelated: withoutSuccession } as const
