/** Whether all rows of the archive have entries in the log. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

export async function isLogWhole(store: Store): Promise<boolean> {
  const [row] = await store.db.all<{ whole: number }>(sql`select logged_until is null as whole from archive`)
  return row?.whole === 1
}
