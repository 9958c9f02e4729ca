/** The write path of reviews: what a person decides of a claim or of one of its changes is recorded, and what follows from it. */
import { behindOthers } from './behind-others.ts'
import { ENGINE } from './core/analysis.ts'
import { Failure, invalid } from './failure.ts'
import { replayedChanges } from './replay.ts'
import { type DecidedChange, type ReviewAction, type StandingReview, unpackChange } from './store/decisions.ts'
import { type ArticleHead, articleHead } from './store/head.ts'
import { idempotencyStatement, type KeptAnswer } from './store/idempotency.ts'
import { type NewReview, type ReviewView, reviewStatements, reviewTarget } from './store/reviews.ts'
import type { Store } from './store/store.ts'

/** What is asked for. `review`: the one that is withdrawn. */
export interface ReviewInput {
  readonly action: ReviewAction
  readonly change: number | null
  readonly review: number | null
  readonly detail: StandingReview['detail']
  readonly reason: string | null
}

/** Sorts after every time of capture. */
const AT_THE_END = '9999'

/**
 * Records a review of a claim, by its number, and the rows of changes that follow from it, in one atomic write. `keep` gives the
 * answer to remember for an Idempotency-Key, in the same write. Throws Failure: not_found, invalid, conflict, busy.
 */
export async function review(
  store: Store,
  slug: string,
  claim: number,
  input: ReviewInput,
  reviewer: string,
  clock: string,
  keep: (review: ReviewView) => KeptAnswer | null = () => null,
): Promise<ReviewView> {
  return store.inTurn(() =>
    behindOthers(async () => {
      const head = await articleHead(store, slug, ENGINE, AT_THE_END)
      if (!head) throw new Failure('not_found', `There is no article "${slug}".`)
      const target = await targetOf(store, head, claim, input)
      const { action, change, detail, reason } = input
      const made: NewReview = {
        id: head.last.review + 1,
        articleId: head.id,
        claim,
        change,
        action,
        detail,
        withdraws: input.review,
        reviewer,
        reason,
        reviewedAt: clock,
      }
      const after = standingWith(head.reviews, made, target.change === null ? null : unpackChange(target.change))
      const changes = retells([...head.reviews, ...after], made, target)
        ? await replayedChanges(store, head, after, [claim], made.id, clock)
        : []
      const view: ReviewView = { ...made, slug: head.slug, withdrawnBy: null }
      const kept = keep(view)
      const touched = [...new Set([target.id, ...changes.flatMap((row) => row.claimIds)])]
      const statements = reviewStatements(made, changes, touched, head.recordings)
      await store.writeAll(kept ? [idempotencyStatement(kept, clock), ...statements] : statements)
      return view
    }),
  )
}

type Target = NonNullable<Awaited<ReturnType<typeof reviewTarget>>>

/** What the review is about. Throws Failure where it is not there, or does not stand any more. */
async function targetOf(store: Store, head: ArticleHead, claim: number, input: ReviewInput): Promise<Target> {
  const target = await reviewTarget(store, head.id, claim, input)
  if (!target || target.status === 'retracted') throw new Failure('not_found', `"${head.slug}" has no claim ${claim}.`)
  if (input.change !== null && target.change === null)
    throw invalid('change', `${input.change} does not stand on the trail of claim ${claim}`)
  if (input.review !== null) {
    if (target.reviewAction === null) throw invalid('review', `${input.review} is no review of claim ${claim}`)
    if (target.reviewAction === 'withdraw') throw invalid('review', `${input.review} itself withdraws; make the review again`)
    if (target.withdrawnBy !== null)
      throw new Failure('conflict', `Review ${input.review} was withdrawn by review ${target.withdrawnBy}.`, [
        { path: 'review', message: 'was withdrawn before' },
      ])
  }
  return target
}

/** The reviews that stand once this one is made. */
function standingWith(
  reviews: readonly StandingReview[],
  { id, claim, action, detail, withdraws }: NewReview,
  change: DecidedChange | null,
): StandingReview[] {
  if (action === 'withdraw') return reviews.filter((review) => review.id !== withdraws)
  return [...reviews, { id, claim, action, detail, change }]
}

/** Whether changes may come or go: where something of the claim was, or is now, rejected. */
function retells(reviews: readonly StandingReview[], { claim, action }: NewReview, { reviewAction }: Target): boolean {
  const decided = action === 'withdraw' ? reviewAction : action
  if (decided !== 'confirm' && decided !== 'reject') return false
  return reviews.some((review) => review.claim === claim && review.action === 'reject')
}
