/** Reads erasures. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

/** An erasure of a version. */
export interface Erased {
  readonly reason: string
  readonly orderedBy: string
  readonly erasedBy: string
  /** ISO 8601. */
  readonly at: string
}

/** The erasure of a version by its id; undefined: it was not erased. */
export async function erasureOf(store: Store, version: number): Promise<Erased | undefined> {
  const [row] = await store.db.all<Erased>(sql`select reason, ordered_by as orderedBy, erased_by as erasedBy, erased_at as at
    from erasures where version_id = ${version}`)
  return row
}

/** `articles.recordings` of the article of a version, and whether the version is withheld: one state of the archive. */
export async function stateOf(store: Store, version: { readonly id: number; readonly articleId: number }) {
  const [row] = await store.db.all<{ recordings: number; withheld: number }>(sql`select recordings,
      exists (select 1 from withholdings where version_id = ${version.id}) as withheld
    from articles where id = ${version.articleId}`)
  return { recordings: row?.recordings ?? 0, isWithheld: row?.withheld === 1 }
}

/** The raw bytes, by their hashes, that only captures of a version that is erased, or of others that are, have. */
export async function rawOf(store: Store, version: number): Promise<string[]> {
  const rows = await store.db.all<{ hash: string }>(sql`select distinct c.raw_hash as hash from captures c
    where c.version_id = ${version} and c.raw_hash is not null and not exists (select 1 from captures o where o.raw_hash = c.raw_hash
      and (o.version_id is null or (o.version_id <> ${version} and not exists (select 1 from erasures e where e.version_id = o.version_id))))`)
  return rows.map(({ hash }) => hash)
}
