/** Recomputation for a review: all versions tracked again, with it and without, and what differs by that. */

import { analyzeAndTrack, type TrackedTexts } from '../recording/analyze-and-track.ts'
import { Decisions } from '../recording/decisions.ts'
import { aboutOf, type Baseline, decidedIn, keyOf, rejectedBy } from '../recording/reconcile.ts'
import { rowsOf, toRows } from '../recording/rows.ts'
import type { StandingReview } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { laterVersions } from '../store/write/later-versions.ts'
import type { WriteContext } from '../store/write/write-context.ts'

/** An article tracked from the start as if these reviews stood. */
export interface Replay {
  readonly head: WriteContext
  readonly found: TrackedTexts
}

/** Tracks all versions under `reviews`. Nothing is written. */
export async function replay(store: Store, context: WriteContext, reviews: readonly StandingReview[]): Promise<Replay> {
  const later = await laterVersions(store, context.id, '')
  const fromTheStart = { ...context, reviews, previous: null }
  const found = await analyzeAndTrack(store, fromTheStart, { texts: [], cut: [], later }, [...context.reviews, ...reviews])
  return { head: fromTheStart, found }
}

/**
 * The changes that are told without the review: by the reviews of `before`. What these rejected and those of `after` do not is told
 * by the review, if not by today's rules as it was.
 */
function formerOf(before: Replay, after: Replay, review: number, now: string): Baseline {
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

const decisionsIn = ({ head: context, found }: Replay) => new Decisions(context.reviews, found.bound?.canonicalNumber)

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
  return toRows(after.head, after.found, now, formerOf(before, after, review, now))
}
