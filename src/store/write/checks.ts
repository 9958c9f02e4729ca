/** Reads and writes checks: captures of an article that found no new text. */
import { type SQL, sql } from 'drizzle-orm'
import { kindNumber } from '../log/append.ts'
import { checkDigest } from '../log/digests.ts'
import { bulk, chunksOf } from '../sql/bulk.ts'
import type { Store } from '../store.ts'
import { addressStatements, type Seen } from './addresses.ts'
import { bumpArchive, nextRevision } from './revision.ts'

export interface NewCheck {
  readonly capturedAt: string
  readonly contentHash: string
  /** The version whose content was found again. */
  readonly versionId: number
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
}

/**
 * The statements that write checks of an article. `recordings`: `articles.recordings` as the write found it; null: the write has
 * versions too, and raises what they raise.
 */
export function checkStatements(articleId: number, checks: readonly NewCheck[], recordings: number | null): SQL[] {
  if (checks.length === 0) return []
  const seen = firstSeen(checks.flatMap(({ url, capturedAt }): Seen[] => (url === null ? [] : [[url, capturedAt]])))
  return [
    ...bulk(
      distinct(checks),
      (c) => [c.capturedAt, c.contentHash, c.versionId, c.url, c.publishedAt, c.modifiedAt, c.recordedAt, checkDigest(c)],
      (json) => recorded(articleId, json),
    ).flat(),
    ...(recordings === null ? [] : newAddresses(articleId, seen)),
    ...addressStatements(articleId, seen),
    ...(recordings === null ? [] : [sql`update articles set recordings = ${recordings + 1} where id = ${articleId}`]),
  ]
}

/** Each capture once. */
const distinct = (checks: readonly NewCheck[]): NewCheck[] => [
  ...new Map(
    checks.map((c) => [JSON.stringify([c.capturedAt, c.contentHash, c.url, c.publishedAt, c.modifiedAt]), c]),
  ).values(),
]

/** The entries of the log, then the checks, which get the ids that the entries name. */
function recorded(articleId: number, json: string): SQL[] {
  const id = sql`(select coalesce(max(id), 0) from checks) + row_number() over (order by key)`
  const isNew = sql`from json_each(${json}) where not ${isRecorded(articleId)} order by key`
  return [
    sql`insert into log (kind, article_id, subject, digest) select ${kindNumber('check')}, ${articleId}, ${id}, unhex(value ->> 7) ${isNew}`,
    sql`insert into checks (id, article_id, captured_at, content_hash, version_id, url, published_at, modified_at, recorded_at)
      select ${id}, ${articleId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 ${isNew}`,
  ]
}

/** Whether a version or a check has the same capture already: one that is sent again is recorded once. `value` is the row of a check. */
const isRecorded = (articleId: number): SQL => {
  const given = sql`(value ->> 0, value ->> 3, value ->> 4, value ->> 5)`
  return sql`(exists (select 1 from versions v where v.id = value ->> 2 and (v.captured_at, v.url, v.published_at, v.modified_at) is ${given})
    or exists (select 1 from checks c where c.article_id = ${articleId} and c.captured_at = value ->> 0 and c.content_hash = value ->> 1
      and (c.captured_at, c.url, c.published_at, c.modified_at) is ${given}))`
}

/** Each address once, with the earliest of its times. */
function firstSeen(seen: readonly Seen[]): Seen[] {
  const first = new Map<string, string>()
  for (const [url, at] of seen) if (at < (first.get(url) ?? '9999')) first.set(url, at)
  return [...first]
}

/** A new address, or one seen earlier than known, raises the revisions. */
function newAddresses(articleId: number, seen: readonly Seen[]): SQL[] {
  return chunksOf(seen).flatMap((json) => {
    const isNew = sql`exists (select 1 from json_each(${json}) where not exists (select 1 from article_urls
      where article_id = ${articleId} and url = value ->> 0 and since <= value ->> 1))`
    return [
      sql`update articles set revision = ${nextRevision} where id = ${articleId} and ${isNew}`,
      sql`${bumpArchive} where ${isNew}`,
    ]
  })
}

/** From a check that became a version on, checks found the content of that version. */
export function passChecks(articleId: number, from: number, to: number, since: string): SQL {
  return sql`update checks set version_id = ${to}
    where article_id = ${articleId} and captured_at >= ${since} and version_id = ${from}`
}

/** A check as far as it can become a version. */
export type FoundCheck = Pick<NewCheck, 'capturedAt' | 'contentHash' | 'url' | 'publishedAt' | 'modifiedAt'>

/**
 * The checks of an article after one time and before another, in order: of each content the first between two of `times`, which are
 * sorted.
 */
export function firstChecks(
  store: Store,
  articleId: number,
  times: readonly string[],
  after: string,
  before: string,
): Promise<FoundCheck[]> {
  return Promise.resolve(
    store.db.all<FoundCheck>(sql`select min(captured_at) as capturedAt, content_hash as contentHash, url, published_at as publishedAt,
        modified_at as modifiedAt
      from (select *, sum(mark) over (order by captured_at, mark) as stretch from (
        select captured_at, content_hash, url, published_at, modified_at, 0 as mark from checks
        where article_id = ${articleId} and captured_at > ${after} and captured_at < ${before}
        union all select value, null, null, null, null, 1 from json_each(${JSON.stringify(times)})))
      where mark = 0 group by content_hash, stretch order by captured_at`),
  )
}
