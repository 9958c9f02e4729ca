/** Recomputation for a review: all versions tracked again, with it and without, and what differs by that. */

import { type Study, study } from '../recording/analyze-and-track.ts'
import { Decisions } from '../recording/decisions.ts'
import { aboutOf, decidedIn, type Former, keyOf, rejectedBy } from '../recording/reconcile.ts'
import { record, rowsOf } from '../recording/rows.ts'
import type { StandingReview } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { laterVersions } from '../store/write/later-versions.ts'
import type { ArticleHead } from '../store/write/write-context.ts'

/** An article tracked from the start as if these reviews stood. */
export interface Replay {
  readonly head: ArticleHead
  readonly found: Study
}

/** Tracks all versions under `reviews`. Nothing is written. */
export async function replay(store: Store, head: ArticleHead, reviews: readonly StandingReview[]): Promise<Replay> {
  const later = await laterVersions(store, head.id, '')
  const fromTheStart = { ...head, reviews, previous: null }
  const found = await study(store, fromTheStart, { texts: [], cut: [], later }, [...head.reviews, ...reviews])
  return { head: fromTheStart, found }
}

/**
 * The changes that are told without the review: by the reviews of `before`. What these rejected and those of `after` do not is told
 * by the review, if not by today's rules as it was.
 */
function formerOf(before: Replay, after: Replay, review: number, now: string): Former {
  const { rows } = rowsOf(before.head, { ...before.found, active: [] }, now)
  const decisions = decisionsIn(after)
  const back = new Set(
    before.head.reviews.flatMap(({ action, change }) => {
      if (action !== 'reject' || !change) return []
      return rejectedBy(decisions, change) === null ? [aboutOf(change)] : []
    }),
  )
  const told = rows.changes.filter((row) => !back.has(aboutOf(decidedIn(row))))
  return { review, told: new Set(told.map(keyOf)), about: new Set(told.map((row) => aboutOf(decidedIn(row)))) }
}

const decisionsIn = ({ head, found }: Replay) => new Decisions(head.reviews, found.bound?.goesBy)

/**
 * The rows of changes that come and go by a review, alone: nothing else is told anew. `before` and `after`: the article under the
 * reviews that stood, and under those that stand then.
 */
export function replayedChanges(before: Replay, after: Replay, review: number, now: string): NewChange[] {
  const former = formerOf(before, after, review, now)
  const { rows } = rowsOf(after.head, after.found, now, former)
  const decided = rows.changes.filter((row) => (row.retracts === null ? !former.told.has(keyOf(row)) : row.reviewId !== null))
  return decided.map((row, i) => ({ ...row, id: after.head.last.change + 1 + i }))
}

/** The statements that record the whole article as it was tracked, and the changes that come and go by that. */
export function replayedRecording(before: Replay, after: Replay, review: number, now: string) {
  return record(after.head, after.found, now, formerOf(before, after, review, now))
}
