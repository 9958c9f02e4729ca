/** Archives whose rows were written past the log. */
import { sql } from 'drizzle-orm'
import type { Store } from '../../src/store/store.ts'
import { completeLog } from '../../src/store/verify/complete.ts'

/** Makes the log of the rows as they are now. */
export async function logAnew(store: Store): Promise<void> {
  await forgetLog(store)
  await completeLog(store)
}

/** Makes the archive one of before the log. */
export async function forgetLog(store: Store): Promise<void> {
  await store.db.run(sql`drop trigger if exists log_keep_delete`)
  await store.db.run(sql`delete from log`)
  await store.db.run(sql`drop trigger if exists log_keys_keep_delete`)
  await store.db.run(sql`delete from log_keys`)
  await store.db.run(sql`update archive set logged_until = 0`)
}
