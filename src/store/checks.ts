/** Looks at an article that found nothing new. */
import { and, asc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { checks } from './schema.ts'
import { prepared, type Store } from './store.ts'

export interface NewCheck {
  readonly articleId: number
  readonly capturedAt: string
  readonly contentHash: string
  /** The version whose content was found again. */
  readonly versionId: number
  readonly recordedAt: string
}

/** `recordings`: how many versions and checks the article had before this one. */
export function checkStatements(check: NewCheck, recordings: number): SQL[] {
  return [
    sql`insert into checks (article_id, captured_at, content_hash, version_id, recorded_at)
    values (${check.articleId}, ${check.capturedAt}, ${check.contentHash}, ${check.versionId}, ${check.recordedAt})`,
    sql`update articles set recordings = ${recordings + 1} where id = ${check.articleId}`,
  ]
}

/** From a check that became a version on, checks found the content of that version. */
export function passChecks(articleId: number, from: number, to: number, since: string): SQL {
  return sql`update checks set version_id = ${to}
    where article_id = ${articleId} and captured_at >= ${since} and version_id = ${from}`
}

/** When a content was first found again after one time and before another; null if it was not. */
export async function checkBetween(
  store: Store,
  articleId: number,
  hash: string,
  after: string,
  before: string,
): Promise<string | null> {
  const row = await prepared(store, 'checkBetween', (db) =>
    db
      .select({ capturedAt: checks.capturedAt })
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
  return row?.capturedAt ?? null
}
