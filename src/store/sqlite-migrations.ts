/** Applies migrations/ to a SQLite file, keeping the same record of it as `wrangler d1 migrations apply` keeps in D1. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'

const RECORD = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`

/**
 * Applies the `*.sql` files of `folder` that `database` does not have, in the order of their names, each in a transaction, and returns
 * their names. Throws an Error that names the file where one fails, where the database has a migration that `folder` lacks, and where it
 * is no archive.
 */
export function applyMigrations(database: Database, folder: string): string[] {
  const tables = database.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
  if (tables.length > 0 && !tables.includes('d1_migrations')) {
    throw new Error('this database is something else: it has tables, but no record of migrations')
  }
  database.exec(RECORD)
  const applied = new Set(database.prepare<[], string>('select name from d1_migrations').pluck().all())
  const known = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const unknown = [...applied].filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(`this archive belongs to a newer version of Claimtrail: this one does not know ${unknown.join(', ')}`)
  }
  const record = database.prepare('insert into d1_migrations (name) values (?)')
  const apply = database.transaction((name: string) => {
    database.exec(readFileSync(join(folder, name), 'utf8'))
    record.run(name)
  })
  const pending = known.filter((name) => !applied.has(name)).sort()
  for (const name of pending) {
    try {
      apply.immediate(name)
    } catch (error) {
      throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }
  return pending
}
