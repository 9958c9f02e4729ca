/** The local D1 of `wrangler dev`, opened in this process: its migrations. */
import { readdirSync, readFileSync } from 'node:fs'
import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy, unstable_splitSqlQuery as statementsOf } from 'wrangler'

const MIGRATIONS = 'migrations'

/** The record that `wrangler d1 migrations apply` keeps. */
const RECORD = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`

export interface LocalD1 {
  readonly database: D1Database
  readonly close: () => Promise<void>
}

/**
 * Opens the database that wrangler.toml binds as DB, with the migrations applied. `state`: the folder that `wrangler dev --persist-to` gets; by
 * default its own.
 */
export async function openLocalD1(state?: string): Promise<LocalD1> {
  const persist = state === undefined || { path: `${state}/v3` }
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ remoteBindings: false, persist })
  await migrate(env.DB)
  return { database: env.DB, close: dispose }
}

/** Applies the migrations that the database does not have, in the order of their names, each wholly or not at all. */
async function migrate(database: D1Database): Promise<void> {
  await database.prepare(RECORD).run()
  const { results } = await database.prepare('select name from d1_migrations').all<{ name: string }>()
  const applied = new Set(results.map(({ name }) => name))
  const pending = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql') && !applied.has(name))
  for (const name of pending.sort()) {
    const statements = statementsOf(readFileSync(`${MIGRATIONS}/${name}`, 'utf8'))
    const record = database.prepare('insert into d1_migrations (name) values (?)').bind(name)
    await database.batch([...statements.map((statement) => database.prepare(statement)), record])
  }
}
