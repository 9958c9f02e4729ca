/** Counts how often an article reports each of its sources; the sums over all articles follow by triggers. */
import { type SQL, sql } from 'drizzle-orm'
import { isShown } from './shown.ts'

/**
 * Counts an article's sources anew: those of the claims touched (by id), or `all` where wordings may be gone, or one of its versions
 * is withheld. After the states of claims.
 */
export function sourceCounts(articleId: number, touched: readonly number[] | 'all'): SQL[] {
  const among = (sourceId: SQL) =>
    touched === 'all'
      ? sql`true`
      : sql`(${sourceId} in (select t.source_id from wordings t
            where t.claim_id in (select value from json_each(${JSON.stringify(touched)})))
          or exists (select 1 from withholdings h join versions v on v.id = h.version_id where v.article_id = ${articleId}))`
  return [
    sql`delete from article_sources where article_id = ${articleId} and ${among(sql`source_id`)}`,
    sql`insert into article_sources (article_id, source_id, claims, present)
      select w.article_id, w.source_id, count(distinct w.claim_id),
        (select count(*) from claims n where n.source_id = w.source_id and n.article_id = w.article_id and n.status = 'present'
          and n.verdict is not 'rejected')
      from wordings w join claims c on c.id = w.claim_id
      where w.article_id = ${articleId} and w.source_id is not null and ${among(sql`w.source_id`)} and c.verdict is not 'rejected'
        and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)}
      group by w.source_id`,
  ]
}
