/** Writes which standing reviews of an article do not hold. */
import { type SQL, sql } from 'drizzle-orm'

/** The statements that replace the list, by the ids of the reviews. */
export const lapsedStatements = (articleId: number, lapsed: readonly number[]): SQL[] => [
  sql`delete from lapsed_reviews where article_id = ${articleId}`,
  ...(lapsed.length === 0
    ? []
    : [
        sql`insert into lapsed_reviews (review_id, article_id)
          select value, ${articleId} from json_each(${JSON.stringify(lapsed)})`,
      ]),
]
