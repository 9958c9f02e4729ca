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

/** `articles.recordings` of an article. */
export async function recordingsOf(store: Store, articleId: number): Promise<number> {
  const [row] = await store.db.all<{ recordings: number }>(sql`select recordings from articles where id = ${articleId}`)
  return row?.recordings ?? 0
}
