/** Reads the reviews of an article that stand, for a write of the article. */
import { asc, eq, sql } from 'drizzle-orm'
import { changes, reviews } from '../schema.ts'
import { packedChange, type StandingReview, unpackChange } from '../sql/standing-reviews.ts'
import { prepared, type Store } from '../store.ts'

/** The reviews of an article that were not withdrawn, in order: a row a review, because all of them may be too long for one value. */
export async function standingReviews(store: Store, articleId: number): Promise<StandingReview[]> {
  const rows = await prepared(store, 'standingReviews', (db) =>
    db
      .select({
        id: reviews.id,
        claim: reviews.claim,
        action: sql<StandingReview['action']>`${reviews.action}`,
        detail: reviews.detail,
        change: sql<string | null>`case when ${changes.id} is not null then ${packedChange('changes')} end`,
      })
      .from(reviews)
      .leftJoin(changes, eq(changes.id, reviews.changeId))
      .where(sql`${reviews.id} in (select s.id from standing_reviews s where s.article_id = ${sql.placeholder('articleId')})`)
      .orderBy(asc(reviews.id))
      .prepare(),
  ).all({ articleId })
  return rows.map(({ detail, change, ...row }) => ({
    ...row,
    detail: JSON.parse(detail) as StandingReview['detail'],
    change: change === null ? null : unpackChange(change),
  }))
}
