/** The outbox of hooks: the writes whose changes some hook may not have received yet. */
import { type SQL, sql } from 'drizzle-orm'
import { recordedAt } from '../sql/recorded-at.ts'
import type { Store } from '../store.ts'

/** The statement that adds a write to the outbox, if it appended changes; it is part of that write. */
export function outboxStatements(articleId: number, changes: readonly { readonly id: number }[], now: string): SQL[] {
  if (changes.length === 0) return []
  const last = changes.reduce((most, { id }) => Math.max(most, id), 0)
  return [sql`insert or replace into outbox (id, article_id, recorded_at) values (${last}, ${articleId}, ${now})`]
}

/** The statement that adds the last write again, for a hook that moves back behind the outbox. */
export const outboxAgain = sql`insert or ignore into outbox (id, article_id, recorded_at)
  select id, article_id, ${recordedAt('changes')} from changes order by id desc limit 1`

/** Whether the outbox is empty. */
export async function outboxIsEmpty(store: Store): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from outbox limit 1`)
  return rows.length === 0
}

/** Removes the writes that every enabled hook has received. */
export async function emptyOutbox(store: Store): Promise<void> {
  await store.batchWrite([
    sql`delete from outbox where id <= coalesce((select min(cursor) from hooks where disabled_at is null),
      (select max(id) from outbox))`,
  ])
}
