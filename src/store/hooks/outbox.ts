/** The outbox of hooks: which writes appended changes that a hook may not have been told of. */
import { type SQL, sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

/** The statement of a write that says that it appended changes, if it did: it belongs into that write. */
export function outboxStatements(articleId: number, changes: readonly { readonly id: number }[], now: string): SQL[] {
  if (changes.length === 0) return []
  const last = changes.reduce((most, { id }) => Math.max(most, id), 0)
  return [sql`insert or replace into outbox (id, article_id, recorded_at) values (${last}, ${articleId}, ${now})`]
}

/** The statement that says so again of the last write, for a hook that goes back to what the outbox has forgotten. */
export const outboxAgain = sql`insert or ignore into outbox (id, article_id, recorded_at)
  select id, article_id, recorded_at from changes order by id desc limit 1`

/** Whether there is anything in the outbox. */
export async function outboxIsEmpty(store: Store): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from outbox limit 1`)
  return rows.length === 0
}

/** Forgets the writes that every enabled hook is past. */
export async function emptyOutbox(store: Store): Promise<void> {
  await store.batchWrite([
    sql`delete from outbox where id <= coalesce((select min(cursor) from hooks where disabled_at is null),
      (select max(id) from outbox))`,
  ])
}
