/** Counts how often an article reports each of its sources; the sums over all articles follow by triggers. */
import { type SQL, sql } from 'drizzle-orm'
import { isShown } from '../../sql/visibility.ts'

/** Claims, by id, that differ only from one place on, where a version was added. */
export interface Touched {
  readonly claims: readonly number[]
  readonly place: string
}

/**
 * Counts the sources of an article again: those that a touched claim begins or ceases to have there, or `all` where more may differ,
 * for example where a version is withheld. Runs after the states of claims.
 */
export function sourceCounts(articleId: number, touched: Touched | 'all'): SQL[] {
  const among =
    touched === 'all'
      ? sql`select source_id from wordings where article_id = ${articleId} union select source_id from article_sources
          where article_id = ${articleId}`
      : // A source that a claim has before and after has the same count.
        sql`select source_id from wordings where claim_id in (select value from json_each(${JSON.stringify(touched.claims)}))
          and (from_place = ${touched.place} or until_place = ${touched.place}) group by claim_id, source_id having count(*) = 1`
  return [
    sql`delete from article_sources where article_id = ${articleId} and source_id in (${among})`,
    sql`insert into article_sources (article_id, source_id, claims, present) ${reportedSources(articleId, sql`w.source_id in (${among})`)}`,
  ]
}

/** The rows of `article_sources` of an article, for the sources of wordings `w` that fit. */
export const reportedSources = (
  articleId: number,
  fit: SQL,
): SQL => sql`select w.article_id, w.source_id, count(distinct w.claim_id),
    (select count(*) from claims n where n.source_id = w.source_id and n.article_id = w.article_id and n.status = 'present'
      and n.verdict is not 'rejected')
  from wordings w join claims c on c.id = w.claim_id
  where w.article_id = ${articleId} and ${fit} and c.verdict is not 'rejected'
    and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)}
  group by w.source_id`
