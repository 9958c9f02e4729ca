/** The write path of reviews: what a person decides of a claim or of one of its changes is recorded, and what follows from it. */

import { ENGINE } from '../core/analysis.ts'
import { claimAt } from '../core/changes/constraints/constraint.ts'
import { Failure } from '../failure.ts'
import { isBinding, relatesClaims } from '../recording/decisions.ts'
import { retryOnConflict } from '../recording/retry-on-conflict.ts'
import type { ReviewView } from '../store/read/reviews.ts'
import { type ReviewDetail, type StandingReview, unpackChange } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { type KeptAnswer, keepStatements } from '../store/write/idempotency.ts'
import { bindingStatements, type NewReview, reviewStatements } from '../store/write/review-rows.ts'
import { type WriteContext, writeContext } from '../store/write/write-context.ts'
import type { ReviewInput } from './input.ts'
import { type Replay, replay, replayedChanges, replayedRecording } from './replay.ts'
import { type ReviewTarget, targetOf } from './target.ts'

/** A review and the rows that it added to the change feed. */
export interface MadeReview extends ReviewView {
  readonly changes: readonly NewChange[]
}

/** Sorts after every time of capture. */
const AT_THE_END = '9999'

/**
 * Records a review of a claim, by its number (null: of one that it adds), and what follows from it, in one
 * atomic write. `keep` gives what is remembered of the answer for an Idempotency-Key, in the same write. Throws Failure: not_found, invalid, conflict, withheld, busy.
 */
export async function review(
  store: Store,
  slug: string,
  claim: number | null,
  input: ReviewInput,
  reviewer: string,
  clock: string,
  keep: (review: MadeReview) => KeptAnswer | null = () => null,
): Promise<MadeReview> {
  return store.serialize(() =>
    retryOnConflict(async () => {
      const context = await writeContext(store, slug, ENGINE, AT_THE_END)
      if (!context) throw new Failure('not_found', `There is no article "${slug}".`)
      const target = await targetOf(store, context, claim, input)
      const { action, change, reason } = input
      const asked: NewReview = {
        id: context.last.review + 1,
        articleId: context.id,
        claim: claim ?? 0,
        change,
        action,
        detail: target.detail,
        withdraws: input.review,
        reviewer,
        reason,
        reviewedAt: clock,
      }
      const { made, changes, statements } = await consequences(store, context, asked, target)
      const view: MadeReview = { ...made, slug: context.slug, withdrawnBy: null, holds: true, changes }
      await store.batchWrite([...keepStatements(keep(view), clock), ...statements])
      return view
    }),
  )
}

interface Consequences {
  readonly made: NewReview
  readonly changes: readonly NewChange[]
  readonly statements: Parameters<Store['batchWrite']>[0]
}

async function consequences(
  store: Store,
  context: WriteContext,
  asked: NewReview,
  target: ReviewTarget,
): Promise<Consequences> {
  const after = standingWith(context.reviews, asked, target)
  const withdrawn = context.reviews.find((review) => review.id === asked.withdraws)
  const again = retells([...context.reviews, ...after], asked, target)
  // Where claims were merged or split, a change may be another claim's by now.
  if (isBinding(asked) || (withdrawn && isBinding(withdrawn)) || (again && context.reviews.some(isBinding)))
    return bound(store, context, asked, after)
  const changes = again ? await retold(store, context, asked, after) : []
  const touched = [...new Set([...(target.id === null ? [] : [target.id]), ...changes.flatMap((row) => row.claimIds)])]
  return { made: asked, changes, statements: reviewStatements(asked, changes, touched, context.recordings) }
}

/** What changes by a review that binds nothing: the article is tracked alike before and after. */
async function retold(store: Store, context: WriteContext, asked: NewReview, after: readonly StandingReview[]) {
  const before = await replay(store, context, context.reviews)
  return replayedChanges(before, { ...before, head: { ...before.head, reviews: after } }, asked.id, asked.reviewedAt)
}

/** Of a review that binds claims together or apart, or takes such a one back: the article as it is told under those that stand. */
async function bound(
  store: Store,
  context: WriteContext,
  asked: NewReview,
  after: readonly StandingReview[],
): Promise<Consequences> {
  const again = await replay(store, context, after)
  const lost = after.filter((review) => relatesClaims(review) && !again.found.bound?.satisfied.has(review.id))
  if (lost.length > 0) await refuse(store, context, asked, lost)
  const made = { ...asked, claim: addedNumber(asked, again) ?? asked.claim, detail: detailed(asked, again) }
  const before = await replay(store, context, context.reviews)
  const { statements, written } = replayedRecording(before, again, asked.id, asked.reviewedAt)
  return { made, changes: written, statements: [...bindingStatements(made), ...statements] }
}

/** Of the reviews that would not hold, those that held before stand against the new one. */
async function refuse(store: Store, context: WriteContext, asked: NewReview, lost: readonly StandingReview[]): Promise<void> {
  const { found } = await replay(store, context, context.reviews)
  const against = lost.filter(({ id }) => found.bound?.satisfied.has(id)).map(({ id }) => id)
  if (against.length > 0) {
    throw new Failure('conflict', `It stands against review ${against.join(', ')}; withdraw that first.`, [
      { path: 'action', message: `stands against review ${against.join(', ')}` },
    ])
  }
  if (!lost.some(({ id }) => id === asked.id)) return
  const others = context.reviews.filter(relatesClaims).map(({ id }) => id)
  throw new Failure('conflict', `It cannot hold beside what was decided before (review ${others.join(', ') || 'none'}).`, [
    { path: 'action', message: 'cannot hold' },
  ])
}

/** The detail with the numbers that the two claims have by themselves, and the number of a claim that was made. */
function detailed({ action, detail }: NewReview, { found }: Replay): ReviewDetail {
  const { relates } = detail
  if (!relates || !found.bound) return detail
  const { ownNumber } = found.bound
  const order = found.later.map(({ mark }) => mark.number)
  const numbers = relates.map(([version, sentence, index]) => ownNumber({ place: order.indexOf(version) + 1, sentence, index }))
  const [earlier = null, later = null] = numbers
  return { ...detail, ...(action === 'split' && later !== null && { other: later }), numbers: [earlier, later] }
}

/** The number that the claim has that a review adds. */
function addedNumber({ detail: { added, version } }: NewReview, { found }: Replay): number | null {
  if (!added) return null
  const step = found.steps[found.later.findIndex(({ mark }) => mark.number === version)]
  return claimAt(step, { place: 0, sentence: added.stands, index: added.index })?.number ?? null
}

/** The reviews that stand once this one is made. */
function standingWith(
  reviews: readonly StandingReview[],
  { id, claim, action, detail, withdraws }: NewReview,
  { change }: ReviewTarget,
): StandingReview[] {
  if (action === 'withdraw') return reviews.filter((review) => review.id !== withdraws)
  return [...reviews, { id, claim, action, detail, change: change === null ? null : unpackChange(change) }]
}

/** Whether changes may come or go: where something of the claim was, or is now, rejected. */
function retells(reviews: readonly StandingReview[], { claim, action }: NewReview, { reviewAction }: ReviewTarget): boolean {
  const decided = action === 'withdraw' ? reviewAction : action
  if (decided !== 'confirm' && decided !== 'reject') return false
  return reviews.some((review) => review.claim === claim && review.action === 'reject')
}
