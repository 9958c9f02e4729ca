/** Recomputation for a review: all versions tracked again, and what comes of it for the claims concerned. */
import { type Study, study } from './record.ts'
import { record, rowsOf } from './recording-rows.ts'
import type { StandingReview } from './store/decisions.ts'
import type { ArticleHead } from './store/head.ts'
import { laterVersions } from './store/later-versions.ts'
import type { NewChange } from './store/recording.ts'
import type { Store } from './store/store.ts'

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
 * The rows of changes that come and go: of the claims concerned (by number) alone, so that nothing else is told anew. They follow
 * the review with the id `review`.
 */
export function replayedChanges(
  { head, found }: Replay,
  concerned: readonly number[],
  review: number,
  now: string,
): NewChange[] {
  const { rows } = rowsOf(head, found, now)
  const ids = new Set(concerned.map((number) => found.laterClaims.get(number)))
  return rows.changes
    .filter((change) => change.claimIds.some((id) => ids.has(id)))
    .map((change, i) => ({ ...change, id: head.last.change + 1 + i, reviewId: change.reviewId ?? review }))
}

/** The statements that record the whole article as it was tracked, and the changes that come and go by that. */
export async function replayedRecording({ head, found }: Replay, review: number, now: string) {
  const following = (change: NewChange): NewChange => ({ ...change, reviewId: change.reviewId ?? review })
  return record(head, found, now, following)
}
