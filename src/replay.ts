/** Recomputation for a review: all versions tracked again, and what comes of it for the claims concerned. */
import { study } from './record.ts'
import { rowsOf } from './recording-rows.ts'
import type { StandingReview } from './store/decisions.ts'
import type { ArticleHead } from './store/head.ts'
import { laterVersions } from './store/later-versions.ts'
import type { NewChange } from './store/recording.ts'
import type { Store } from './store/store.ts'

/**
 * The rows of changes that come and go when these reviews stand: of the claims concerned (by number) alone, so that nothing else
 * is told anew. They follow the review with the id `review`.
 */
export async function replayedChanges(
  store: Store,
  head: ArticleHead,
  reviews: readonly StandingReview[],
  concerned: readonly number[],
  review: number,
  now: string,
): Promise<NewChange[]> {
  const later = await laterVersions(store, head.id, '')
  const fromTheStart = { ...head, reviews, previous: null }
  const found = await study(store, fromTheStart, { texts: [], cut: [], later })
  const { rows } = rowsOf(fromTheStart, found, now)
  const ids = new Set(concerned.map((number) => found.laterClaims.get(number)))
  return rows.changes
    .filter((change) => change.claimIds.some((id) => ids.has(id)))
    .map((change, i) => ({ ...change, id: head.last.change + 1 + i, reviewId: change.reviewId ?? review }))
}
