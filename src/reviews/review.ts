/** The write path of reviews: records what a person decides about a claim or one of its changes, and what follows from that. */

import { ENGINE } from '../core/analysis.ts'
import { claimAt } from '../core/changes/constraints/constraint.ts'
import { Failure } from '../failure.ts'
import { isBinding, relatesClaims } from '../recording/decisions.ts'
import { retryOnConflict } from '../recording/retry-on-conflict.ts'
import { type KeptAnswer, keepStatements } from '../store/idempotency.ts'
import type { ReviewView } from '../store/read/reviews.ts'
import { type ReviewDetail, type StandingReview, unpackChange } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { bindingStatements, type NewReview, reviewStatements } from '../store/write/review-rows.ts'
import { type WriteContext, writeContext } from '../store/write/write-context.ts'
import { ArticleVersions } from './article-versions.ts'
import type { ReviewInput } from './input.ts'
import { type Replay, readArticle, replay, replayedChanges, replayedRecording } from './replay.ts'
import { type ReviewTarget, targetOf } from './target.ts'

/** A review and the rows that it added to the change feed. */
export interface MadeReview extends ReviewView {
  readonly changes: readonly NewChange[]
}

/** Sorts after every time of capture. */
const AT_THE_END = '9999'

/**
 * Records a review of a claim, by its number (null: of one that it adds), and what follows from it, in one atomic write. `keep` returns
 * what is stored of the answer for an Idempotency-Key, in the same write. Throws Failure: not_found, invalid, conflict, withheld, busy.
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
      const versions = new ArticleVersions(store, context.id)
      const target = await targetOf(store, context, versions, claim, input)
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
      const { made, changes, statements } = await consequences(store, context, versions, asked, target)
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

/** The effect of the review: its row alone, changes that come or go, or the whole article tracked again. */
async function consequences(
  store: Store,
  context: WriteContext,
  versions: ArticleVersions,
  asked: NewReview,
  target: ReviewTarget,
): Promise<Consequences> {
  const standing = standingWith(context.reviews, asked, target)
  const withdrawn = context.reviews.find((review) => review.id === asked.withdraws)
  const affectsChanges = touchesRejection([...context.reviews, ...standing], asked, target)
  // Where claims were merged or split, a change may belong to another claim by now.
  const binds = isBinding(asked) || (withdrawn !== undefined && isBinding(withdrawn))
  if (!binds && !affectsChanges) return unbound(context, asked, target, [])
  const article = await readArticle(store, context, await versions.versions())
  const baseline = replay(article, context.reviews)
  if (binds || context.reviews.some(isBinding)) return bound(context, asked, standing, baseline, replay(article, standing))
  // The review binds nothing: the article is tracked alike before and after.
  const candidate = { ...baseline, context: { ...baseline.context, reviews: standing } }
  return unbound(context, asked, target, replayedChanges(baseline, candidate, asked.id, asked.reviewedAt))
}

function unbound(context: WriteContext, asked: NewReview, target: ReviewTarget, changes: readonly NewChange[]): Consequences {
  const touched = [...new Set([...(target.id === null ? [] : [target.id]), ...changes.flatMap((row) => row.claimIds)])]
  return { made: asked, changes, statements: reviewStatements(asked, changes, touched, context.recordings) }
}

/** The article as it is tracked under the reviews that stand after one that binds claims, or after one that withdraws such a review. */
function bound(
  context: WriteContext,
  asked: NewReview,
  standing: readonly StandingReview[],
  baseline: Replay,
  candidate: Replay,
): Consequences {
  refuseConflicts(context, asked, standing, baseline, candidate)
  const made = { ...asked, claim: addedNumber(asked, candidate) ?? asked.claim, detail: detailed(asked, candidate) }
  const { statements, written } = replayedRecording(baseline, candidate, asked.id, asked.reviewedAt)
  return { made, changes: written, statements: [...bindingStatements(made), ...statements] }
}

const holds = ({ found }: Replay, id: number): boolean => found.bound?.replayed?.satisfied.has(id) ?? false

/** Throws Failure conflict where the review, or another one that held before it, would not hold. */
function refuseConflicts(
  context: WriteContext,
  asked: NewReview,
  standing: readonly StandingReview[],
  baseline: Replay,
  candidate: Replay,
): void {
  const lost = standing.filter((review) => relatesClaims(review) && !holds(candidate, review.id)).map(({ id }) => id)
  const against = lost.filter((id) => holds(baseline, id)).join(', ')
  if (against !== '') {
    throw new Failure('conflict', `The review contradicts review ${against}; withdraw that first.`, [
      { path: 'action', message: `contradicts review ${against}` },
    ])
  }
  if (!lost.includes(asked.id)) return
  const others = context.reviews.filter(relatesClaims).map(({ id }) => id)
  const beside = others.length > 0 ? `with review ${others.join(', ')}` : 'with the versions of the article'
  throw new Failure('conflict', `The review cannot hold together ${beside}.`, [{ path: 'action', message: 'cannot hold' }])
}

/** The detail with the numbers that the two claims have by themselves, and the number of a claim that was made. */
function detailed({ action, detail }: NewReview, { found }: Replay): ReviewDetail {
  const { relates } = detail
  const replayed = found.bound?.replayed
  if (!relates || !replayed) return detail
  const order = found.later.map(({ mark }) => mark.number)
  const numbers = relates.map(([version, sentence, index]) =>
    replayed.ownNumber({ place: order.indexOf(version) + 1, sentence, index }),
  )
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
function touchesRejection(
  reviews: readonly StandingReview[],
  { claim, action }: NewReview,
  { reviewAction }: ReviewTarget,
): boolean {
  const decided = action === 'withdraw' ? reviewAction : action
  if (decided !== 'confirm' && decided !== 'reject') return false
  return reviews.some((review) => review.claim === claim && review.action === 'reject')
}
