/** Counts what a query would read. */
import { type SQLWrapper, sql } from 'drizzle-orm'
import { archive } from '../../schema.ts'
import type { Store } from '../../store.ts'

/** How many rows a query reads. SQLite leaves out the columns, which nothing asks for. */
export async function rowCount(store: Store, query: PromiseLike<readonly unknown[]>): Promise<number> {
  const [count] = await store.db
    .select({ rows: sql<number>`(select count(*) from ${query as unknown as SQLWrapper})` })
    .from(archive)
  return count?.rows ?? 0
}
