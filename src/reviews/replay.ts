/** Recomputation for a review: all versions tracked with it and without it, and the rows that differ by that. */
import { Decisions } from '../recording/decisions.ts'
import { aboutOf, type Baseline, decidedIn, keyOf, rejectedBy } from '../recording/reconcile.ts'
import { rowsOf, toRows } from '../recording/rows.ts'
import { readFromStart, type StoredTexts } from '../recording/stored-texts.ts'
import { type TrackedTexts, trackTexts } from '../recording/track-texts.ts'
import type { StandingReview } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import type { LaterVersion } from '../store/write/later-versions.ts'
import type { WriteContext } from '../store/write/write-context.ts'

/** An article with all that tracking its versions needs. */
export interface ReadArticle {
  /** The context of a write that records all versions again. */
  readonly context: WriteContext
  readonly texts: StoredTexts
}

/** An article tracked from the start under a set of reviews. */
export interface Replay {
  readonly context: WriteContext
  readonly found: TrackedTexts
}

/** Reads all versions of an article for its tracking under any reviews. */
export async function readArticle(store: Store, context: WriteContext, later: readonly LaterVersion[]): Promise<ReadArticle> {
  const fromTheStart = { ...context, previous: null }
  return { context: fromTheStart, texts: await readFromStart(store, fromTheStart, { texts: [], cut: [], later }) }
}

/** Tracks all versions under `reviews`. Claims keep the numbers that reviews recorded, those that stand and those that will. */
export function replay({ context, texts }: ReadArticle, reviews: readonly StandingReview[]): Replay {
  const found = trackTexts(texts, reviews, [...context.reviews, ...reviews])
  if (!found) throw new Error('all versions cannot be tracked')
  return { context: { ...context, reviews }, found }
}

/**
 * The changes that are reported without the review, by the reviews of `before`. A change that these rejected and those of `after` do not
 * reject is reported by the review, in the form in which it was recorded if not by the current rules.
 */
function baselineOf(before: Replay, after: Replay, review: number, now: string): Baseline {
  const { rows } = rowsOf(before.context, { ...before.found, active: [] }, now)
  const decisions = decisionsIn(after)
  const back = new Set(
    before.context.reviews.flatMap(({ action, change }) => {
      if (action !== 'reject' || !change) return []
      return rejectedBy(decisions, change) === null ? [aboutOf(change)] : []
    }),
  )
  const reported = rows.changes.filter((row) => !back.has(aboutOf(decidedIn(row))))
  return { review, keys: new Set(reported.map(keyOf)), about: new Set(reported.map((row) => aboutOf(decidedIn(row)))) }
}

const decisionsIn = ({ context, found }: Replay) => new Decisions(context.reviews, found.bound?.canonicalNumber)

/**
 * The rows of changes that the review alone adds and retracts. `before` and `after`: the article under the standing reviews without and
 * with the new one.
 */
export function replayedChanges(before: Replay, after: Replay, review: number, now: string): NewChange[] {
  const baseline = baselineOf(before, after, review, now)
  const { rows } = rowsOf(after.context, after.found, now, baseline)
  const decided = rows.changes.filter((row) => (row.retracts === null ? !baseline.keys.has(keyOf(row)) : row.reviewId !== null))
  return decided.map((row, i) => ({ ...row, id: after.context.last.change + 1 + i }))
}

/** The statements that record the whole article as it was tracked, and the changes that they add and retract. */
export function replayedRecording(before: Replay, after: Replay, review: number, now: string) {
  return toRows(after.context, after.found, now, baselineOf(before, after, review, now))
}
