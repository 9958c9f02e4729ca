/** Opens an archive that is a SQLite file. */
import Database from 'better-sqlite3'
import { applyMigrations } from './sqlite-migrations.ts'

/** Opens the archive at `path` (':memory:' for one that is not kept), created if absent, with `migrations` applied. */
export function openSqlite(path: string, migrations: string): Database.Database {
  const database = new Database(path)
  database.pragma('journal_mode = wal')
  applyMigrations(database, migrations)
  return database
}
