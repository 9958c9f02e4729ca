/** Reads the log of the archive: all its entries, and an article's versions in pages of bounded size with their stored sentences. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { articles, sentences, versions } from '../schema.ts'
import { chunksOf } from '../sql/bulk.ts'
import { whyWithheld } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

/** Largest page of versions: the bytes of their texts and lists of sentences together. A larger version is a page of its own. */
const PAGE_BYTES = 1_000_000
/** Most versions of a page. */
const PAGE_ROWS = 1000

/**
 * The query for an article, by a slug or its id, how many versions it counts, the number of its last version, the position of its last entry in the log and the
 * hash of the last version of the archive. One
 * statement reads all of it, so that it is one state of the archive whatever is written meanwhile.
 */
export function logState(store: Store, article: string | number) {
  // Drizzle leaves out the table's name where a query has one table: inside a subquery it has to be written.
  return store.db
    .select({
      articleId: articles.id,
      slug: articles.slug,
      versionCount: articles.versionCount,
      lastNumber: sql<number>`(select coalesce(max(v.number), 0) from versions v where v.article_id = articles.id)`,
      head: sql<string | null>`(select v.hash from versions v where v.id = (select max(id) from versions))`,
      position: sql<number>`(select coalesce(max(l.id), 0) from log l where l.article_id = articles.id)`,
      isLogged: sql<number>`(select logged_until is null from archive)`,
    })
    .from(articles)
    .where(sql`${articles.id} = ${typeof article === 'number' ? article : articleIdOf(article)}`)
    .limit(1)
}

/** Which versions of an article are read, by number. */
export interface VersionRange {
  readonly articleId: number
  /** Numbers after this one only. */
  readonly after: number
  /** The last number. */
  readonly until: number
}

/**
 * The query for the first versions of a range that have at most so many bytes together, with the hash and the time of the log's
 * entry before each one. It reads one version at least, if there is one.
 */
export function versionPage(store: Store, { articleId, after, until }: VersionRange, bytes = PAGE_BYTES) {
  // octet_length reads the length from the row's header: the texts that the page leaves out are not read.
  const size = sql`octet_length(v.title) + octet_length(v.body) + octet_length(v.sentences)`
  const sizes = sql`select v.number, ${size} as own, sum(${size}) over (order by v.number) as total from versions v
    where v.article_id = ${articleId} and v.number > ${after} and v.number <= ${until} order by v.number limit ${PAGE_ROWS}`
  return store.db
    .select({
      id: versions.id,
      number: versions.number,
      place: versions.place,
      articleId: versions.articleId,
      url: versions.url,
      title: versions.title,
      byline: versions.byline,
      body: versions.body,
      sentences: versions.sentences,
      capturedAt: versions.capturedAt,
      publishedAt: versions.publishedAt,
      modifiedAt: versions.modifiedAt,
      recordedAt: versions.recordedAt,
      wordCount: versions.wordCount,
      language: versions.language,
      unsupported: versions.unsupported,
      rereads: versions.rereads,
      erased: sql<number>`exists (select 1 from erasures e where e.version_id = versions.id)`,
      engine: sql<string>`(select r.engine from analysis_runs r where r.id = versions.run_id)`,
      contentHash: versions.contentHash,
      previous: versions.previous,
      hash: versions.hash,
      before: sql<string | null>`(select b.hash from versions b where b.id = versions.id - 1)`,
      timeBefore: sql<string | null>`(select b.recorded_at from versions b where b.id = versions.id - 1)`,
    })
    .from(versions)
    .where(
      and(
        eq(versions.articleId, articleId),
        sql`${versions.number} in (select number from (${sizes}) where total <= ${bytes} or total = own)`,
      ),
    )
    .orderBy(asc(versions.number))
}

export type LogRow = Awaited<ReturnType<typeof versionPage>>[number]

/** The versions of an article in the order in which they were recorded, up to a number, a page at a time. */
export async function* versionPages(store: Store, articleId: number, until: number): AsyncGenerator<LogRow[]> {
  let after = 0
  while (after < until) {
    const rows = await versionPage(store, { articleId, after, until })
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.number ?? until
  }
}

/** Which entries of the log are read. */
export interface LogFilter {
  /** The hash of an entry: those after it only. */
  readonly afterHash?: string | undefined
  /** A position: those after it only. */
  readonly after: number
  readonly limit: number
}

/** The query for entries of the log, all that their hashes cover, in the order in which they were recorded. */
export function logEntries(store: Store, { afterHash, after, limit }: LogFilter) {
  return store.db
    .select({
      position: versions.id,
      slug: articles.slug,
      articleId: versions.articleId,
      number: versions.number,
      url: versions.url,
      capturedAt: versions.capturedAt,
      publishedAt: versions.publishedAt,
      modifiedAt: versions.modifiedAt,
      recordedAt: versions.recordedAt,
      contentHash: versions.contentHash,
      previous: versions.previous,
      hash: versions.hash,
      withheld: whyWithheld,
    })
    .from(versions)
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(
      and(
        gt(versions.id, after),
        afterHash === undefined ? undefined : sql`${versions.id} > (select b.id from versions b where b.hash = ${afterHash})`,
      ),
    )
    .orderBy(asc(versions.id))
    .limit(limit)
}

export type LogEntryRow = Awaited<ReturnType<typeof logEntries>>[number]

/** The query for the position of the entry that has a hash. */
export function logPosition(store: Store, hash: string) {
  return store.db.select({ position: versions.id }).from(versions).where(eq(versions.hash, hash))
}

/** The rows of sentences by their ids. */
export async function sentenceRows(store: Store, articleId: number, ids: readonly number[]) {
  const parts = chunksOf(ids).map((json) =>
    store.db
      .select({
        id: sentences.id,
        headline: sentences.headline,
        hash: sql<string>`lower(hex(${sentences.hash}))`,
        text: sentences.text,
      })
      .from(sentences)
      .where(and(sql`${sentences.id} in (select value from json_each(${json}))`, eq(sentences.articleId, articleId))),
  )
  return (await Promise.all(parts)).flat()
}
