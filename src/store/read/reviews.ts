/** Reads reviews: the decisions of people on claims and changes. */
import { and, asc, eq, gt, gte, sql } from 'drizzle-orm'
import { articles, claims, type ReviewAction, reviews } from '../schema.ts'
import { packedChange, type ReviewDetail } from '../sql/standing-reviews.ts'
import { standsInSight } from '../sql/stands.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

export interface ReviewFilter {
  readonly id?: number | undefined
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** A claim's number. */
  readonly claim?: number | undefined
  readonly actions?: readonly ReviewAction[] | undefined
  readonly reviewer?: string | undefined
  /** Made at that time or later. */
  readonly since?: string | undefined
  /** Ids after this one only. */
  readonly after?: number | undefined
  /** -1: all. */
  readonly limit: number
}

/** The query for reviews, in the order in which they were made. `reviewView` reads its rows. */
export function reviewRows(store: Store, filter: ReviewFilter) {
  const { slug, actions } = filter
  return store.db
    .select({
      id: reviews.id,
      slug: articles.slug,
      claim: reviews.claim,
      change: reviews.changeId,
      action: reviews.action,
      detail: reviews.detail,
      withdraws: reviews.withdraws,
      withdrawnBy: sql<number | null>`(select w.id from reviews w where w.withdraws = reviews.id)`,
      holds: sql<number>`not exists (select 1 from lapsed_reviews l where l.review_id = reviews.id)`,
      reviewer: reviews.reviewer,
      reason: reviews.reason,
      reviewedAt: reviews.reviewedAt,
    })
    .from(reviews)
    .innerJoin(articles, eq(articles.id, reviews.articleId))
    .where(
      and(
        slug === undefined ? undefined : sql`${reviews.articleId} = ${articleIdOf(slug)}`,
        filter.id === undefined ? undefined : eq(reviews.id, filter.id),
        filter.claim === undefined ? undefined : sql`${filter.claim} in (${reviews.claim}, ${reviews.detail} ->> '$.other')`,
        actions?.length ? sql`${reviews.action} in (select value from json_each(${JSON.stringify(actions)}))` : undefined,
        filter.reviewer === undefined ? undefined : eq(reviews.reviewer, filter.reviewer),
        filter.since === undefined ? undefined : gte(reviews.reviewedAt, filter.since),
        filter.after === undefined ? undefined : gt(reviews.id, filter.after),
        reviewIsShown,
      ),
    )
    .orderBy(asc(reviews.id))
    .limit(filter.limit)
}

/** Whether a review may be shown: a label may repeat withheld text, so reviews of claims that only withheld versions have are hidden. */
const reviewIsShown = sql`not exists (select 1 from claims c join versions v on v.article_id = c.article_id
  join withholdings h on h.version_id = v.id
  where c.article_id = ${reviews.articleId} and c.number = ${reviews.claim} and c.status = 'retracted')`

export type ReviewRow = Awaited<ReturnType<typeof reviewRows>>[number]

/** A review as readers see it. */
export interface ReviewView extends Omit<ReviewRow, 'detail' | 'holds'> {
  readonly detail: ReviewDetail
  /** false: the text contradicts the relation of claims that it states. */
  readonly holds: boolean
}

export function reviewView({ detail, holds, ...row }: ReviewRow): ReviewView {
  return { ...row, detail: JSON.parse(detail) as ReviewView['detail'], holds: holds === 1 }
}

/** The claim, change and review that a new review names, as far as they exist; null if there is no such claim. */
export async function reviewTarget(
  store: Store,
  articleId: number,
  number: number,
  { change, review }: { change: number | null; review: number | null },
) {
  const [row] = await store.db
    .select({
      id: claims.id,
      status: claims.status,
      verdict: claims.verdict,
      /** `packedChange` of the change, if it stands on the claim's trail. */
      change: sql<string | null>`(select ${packedChange('c')} from trails t join changes c on c.id = t.change_id
        where t.claim_id = claims.id and c.id = ${change} and ${standsInSight('c')})`,
      /** The action of the review that is to be withdrawn, if it is one of this claim. */
      reviewAction: sql<ReviewAction | null>`(select r.action from reviews r
        where r.id = ${review} and r.article_id = ${articleId} and r.claim = ${number})`,
      withdrawnBy: sql<number | null>`(select w.id from reviews w where w.withdraws = ${review})`,
    })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.number, number)))
  return row ?? null
}
