/** The addresses at which an article was read. */
import { type SQL, sql } from 'drizzle-orm'
import { bulk } from '../sql/bulk.ts'

/** An address, and when the article was seen there. */
export type Seen = readonly [url: string, at: string]

/** The statements by which addresses lead to an article, each since it was first seen there. */
export function addressStatements(articleId: number, seen: readonly Seen[]): SQL[] {
  return bulk(
    seen,
    ([url, at]) => [url, at],
    (
      json,
    ) => sql`insert into article_urls (article_id, url, since) select ${articleId}, value ->> 0, value ->> 1 from json_each(${json})
      where true on conflict (article_id, url) do update set since = min(since, excluded.since)`,
  )
}
