/** A review as a line for a terminal. */
import type { MadeReview, Review } from '../answers.ts'
import { printable } from './style.ts'

/** The review, and below it the changes that it added to the feed. */
export function madeReviewLines(made: MadeReview): string[] {
  const rows = made.changes.map(({ id, kinds, claims, retracts }) => {
    const what = `${kinds.join(', ')} of ${claims.join(', ')}`
    return retracts === null ? `  change ${id}: ${what}` : `  change ${id}: takes back change ${retracts} (${what})`
  })
  return [reviewLine(made).join('  '), ...rows]
}

/** The cells of a row: id, time, reviewer, claim, decision. */
export function reviewLine(review: Review): string[] {
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
    ...(holds ? [] : ['(does not hold: a later version contradicts it)']),
    ...(reason === null ? [] : [`— ${printable(reason).replaceAll(/\s+/g, ' ')}`]),
  ]
  return [String(id), reviewed_at, printable(reviewer), `${article} ${claim}`, decided.join(' ')]
}

const PREPOSITIONS: Readonly<Record<string, string>> = { merge: 'with', supersede: 'by', split: 'into' }
