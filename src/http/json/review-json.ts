/** A review as JSON. */
import { z } from 'zod'
import { KINDS } from '../../core/changes/change.ts'
import type { MadeReview } from '../../reviews/review.ts'
import type { ReviewView } from '../../store/read/reviews.ts'
import { REVIEW_ACTIONS } from '../../store/schema.ts'
import { kindsOfMask } from '../../store/sql/kind-mask.ts'
export const reviewSchema = z
  .object({
    id: z.int(),
    url: z.string(),
    article: z.string(),
    claim: z.int(),
    claim_url: z.string(),
    change: z.int().nullable().describe('The change of the claim that is reviewed; null: the claim itself'),
    action: z.enum(REVIEW_ACTIONS),
    label: z.string().nullable().describe('With relabel: the new label'),
    other_claim: z
      .int()
      .nullable()
      .describe(
        'With merge: the claim that is the same; with supersede: the claim that replaced it; with split: the new claim',
      ),
    version: z
      .int()
      .nullable()
      .describe('With split: the version from which on it is another claim; with add: the version that has the claim'),
    exact: z.string().nullable().describe('With add: the words of the claim'),
    review: z.int().nullable().describe('With withdraw: the review that is withdrawn'),
    withdrawn_by: z.int().nullable().describe('The review that withdrew this one; null: it stands'),
    holds: z.boolean().describe('false: a later version contradicts the relation of claims that it records'),
    reviewer: z.string().describe('The name of the token'),
    reason: z.string().nullable(),
    reviewed_at: z.string(),
  })
  .meta({ id: 'Review' })

export function reviewJson(review: ReviewView): z.infer<typeof reviewSchema> {
  const { id, slug, claim, change, action, detail } = review
  return {
    id,
    url: `/v1/reviews/${id}`,
    article: slug,
    claim,
    claim_url: `/v1/articles/${slug}/claims/${claim}`,
    change,
    action,
    label: detail.label ?? null,
    other_claim: detail.other ?? null,
    version: detail.version ?? null,
    exact: detail.exact ?? null,
    review: review.withdraws,
    withdrawn_by: review.withdrawnBy,
    holds: review.holds,
    reviewer: review.reviewer,
    reason: review.reason,
    reviewed_at: review.reviewedAt,
  }
}

type Made = ReviewView & {
  readonly changes: readonly Pick<MadeReview['changes'][number], 'id' | 'kinds' | 'before' | 'after' | 'retracts'>[]
}

export const madeReviewSchema = z
  .object({
    ...reviewSchema.shape,
    changes: z
      .array(
        z.object({
          id: z.int(),
          url: z.string(),
          kinds: z.array(z.enum(KINDS)),
          claims: z.array(z.int()),
          retracts: z.int().nullable().describe('The change that is retracted; null: this row adds a change'),
        }),
      )
      .describe('The rows that it added to the change feed'),
  })
  .meta({ id: 'MadeReview' })

/** A review with the changes that it caused: rows that it wrote, or that were read again. */
export function madeReviewJson(review: Made): z.infer<typeof madeReviewSchema> {
  const changes = review.changes.map(({ id, kinds, before, after, retracts }) => {
    const sides = [before, after].map((side) => JSON.parse(side) as [number, number, number, number[]][])
    const claims = new Set(sides.flat().flatMap((side) => side[3]))
    return { id, url: `/v1/changes/${id}`, kinds: kindsOfMask(kinds), claims: [...claims].sort((a, b) => a - b), retracts }
  })
  return { ...reviewJson(review), changes }
}

/** A review as a row of CSV or NDJSON. */
export const reviewTable = {
  columns: Object.keys(reviewSchema.shape),
  flat: (review: z.infer<typeof reviewSchema>) => ({ ...review }),
}
