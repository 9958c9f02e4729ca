/** A review as it is requested. */
import type { ReviewAction } from '../store/schema.ts'
import type { ReviewDetail } from '../store/sql/standing-reviews.ts'
import type { AddedInput } from './added-claim.ts'

/** The requested review. `review`: the review that is withdrawn. */
export interface ReviewInput {
  readonly action: ReviewAction
  readonly change: number | null
  readonly review: number | null
  readonly detail: ReviewDetail
  /** The claim that an `add` adds. */
  readonly added?: AddedInput | null
  readonly reason: string | null
}
