/** A review as a line for a terminal. */
import { printable } from './style.ts'

/** A review as the archive answers it (API.md). */
export interface ReviewAnswer {
  readonly id: number
  readonly article: string
  readonly claim: number
  readonly change: number | null
  readonly action: string
  readonly label: string | null
  readonly review: number | null
  readonly withdrawn_by: number | null
  readonly reviewer: string
  readonly reason: string | null
  readonly reviewed_at: string
}

/** The cells of a row: id, time, who, claim, what was decided. */
export function reviewLine(review: ReviewAnswer): string[] {
  const { id, article, claim, change, action, label, review: withdrawn, withdrawn_by, reviewer, reason, reviewed_at } = review
  const decided = [
    action,
    ...(change === null ? [] : [`change ${change}`]),
    ...(withdrawn === null ? [] : [`review ${withdrawn}`]),
    ...(label === null ? [] : [`“${printable(label)}”`]),
    ...(withdrawn_by === null ? [] : [`(withdrawn by review ${withdrawn_by})`]),
    ...(reason === null ? [] : [`— ${printable(reason).replaceAll(/\s+/g, ' ')}`]),
  ]
  return [String(id), reviewed_at, printable(reviewer), `${article} ${claim}`, decided.join(' ')]
}
