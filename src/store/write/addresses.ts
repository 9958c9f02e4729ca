/** The addresses at which an article was read. */
import { type SQL, sql } from 'drizzle-orm'
import { canonicalKey } from '../../addresses/canonical-key.ts'
import { articles, articleUrls } from '../schema.ts'
import { isFormOf } from '../sql/at-address.ts'
import { bulk } from '../sql/bulk.ts'
import { standsFor } from '../sql/stands-for.ts'
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

/**
 * Whether an article got an address while it stood for an alias that has it too. When the alias is an article of its own again, the address
 * is that one's.
 */
const inherited = (
  address: string,
) => sql`exists (select 1 from alias_decisions d join article_urls o on o.article_id = d.article_id
  where d.of_id = article_urls.article_id and d.decided_at <= article_urls.since and ${isFormOf(address, 'o')})`

/**
 * The query for the articles at an address in any of its forms, the one that was seen there last first; in place of an alias the article
 * that it is one of.
 */
export function articlesAt(store: Store, address: string) {
  return store.db
    .select({ id: articles.id, slug: articles.slug })
    .from(articleUrls)
    .innerJoin(articles, sql`${articles.id} = ${standsFor(sql`article_urls.article_id`)}`)
    .where(isFormOf(address, 'article_urls'))
    .groupBy(articles.id)
    .orderBy(sql`min(${inherited(address)}), max(article_urls.since) desc`)
}
