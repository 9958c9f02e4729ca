/** The addresses at which an article was read. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { canonicalKey } from '../../addresses/canonical-key.ts'
import { articles, articleUrls } from '../schema.ts'
import { bulk } from '../sql/bulk.ts'
import type { Store } from '../store.ts'

/** An address, and when the article was seen there. */
export type Seen = readonly [url: string, at: string]

/** The statements by which addresses lead to an article, each since it was first seen there. */
export function addressStatements(articleId: number, seen: readonly Seen[]): SQL[] {
  return bulk(
    seen,
    ([url, at]) => [url, at, canonicalKey(url)],
    (json) => sql`insert into article_urls (article_id, url, since, key)
      select ${articleId}, value ->> 0, value ->> 1, value ->> 2 from json_each(${json})
      where true on conflict (article_id, url) do update set since = min(since, excluded.since), key = excluded.key`,
  )
}

/** The query for the articles at an address in any of its forms, the one that was seen there last first. */
export function articlesAt(store: Store, address: string) {
  return store.db
    .selectDistinct({ id: articles.id, slug: articles.slug })
    .from(articleUrls)
    .innerJoin(articles, eq(articles.id, articleUrls.articleId))
    .where(
      sql`${articleUrls.key} = ${canonicalKey(address)} or (${articleUrls.key} is null and ${articleUrls.url} = ${address})`,
    )
    .orderBy(sql`${articleUrls.since} desc`)
}
