/** Reads and changes articles: their metadata, slugs and URLs. */
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { boundQuery } from '../bound-query.ts'
import { archive, articles, articleUrls, slugs, versions } from '../schema.ts'
import { isFormOf } from '../sql/at-address.ts'
import { isNoAlias, standsFor } from '../sql/stands-for.ts'
import { isNotWithheld, isShownAddress } from '../sql/visibility.ts'
import { prepared, type Store } from '../store.ts'
import { holds } from './search.ts'
import { coverageState } from './stories/coverage.ts'

/** The id of the article that has, or once had, this slug. */
export const articleIdOf = (slug: string | SQL) => sql`(select article_id from ${slugs} where slug = ${slug})`

const shown = isNotWithheld('v')

/** Addresses of an article that an answer lists, the earliest first: of 2,000 characters each they stay far below D1's 2,000,000 bytes. */
const MAX_LISTED_ADDRESSES = 500

// Drizzle leaves out the table's name where a query has one table: inside a subquery it has to be written.
export const articleColumns = {
  id: articles.id,
  slug: articles.slug,
  title: sql<string | null>`coalesce(articles.title, (select nullif(v.title, '') from ${versions} v
    where v.article_id = articles.id and ${shown} order by v.place desc limit 1))`,
  publication: articles.publication,
  urls: sql<string>`(select json_group_array(json_object('url', url, 'since', since) order by since, url)
    from (select u.url, u.since from ${articleUrls} u where u.article_id = articles.id and ${isShownAddress('u')}
      order by u.since, u.url limit ${sql.raw(String(MAX_LISTED_ADDRESSES))}))`,
  aliases: sql<string>`(select json_group_array(json_object('slug', a.slug, 'since', l.decided_at) order by l.decided_at, a.slug)
    from aliases l join articles a on a.id = l.article_id where l.of_id = articles.id)`,
  createdAt: articles.createdAt,
  revision: articles.revision,
  versionCount: articles.versionCount,
  latestVersion: sql<number | null>`(select v.number from ${versions} v where v.id = articles.latest_version)`,
  firstCapturedAt: articles.firstCapturedAt,
  latestCapturedAt: articles.latestCapturedAt,
  presentClaims: articles.presentClaims,
  withdrawnClaims: articles.withdrawnClaims,
}

type Row = Awaited<ReturnType<typeof articleRows>>[number]

/** An article as readers see it. */
export interface ArticleView extends Omit<Row, 'urls' | 'aliases'> {
  readonly urls: readonly { readonly url: string; readonly since: string }[]
  readonly aliases: readonly { readonly slug: string; readonly since: string }[]
}

export function articleView(row: Row): ArticleView {
  return {
    ...row,
    urls: JSON.parse(row.urls) as ArticleView['urls'],
    aliases: JSON.parse(row.aliases) as ArticleView['aliases'],
  }
}

export interface ArticleFilter {
  /** Words that the article has, all of them: in its title, its slug or the title of a version. */
  readonly q?: string | undefined
  readonly publication?: string | undefined
  /** An address at which it was read, or one of its aliases, in any form. */
  readonly url?: string | undefined
  readonly changedSince?: string | undefined
  /** Ids below this one only. */
  readonly below?: number | undefined
  readonly limit: number
}

const wordsOf = (q: string) => [...new Set(q.split(/\s+/).filter((word) => word !== ''))]

/** Whether an article has the word in its title, its slug or the title of a version. */
const hasWord = (word: SQL) => sql`coalesce(${holds(sql`articles.title`, word)}, 0) or ${holds(sql`articles.slug`, word)}
  or exists (select 1 from ${versions} v where v.article_id = articles.id and ${shown} and ${holds(sql`v.title`, word)})`

/** The ids of the articles that were read at an address in any of its forms; in place of an alias the article that it is one of. */
const idsAt = (address: string) => sql`(select ${standsFor(sql`u.article_id`)} from article_urls u
  where ${isFormOf(address, 'u')} and ${isShownAddress('u')})`

/** The query for articles that are no aliases, newest first. */
export function articleRows(store: Store, filter: ArticleFilter) {
  const { q } = filter
  return (
    store.db
      .select(articleColumns)
      .from(articles)
      .where(
        and(
          isNoAlias(sql`articles.id`),
          filter.url === undefined ? undefined : sql`${articles.id} in ${idsAt(filter.url)}`,
          q === undefined
            ? undefined
            : sql`not exists (select 1 from json_each(${JSON.stringify(wordsOf(q))}) word where not (${hasWord(sql`word.value`)}))`,
          filter.publication === undefined ? undefined : eq(articles.publication, filter.publication),
          filter.changedSince === undefined ? undefined : gte(articles.latestCapturedAt, filter.changedSince),
          filter.below === undefined ? undefined : lt(articles.id, filter.below),
        ),
      )
      // With `changedSince`, by the index of latest captures: the sign keeps SQLite from walking all articles by id.
      .orderBy(filter.changedSince === undefined ? desc(articles.id) : sql`+articles.id desc`)
      .limit(filter.limit)
  )
}

/** The revision of the archive, on which every archive-wide answer depends. */
const currentRevision = sql<number>`(select revision from ${archive})`

/** The slug of the article that an article is an alias of; null: it is none. */
const aliasOf = sql<
  string | null
>`(select a.slug from aliases l join articles a on a.id = l.of_id where l.article_id = articles.id)`

/** The query for one article, by any slug that it ever had. */
export function articleRow(store: Store, slug: string) {
  return store.db
    .select({ ...articleColumns, archiveRevision: currentRevision, aliasOf })
    .from(articles)
    .where(sql`${articles.id} = ${articleIdOf(slug)}`)
    .limit(1)
}

/** The query for the revision of the archive, on which every archive-wide answer depends. */
export function archiveRevision(store: Store) {
  const query = prepared(store, 'archiveRevision', (db) => db.select({ revision: archive.revision }).from(archive).prepare())
  return boundQuery(query, {})
}

/** The id and slug of the article at a slug, or null. */
export async function findArticle(store: Store, slug: string): Promise<{ id: number; slug: string } | null> {
  const row = await prepared(store, 'findArticle', (db) =>
    db
      .select({ id: articles.id, slug: articles.slug })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, sql.placeholder('slug')))
      .prepare(),
  ).get({ slug })
  return row ?? null
}

export type ArticleState = NonNullable<Awaited<ReturnType<typeof articleState>>>

/** The state on which every answer about an article depends; null if there is no article. */
export async function articleState(store: Store, slug: string) {
  const row = await prepared(store, 'articleState', (db) =>
    db
      .select({
        id: articles.id,
        slug: articles.slug,
        revision: articles.revision,
        archiveRevision: currentRevision,
        coverage: coverageState(sql`${articles.id}`),
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, sql.placeholder('slug')))
      .prepare(),
  ).get({ slug })
  return row ?? null
}
