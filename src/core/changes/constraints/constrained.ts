/** All versions of an article tracked under what people decided. */
import type { Step, TrackState } from '../change.ts'
import { type Retracking, retrack } from '../renumber.ts'
import { track } from '../track.ts'
import { keepingApart } from './apart.ts'
import { type Constraint, claimAt, type Effect, type Occurrence } from './constraint.ts'
import { withEndStatus } from './end-status.ts'
import { superseded, supersedes, unrelated } from './succession.ts'
import { unifyClaims } from './unify-claims.ts'

export interface Constrained {
  readonly steps: readonly Step[]
  /** The reviews whose constraint holds in the steps; of others, something stands against it. */
  readonly held: ReadonlySet<number>
  /** The number by which a claim goes that was made one with another. */
  readonly canonicalNumber: (number: number) => number
  /** The number that a claim has before any two are made one; null if there is no such claim. */
  readonly ownNumber: (occurrence: Occurrence) => number | null
  /** The state after the last version before any two claims are made one or related. */
  readonly raw: TrackState | null
  /** What the constraints do to versions that follow. */
  readonly effects: readonly Effect[]
}

/**
 * The steps from version 1 on under the constraints, in the order in which they were decided. Claims are first tracked, held apart
 * where that was said, and then made one or related: so the trails depend on the versions and the decisions alone, not on when each came.
 */
export function retrackUnder(given: Omit<Retracking, 'state'>, constraints: readonly Constraint[]): Constrained {
  return relateClaims(trackApart(given, constraints), constraints)
}

/** The steps in which claims are held apart, but not yet made one or related. */
export function trackApart(given: Omit<Retracking, 'state'>, constraints: readonly Constraint[]): Step[] {
  const { versions, step = track } = given
  return retrack({ ...given, state: null, step: keepingApart(step, versions, constraints) })
}

/** The steps of `trackApart` with claims made one or related. */
export function relateClaims(tracked: readonly Step[], constraints: readonly Constraint[]): Constrained {
  const held = new Set<number>()
  const effects: Effect[] = []
  let steps: readonly Step[] = tracked
  for (const { review, kind, earlier, later } of constraints) {
    const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
    if (a === null || b === null) continue
    if (kind === 'same' && a === b) held.add(review)
    if (kind === 'apart' && a !== b) held.add(review)
    if (kind === 'apart' || a === b) continue
    const made = RELATE[kind](steps, a, b, review, earlier.place)
    if ((kind === 'same') === (made !== null)) effects.push({ review, kind, a, b })
    if (!made) continue
    steps = made
    held.add(review)
  }
  return {
    steps: withEndStatus(steps),
    held: new Set(constraints.flatMap((c) => (held.has(c.review) && !isUndone(steps, c) ? [c.review] : []))),
    canonicalNumber: canonicalIn(effects),
    ownNumber: (occurrence) => numberAt(tracked, occurrence),
    raw: tracked.at(-1)?.state ?? null,
    effects,
  }
}

const numberAt = (steps: readonly Step[], o: Occurrence): number | null => claimAt(steps[o.place - 1], o)?.number ?? null

/** Whether a later decision undid what the constraint says. */
function isUndone(steps: readonly Step[], { kind, earlier, later }: Constraint): boolean {
  const [a, b] = [numberAt(steps, earlier), numberAt(steps, later)]
  if (a === null || b === null || kind === 'same') return false
  return a === b || (kind === 'superseded' && !supersedes(steps, a, b, earlier.place))
}

/** The number by which a claim goes that was made one with another. */
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

const RELATE = { same: unifyClaims, superseded, unrelated } as const
