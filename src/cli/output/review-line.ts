/** A review as a line for a terminal. */
import { printable } from './style.ts'

/** A review as the archive answers it. */
export interface ReviewAnswer {
  readonly id: number
  readonly article: string
  readonly claim: number
  readonly change: number | null
  readonly action: string
  readonly label: string | null
  readonly other_claim: number | null
  readonly version: number | null
  readonly exact: string | null
  readonly review: number | null
  readonly withdrawn_by: number | null
  readonly holds: boolean
  readonly reviewer: string
  readonly reason: string | null
  readonly reviewed_at: string
}

/** A review as it is answered when it is made. */
export interface MadeReviewAnswer extends ReviewAnswer {
  readonly changes: readonly {
    readonly id: number
    readonly kinds: readonly string[]
    readonly claims: readonly number[]
    readonly retracts: number | null
  }[]
}

/** The review, and under it what it added to the change feed. */
export function madeReviewLines(made: MadeReviewAnswer): string[] {
  const rows = made.changes.map(({ id, kinds, claims, retracts }) => {
    const what = `${kinds.join(', ')} of ${claims.join(', ')}`
    return retracts === null ? `  change ${id}: ${what}` : `  change ${id}: takes back change ${retracts} (${what})`
  })
  return [reviewLine(made).join('  '), ...rows]
}

/** The cells of a row: id, time, who, claim, what was decided. */
export function reviewLine(review: ReviewAnswer): string[] {
  const { id, article, claim, change, action, label, review: withdrawn, withdrawn_by, reviewer, reason, reviewed_at } = review
  const { other_claim, version, exact, holds } = review
  const decided = [
    action,
    ...(change === null ? [] : [`change ${change}`]),
    ...(other_claim === null ? [] : [PREPOSITIONS[action] ?? '', String(other_claim)]),
    ...(version === null ? [] : [action === 'split' ? `from version ${version}` : `in version ${version}`]),
    ...(exact === null ? [] : [`“${printable(exact)}”`]),
    ...(withdrawn === null ? [] : [`review ${withdrawn}`]),
    ...(label === null ? [] : [`“${printable(label)}”`]),
    ...(withdrawn_by === null ? [] : [`(withdrawn by review ${withdrawn_by})`]),
    ...(holds ? [] : ['(does not hold: a later version speaks against it)']),
    ...(reason === null ? [] : [`— ${printable(reason).replaceAll(/\s+/g, ' ')}`]),
  ]
  return [String(id), reviewed_at, printable(reviewer), `${article} ${claim}`, decided.join(' ')]
}

const PREPOSITIONS: Readonly<Record<string, string>> = { merge: 'with', supersede: 'by', split: 'into' }
