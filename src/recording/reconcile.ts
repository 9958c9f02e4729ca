/** Compares the changes that tracking reports with those that are recorded: which rows stay, which are retracted, which are new. */
import type { PackedSide } from '../store/sql/packing.ts'
import type { DecidedChange } from '../store/sql/standing-reviews.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import type { Decisions } from './decisions.ts'

type Row = Omit<NewChange, 'id'>

/** The changes that are reported without a new review. Those that it does not decide stay as recorded, whatever the current rules find. */
export interface Baseline {
  readonly review: number
  /** `keyOf` of every change. */
  readonly keys: ReadonlySet<string>
  /** `aboutOf` of every change. */
  readonly about: ReadonlySet<string>
}

/** Equal for two rows that report the same change. */
export function keyOf(c: Row): string {
  return JSON.stringify([c.fromVersion, c.toVersion, c.kinds, c.before, c.after, c.detail, c.acknowledged, c.aside])
}

/** Equal for two rows about the same claims in the same sentences of the same versions, whatever they report. */
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
  readonly baseline: Baseline | null
}

/**
 * Keeps the rows that are recorded already, retracts those that no longer hold (a rejected one: following the review), appends the
 * rest. `ids` is parallel to `rows`; null: the change was rejected in the form in which it is recorded.
 */
export function reconcile(rows: readonly Row[], recorded: Recorded) {
  const { active, last, baseline } = recorded
  const matches = matched(rows, recorded)
  const kept = new Set(matches.map(({ same }) => same?.id))
  const changes = retractions(
    active.filter((change) => !kept.has(change.id)),
    recorded,
  )
  const ids = matches.map(({ row, same, rejected }) => {
    if (same) return same.id
    if (rejected) return null
    const id = last + changes.length + 1
    const follows = baseline && !baseline.keys.has(keyOf(row)) ? baseline.review : null
    changes.push({ ...row, id, reviewId: row.reviewId ?? follows })
    return id
  })
  return { changes, ids }
}

/** Each row with the recorded row that stays for it, or whether that was rejected. */
function matched(rows: readonly Row[], { active, decisions, baseline }: Recorded) {
  const standing = new Map(active.map((change) => [keyOf(change), change]))
  const likewise = new Map(baseline ? active.map((change) => [aboutOf(decidedIn(change)), change]) : [])
  return rows.map((row) => {
    const same = standing.get(keyOf(row))
    if (same || !baseline) return { row, same, rejected: false }
    const other = likewise.get(aboutOf(decidedIn(row)))
    if (other && rejectedBy(decisions, decidedIn(other)) !== null) return { row, same: undefined, rejected: true }
    return { row, same: baseline.keys.has(keyOf(row)) ? other : undefined, rejected: false }
  })
}

function retractions(gone: readonly NewChange[], { last, decisions, baseline }: Recorded): NewChange[] {
  return gone.map((change, i) => {
    const decided = decidedIn(change)
    const follows = baseline?.about.has(aboutOf(decided)) ? baseline.review : null
    const reviewId = rejectedBy(decisions, decided) ?? follows
    return { ...change, id: last + i + 1, retracts: change.id, reviewId }
  })
}
