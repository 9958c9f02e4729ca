/** Withholding versions for legal reasons, and which ones are withheld. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { type KeptAnswer, keepStatements } from '../idempotency.ts'
import { kindNumber } from '../log/append.ts'
import { withholdingDigest } from '../log/digests.ts'
import { articles, changes, versions, withholdings } from '../schema.ts'
import type { Store } from '../store.ts'
import { derivedStatements } from './derive.ts'

/**
 * Withholds a version, or shows it again (`reason` null); a request that comes twice is recorded once. The last reason counts; the text, the hash and all earlier reasons stay in
 * the archive. Raises `articles.recordings`, so that a write of the article that was prepared before begins again. Reads nothing
 * first, so it never begins again itself.
 */
export async function withhold(
  store: Store,
  version: { id: number; articleId: number },
  reason: string | null,
  now: string,
  kept: KeptAnswer | null = null,
): Promise<void> {
  const statements = [
    sql`insert into withholding_reasons (version_id, reason, withheld_at) select ${version.id}, ${reason ?? ''}, ${now}
      where ${reason} is not (select reason from withholdings where version_id = ${version.id})`,
    withholdingEntry(version, reason ?? '', now),
    ...derivedStatements({
      articleId: version.articleId,
      recordings: null,
      changes: 'all',
      withheld: true,
      claims: 'all',
      sources: 'all',
    }),
    ...keepStatements(kept, now),
  ]
  await store.serialize(() => store.batchWrite(statements))
}

/** The entry of the log of the row that was inserted last, if this write inserted it. */
function withholdingEntry({ id, articleId }: { id: number; articleId: number }, reason: string, now: string): SQL {
  const kind = kindNumber('withholding')
  return sql`insert into log (kind, article_id, subject, digest)
    select ${kind}, ${articleId}, r.id, unhex(${withholdingDigest(id, reason, now)}) from withholding_reasons r
    where r.id = (select max(id) from withholding_reasons) and r.version_id = ${id} and r.reason = ${reason} and r.withheld_at = ${now}
      and not exists (select 1 from log l where l.article_id = ${articleId} and l.kind = ${kind} and l.subject = r.id)`
}

/** The query for the withheld version that a change came to or from; no row where none is. */
export function withheldOfChange(store: Store, id: number) {
  return store.db
    .select({ slug: articles.slug, number: versions.number, withheld: withholdings.reason })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .innerJoin(versions, sql`${versions.id} in (${changes.fromVersion}, ${changes.toVersion})`)
    .innerJoin(withholdings, eq(withholdings.versionId, versions.id))
    .where(eq(changes.id, id))
    .limit(1)
}
