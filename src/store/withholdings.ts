/** Withholding versions for legal reasons, and what may be shown while they are. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { KINDS } from '../core/changes/change.ts'
import { articleIdOf } from './articles.ts'
import { bumpArchive } from './recording.ts'
import { articles, changes, versions, withholdings } from './schema.ts'
import type { Store } from './store.ts'

const RESTORED = 1 << KINDS.indexOf('restored')

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

/** The query for an article's withheld versions. */
export function withheldVersions(store: Store, slug: string) {
  return store.db
    .select({ number: versions.number, reason: withholdings.reason })
    .from(withholdings)
    .innerJoin(versions, eq(versions.id, withholdings.versionId))
    .where(sql`${versions.articleId} = ${articleIdOf(slug)}`)
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

/** Whether the change of a row of `changes`, by the table's name or alias, came neither to nor from a withheld version. */
export function changeIsShown(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`not exists (select 1 from ${withholdings} w where w.version_id in (${c}.from_version, ${c}.to_version))`
}

/** Whether the change brings a claim back whose last wording is of a withheld version: what differs from it is not to be told. */
export function comparesWithWithheld(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`((${c}.kinds & ${RESTORED}) <> 0 and exists (select 1 from versions s join ${withholdings} w on w.version_id = s.id
    where s.article_id = ${c}.article_id and s.number = ${c}.detail ->> '$.restored.since'))`
}

/** The kinds of a change that may be told, as bits. */
export function shownKinds(alias: string): SQL<number> {
  return sql<number>`case when ${comparesWithWithheld(alias)} then ${RESTORED} else ${sql.identifier(alias)}.kinds end`
}

/** Whether a version that is not withheld has what stood in an article from one place (inclusive) to another (exclusive). */
export function isShown(articleId: SQL, from: SQL, until: SQL): SQL {
  // No place sorts after a tilde.
  return sql`exists (select 1 from versions o where o.article_id = ${articleId} and o.place >= ${from}
    and o.place < coalesce(${until}, '~') and o.id not in (select version_id from withholdings))`
}
