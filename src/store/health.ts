/** Whether the archive can be served: the database answers, its migrations are those that this build knows, its file is in place. */
import { sql } from 'drizzle-orm'
import { MIGRATIONS } from './migration-names.ts'
import type { Store } from './store.ts'
import { restorationState } from './transfer/restore.ts'

export const HEALTH = ['ready', 'unreachable', 'replaced', 'not migrated', 'too new', 'restoring', 'not writable'] as const

export interface Health {
  /**
   * `too new`: a newer program migrated it. `replaced`: its file was removed or replaced after it was opened. `restoring`: an export
   * is being restored into it. `not writable`: its disk is full, or its file is read-only.
   */
  readonly database: (typeof HEALTH)[number]
  /** Migrations that the build knows and the database lacks. */
  readonly missing?: readonly string[]
  /** Migrations that the database has and the build does not know. */
  readonly unknown?: readonly string[]
}

export async function healthOf(store: Store): Promise<Health> {
  try {
    const applied = await appliedMigrations(store)
    const missing = MIGRATIONS.filter((name) => !applied.includes(name))
    const unknown = applied.filter((name) => !MIGRATIONS.includes(name))
    const named = { ...(missing.length > 0 && { missing }), ...(unknown.length > 0 && { unknown }) }
    if (missing.length > 0) return { database: 'not migrated', ...named }
    if (unknown.length > 0) return { database: 'too new', ...named }
    if ((await restorationState(store)).restoring) return { database: 'restoring' }
    if (store.isReplaced?.()) return { database: 'replaced' }
    return { database: store.isWritable?.() === false ? 'not writable' : 'ready' }
  } catch (error) {
    console.error(error)
    return { database: 'unreachable' }
  }
}

/** How much the archive holds and has to do, for its operator: articles, versions, watches and deliveries. One query of counts over indexes. */
export async function amountsIn(store: Store) {
  const count = (of: string) => sql`(select count(*) from ${sql.raw(of)})`
  const [row] = await store.db.all<
    Record<'articles' | 'versions' | 'watches' | 'stopped' | 'failing' | 'deliveries', number>
  >(sql`select
    ${count('articles')} as articles, ${count('versions')} as versions, ${count('watches')} as watches,
    ${count('watches where stopped_at is not null')} as stopped, ${count('watches where failures > 0')} as failing,
    ${count("deliveries where status = 'pending'")} as deliveries`)
  return row
}

/** The names of the migrations that were applied to the database; none where it has no record of them. */
async function appliedMigrations(store: Store): Promise<string[]> {
  try {
    const rows = await store.db.all<{ name: string }>(sql`select name from d1_migrations order by name`)
    return rows.map(({ name }) => name)
  } catch (error) {
    const tables = await store.db.all(sql`select 1 from sqlite_master where name = 'd1_migrations'`)
    if (tables.length === 0) return []
    throw error
  }
}
