/** Recording a review by the caller, and finding it again: what routes and forms share. */
import type { Context } from 'hono'
import type { ReviewInput } from '../../reviews/input.ts'
import { type MadeReview, review } from '../../reviews/review.ts'
import { type About, reportedChanges } from '../../store/idempotency.ts'
import { reviewRows, reviewView } from '../../store/read/reviews.ts'
import type { App } from '../context.ts'

/** Records a review by the caller, with the record of the answer for an Idempotency-Key. Throws Failure as `review` does. */
export const makeReview = (c: Context<App>, slug: string, claim: number | null, input: ReviewInput): Promise<MadeReview> =>
  review(c.var.store, slug, claim, input, c.var.caller?.name ?? '', new Date(c.var.clock()).toISOString(), (made) =>
    c.var.keep(201, { of: 'review', id: made.id, changes: reportedChanges(made.changes) }),
  )

/** The review that an answer was about; null: it was about none, or the review is not to be seen any more. */
export async function recordedReview({ var: { store } }: Context<App>, about: About | null) {
  if (about?.of !== 'review') return null
  const [row] = await reviewRows(store, { id: about.id, limit: 1 })
  return row ? reviewView(row) : null
}
