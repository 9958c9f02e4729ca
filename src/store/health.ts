/** Whether the database answers and has the tables of migrations/. */
import { sql } from 'drizzle-orm'
import type { Store } from './store.ts'

export async function isReady(store: Store): Promise<'ready' | 'unreachable' | 'not migrated'> {
  try {
    const [row] = await store.db.all<{ n: number }>(
      sql`select count(*) as n from sqlite_master where name in ('versions', 'claims', 'changes')`,
    )
    return row?.n === 3 ? 'ready' : 'not migrated'
  } catch (error) {
    console.error(error)
    return 'unreachable'
  }
}
