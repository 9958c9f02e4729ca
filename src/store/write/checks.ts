/** Reads and writes checks: captures of an article that found no new text. */
import { and, asc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { checks } from '../schema.ts'
import { prepared, type Store } from '../store.ts'
import { addressStatements, type Seen } from './addresses.ts'
import { bumpArchive, nextRevision } from './revision.ts'

export interface NewCheck {
  readonly articleId: number
  readonly capturedAt: string
  readonly contentHash: string
  /** The version whose content was found again. */
  readonly versionId: number
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
}

/** The statements that write a check. `recordings`: `articles.recordings` as the write found it. */
export function checkStatements(check: NewCheck, recordings: number): SQL[] {
  const { articleId, capturedAt, url } = check
  return [
    sql`insert into checks (article_id, captured_at, content_hash, version_id, url, published_at, modified_at, recorded_at)
      values (${articleId}, ${capturedAt}, ${check.contentHash}, ${check.versionId}, ${url}, ${check.publishedAt},
        ${check.modifiedAt}, ${check.recordedAt})`,
    ...(url === null ? [] : newAddress(articleId, [url, capturedAt])),
    sql`update articles set recordings = ${recordings + 1} where id = ${articleId}`,
  ]
}

/** The statements for an address; a new one, or one seen earlier than known, raises the revisions. */
function newAddress(articleId: number, seen: Seen): SQL[] {
  const [url, at] = seen
  const isNew = sql`not exists (select 1 from article_urls where article_id = ${articleId} and url = ${url} and since <= ${at})`
  return [
    sql`update articles set revision = ${nextRevision} where id = ${articleId} and ${isNew}`,
    sql`${bumpArchive} where ${isNew}`,
    ...addressStatements(articleId, [seen]),
  ]
}

/** From a check that became a version on, checks found the content of that version. */
export function passChecks(articleId: number, from: number, to: number, since: string): SQL {
  return sql`update checks set version_id = ${to}
    where article_id = ${articleId} and captured_at >= ${since} and version_id = ${from}`
}

/** The first check that found a content again after one time and before another; null if none did. */
export async function checkBetween(
  store: Store,
  articleId: number,
  hash: string,
  after: string,
  before: string,
): Promise<Pick<NewCheck, 'capturedAt' | 'url' | 'publishedAt' | 'modifiedAt'> | null> {
  const row = await prepared(store, 'checkBetween', (db) =>
    db
      .select({
        capturedAt: checks.capturedAt,
        url: checks.url,
        publishedAt: checks.publishedAt,
        modifiedAt: checks.modifiedAt,
      })
      .from(checks)
      .where(
        and(
          eq(checks.articleId, sql.placeholder('articleId')),
          gt(checks.capturedAt, sql.placeholder('after')),
          lt(checks.capturedAt, sql.placeholder('before')),
          eq(checks.contentHash, sql.placeholder('hash')),
        ),
      )
      .orderBy(asc(checks.capturedAt))
      .limit(1)
      .prepare(),
  ).get({ articleId, after, before, hash })
  return row ?? null
}
