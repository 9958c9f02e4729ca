/** The addresses at which an article was read. */
import { and, type SQL, sql } from 'drizzle-orm'
import { canonicalKey } from '../../addresses/canonical-key.ts'
import { kindNumber } from '../log/append.ts'
import { textDigest } from '../log/digests.ts'
import { articles, articleUrls } from '../schema.ts'
import { isFormOf } from '../sql/at-address.ts'
import { bulk } from '../sql/bulk.ts'
import { articleOfSlug, standsFor } from '../sql/stands-for.ts'
import { isShownAddress } from '../sql/visibility.ts'
import { hasMessage, type Store } from '../store.ts'

/** An address, and when the article was seen there. */
export type Seen = readonly [url: string, at: string]

/** The statements by which addresses lead to an article, each since it was first seen there. */
export function addressStatements(articleId: number, seen: readonly Seen[]): SQL[] {
  return [
    ...addressEntries(
      articleId,
      seen.map(([url]) => url),
    ),
    ...bulk(
      seen,
      ([url, at]) => [url, at, canonicalKey(url)],
      (json) => sql`insert into article_urls (article_id, url, since, key)
      select ${articleId}, value ->> 0, value ->> 1, value ->> 2 from json_each(${json})
      where true on conflict (article_id, url) do update set since = min(since, excluded.since), key = excluded.key`,
    ),
  ]
}

/** The entries of the log of addresses that are new to an article, before the statement that inserts them. */
export function addressEntries(article: number | SQL, urls: readonly string[]): SQL[] {
  return bulk(
    [...new Set(urls)],
    (url) => [textDigest(url), url],
    (json) => sql`insert into log (kind, article_id, subject, digest)
      select ${kindNumber('address')}, ${article}, 0, unhex(value ->> 0) from json_each(${json})
      where not exists (select 1 from article_urls u where u.article_id = ${article} and u.url = value ->> 1) order by key`,
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
 * that it is one of. `shown`: not where only withheld versions were read at it.
 */
export function articlesAt(store: Store, address: string, shown = false) {
  return store.db
    .select({ id: articles.id, slug: articles.slug })
    .from(articleUrls)
    .innerJoin(articles, sql`${articles.id} = ${standsFor(sql`article_urls.article_id`)}`)
    .where(and(isFormOf(address, 'article_urls'), shown ? isShownAddress('article_urls') : undefined))
    .groupBy(articles.id)
    .orderBy(sql`min(${inherited(address)}), max(article_urls.since) desc`)
}

/** Addresses as JSON, each with its canonical key. */
const keyed = (addresses: readonly string[]) => JSON.stringify(addresses.map((url) => [url, canonicalKey(url)]))

/** Whether a row `u` of `article_urls` is a form of a row `asked` of such JSON. */
const isFormOfAsked = sql`(u.key = asked.value ->> 1 or (u.key is null and u.url = asked.value ->> 0))`

/** Whether the address of a row `asked` belongs to articles, and the one with a slug, or which this is an alias of, is none of them. */
const belongsToOthers = (slug: string) => sql`exists (select 1 from article_urls u where ${isFormOfAsked})
  and not exists (select 1 from article_urls u where ${isFormOfAsked} and ${standsFor(sql`u.article_id`)} = ${articleOfSlug(slug)})`

/**
 * A statement that fails where an address belongs to another article than the one with a slug, and otherwise does nothing: before the
 * others of a batch it stops the batch. It leaves out what must not be null.
 */
export const refuseForeignAddresses = (slug: string, addresses: readonly string[]): SQL =>
  sql`insert into article_urls (article_id, url, since) select null, '', '' from json_each(${keyed(addresses)}) asked
    where ${belongsToOthers(slug)} limit 1`

/** Whether a batch failed by `refuseForeignAddresses`. */
export function isForeignAddress(error: unknown): boolean {
  return hasMessage(error, /NOT NULL constraint failed: article_urls\.article_id/)
}

/** Those of the addresses that belong to another article than the one with a slug, each with the slug of the one seen there last. */
export async function foreignAddresses(
  { db }: Store,
  slug: string,
  addresses: readonly string[],
): Promise<readonly { readonly url: string; readonly article: string }[]> {
  return db.all(sql`select asked.value ->> 0 as url, (select a.slug from article_urls u
      join articles a on a.id = ${standsFor(sql`u.article_id`)} where ${isFormOfAsked} order by u.since desc limit 1) as article
    from json_each(${keyed(addresses)}) asked where ${belongsToOthers(slug)}`)
}
