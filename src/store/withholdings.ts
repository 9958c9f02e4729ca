/** Withholding versions for legal reasons, and what may be shown while they are. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { bumpArchive } from './recording.ts'
import { articles, changes, versions, withholdings } from './schema.ts'
import type { Store } from './store.ts'

/** Withholds a version; a later reason replaces an earlier one. Its text and hash stay in the archive. */
export async function withhold(
  store: Store,
  version: { id: number; articleId: number },
  reason: string,
  now: string,
): Promise<void> {
  await store.writeAll([
    sql`insert into withholdings (version_id, reason, withheld_at) values (${version.id}, ${reason}, ${now})
      on conflict (version_id) do update set reason = excluded.reason, withheld_at = excluded.withheld_at`,
    sql`update articles set revision = revision + 1 where id = ${version.articleId}`,
    bumpArchive,
  ])
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

/** Whether a version that is not withheld has what stood in an article from one place (inclusive) to another (exclusive). */
export function isShown(articleId: SQL, from: SQL, until: SQL): SQL {
  // No place sorts after a tilde.
  return sql`exists (select 1 from versions o where o.article_id = ${articleId} and o.place >= ${from}
    and o.place < coalesce(${until}, '~') and o.id not in (select version_id from withholdings))`
}
