/** Recording a review by the caller: the write that routes and forms share. */
import type { Context } from 'hono'
import type { ReviewInput } from '../../reviews/input.ts'
import { type MadeReview, review } from '../../reviews/review.ts'
import { reportedChanges } from '../../store/write/idempotency.ts'
import type { App } from '../context.ts'

/** Records a review by the caller, with the record of the answer for an Idempotency-Key. Throws Failure as `review` does. */
export const makeReview = (c: Context<App>, slug: string, claim: number | null, input: ReviewInput): Promise<MadeReview> =>
  review(c.var.store, slug, claim, input, c.var.caller?.name ?? '', new Date(c.var.clock()).toISOString(), (made) =>
    c.var.keep(201, { of: 'review', id: made.id, changes: reportedChanges(made.changes) }),
  )
