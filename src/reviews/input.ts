/** A review as it is asked for. */
import type { ReviewAction } from '../store/schema.ts'
import type { ReviewDetail } from '../store/sql/standing-reviews.ts'
import type { AddedInput } from './added-claim.ts'

/** What is asked for. `review`: the one that is withdrawn. */
export interface ReviewInput {
  readonly action: ReviewAction
  readonly change: number | null
  readonly review: number | null
  readonly detail: ReviewDetail
  /** Of add: the claim that is added. */
  readonly added?: AddedInput | null
  readonly reason: string | null
}
