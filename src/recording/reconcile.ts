import type { PackedSide } from '../store/sql/packing.ts'
import type { DecidedChange } from '../store/sql/standing-reviews.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import type { Decisions } from './decisions.ts'

type Row = Omit<NewChange, 'id'>

/** What is told without the review that is made: what it does not decide stays as it was recorded, however it would be told today. */
export interface Baseline {
  readonly review: number
  /** `keyOf` of every change. */
  readonly told: ReadonlySet<string>
  /** `aboutOf` of every change. */
  readonly about: ReadonlySet<string>
}

/** What two rows have in common that tell the same change. */
export function keyOf(c: Row): string {
  return JSON.stringify([c.fromVersion, c.toVersion, c.kinds, c.before, c.after, c.detail, c.acknowledged])
}

/** What two rows have in common that tell of the same claims in the same sentences of the same versions, whatever they tell. */
export function aboutOf(c: Pick<DecidedChange, 'fromVersion' | 'toVersion' | 'before' | 'after'>): string {
  const sides = [c.before, c.after].map((list) => list.map(([sentence, , , claims]) => [sentence, claims]))
  return JSON.stringify([c.fromVersion, c.toVersion, sides])
}

/** A row as decisions know it. */
export function decidedIn({ fromVersion, toVersion, kinds, before, after }: Row): DecidedChange {
  const side = (json: string) => JSON.parse(json) as PackedSide[]
  return { fromVersion, toVersion, kinds, before: side(before), after: side(after) }
}

/** The review by which a recorded change is rejected, null if it is not. */
export function rejectedBy(decisions: Decisions, change: DecidedChange): number | null {
  const claims = new Set([...change.before, ...change.after].flatMap((side) => side[3]))
  const decision = decisions.ofChange(change, [...claims])
  return decision?.verdict === 'rejected' ? decision.review : null
}

interface Recorded {
  /** The rows that stand. */
  readonly active: readonly NewChange[]
  /** The highest id of a change. */
  readonly last: number
  readonly decisions: Decisions
  readonly former: Baseline | null
}

/**
 * Keeps the rows that stand already, retracts those that no longer hold (what is rejected: following the review), appends the rest.
 * `ids` is parallel to `rows`; null: what that tells was rejected as it is recorded.
 */
export function reconcile(rows: readonly Row[], { active, last, decisions, former }: Recorded) {
  const standing = new Map(active.map((change) => [keyOf(change), change]))
  const likewise = new Map(former ? active.map((change) => [aboutOf(decidedIn(change)), change]) : [])
  const told = rows.map((row) => {
    const same = standing.get(keyOf(row))
    if (same || !former) return { row, same, rejected: false }
    const other = likewise.get(aboutOf(decidedIn(row)))
    if (other && rejectedBy(decisions, decidedIn(other)) !== null) return { row, same: undefined, rejected: true }
    return { row, same: former.told.has(keyOf(row)) ? other : undefined, rejected: false }
  })
  const kept = new Set(told.map(({ same }) => same?.id))
  const changes: NewChange[] = []
  for (const change of active) {
    if (kept.has(change.id)) continue
    const decided = decidedIn(change)
    const follows = former?.about.has(aboutOf(decided)) ? former.review : null
    const reviewId = rejectedBy(decisions, decided) ?? follows
    changes.push({ ...change, id: last + changes.length + 1, retracts: change.id, reviewId })
  }
  const ids = told.map(({ row, same, rejected }) => {
    if (same) return same.id
    if (rejected) return null
    const id = last + changes.length + 1
    const follows = former && !former.told.has(keyOf(row)) ? former.review : null
    changes.push({ ...row, id, reviewId: row.reviewId ?? follows })
    return id
  })
  return { changes, ids }
}
