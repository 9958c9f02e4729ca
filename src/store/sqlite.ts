/** The store on better-sqlite3, for Node. */
import { statSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Logger } from 'drizzle-orm/logger'
import * as schema from './schema.ts'
import { applyMigrations } from './sqlite-migrations.ts'
import type { Results, Store } from './store.ts'
import { notWritable, unavailable } from './unavailable.ts'

/** How long a write waits for another process, in milliseconds. The server answers no request meanwhile. */
const LONGEST_LOCK = 250

/** Opens a database file (or `:memory:`), created if absent, or the bytes of one in memory, with the migrations of `folder` applied. */
export function openSqlite(file: string | Buffer, folder: string): SQLite.Database {
  const client = new SQLite(file)
  client.pragma('journal_mode = WAL')
  // A commit that was acknowledged outlives a loss of power: under WAL, NORMAL syncs at checkpoints only.
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  // Deleted content is overwritten with zeros.
  client.pragma('secure_delete = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('cache_size = -64000')
  applyMigrations(client, folder)
  client.pragma(`busy_timeout = ${LONGEST_LOCK}`)
  return client
}

/** Copies the database of a file, as it is at one moment, to another file, whoever writes meanwhile. */
export async function copySqlite(file: string, to: string): Promise<void> {
  const client = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    await client.backup(to)
  } finally {
    client.close()
  }
}

/** How many statements stay prepared. */
const PREPARED = 300

/**
 * The text with each bound limit as an expression: SQLite plans by the value of a limit that is a parameter alone, and so prepares the
 * statement again at each run.
 */
const limitsUnread = (text: string) => text.replace(/\b(limit|offset) \?/gi, '$1 +?')

/** Keeps the statements that were used last prepared: Drizzle prepares a query each time that it runs. */
function keepPrepared(client: SQLite.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, SQLite.Statement>()
  const keep = (text: string) => {
    const statement = kept.get(text) ?? prepare(limitsUnread(text))
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > PREPARED && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  client.prepare = keep as typeof client.prepare
}

/**
 * Returns a function whose text differs after each write to the database: by another connection (data_version), or by this one
 * (total_changes). It reads one prepared row.
 */
export function writesSeen(client: SQLite.Database): () => string {
  const row = client.prepare<[], string>("select data_version || '/' || total_changes() from pragma_data_version").pluck()
  return () => row.get() ?? ''
}

/** Which file stands at a path, by device and inode; null if there is none. */
function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}/${found.ino}` : null
}

export function sqliteStore(client: SQLite.Database, logger?: Logger): Store {
  keepPrepared(client)
  const opened = client.memory ? null : fileAt(client.name)
  const isReplaced = () => fileAt(client.name) !== opened
  /** Whether a write failed because the file cannot be written, and there has been no room since. */
  let isRefused = false
  let turn: Promise<unknown> = Promise.resolve()
  const db = drizzle(client, { schema, ...(logger && { logger }) })
  return {
    db,
    queries: new Map(),
    ...(opened !== null && {
      isReplaced,
      snapshot: () => snapshotOf(client.name),
      scrub: () => void client.pragma('wal_checkpoint(TRUNCATE)'),
    }),
    isWritable() {
      isRefused &&= !hasRoom(client)
      return !isRefused
    },
    async batchWrite(statements) {
      const all = client.transaction(() => {
        for (const statement of statements) db.run(statement)
      })
      // What is written to a file that nobody can open again would be lost.
      if (opened !== null && isReplaced()) throw notWritable('its file was removed or replaced')
      try {
        all.immediate()
      } catch (error) {
        const failure = unavailable(error)
        isRefused ||= failure?.code === 'not_writable'
        throw failure ?? error
      }
    },
    serialize(work) {
      const done = turn.then(work)
      turn = done.catch(() => {})
      return done
    },
    async batchRead<const Queries extends readonly PromiseLike<unknown>[]>(queries: Queries) {
      // `then` runs a query at once, so that all of them run inside the transaction.
      const all = client.transaction(() => queries.map((query) => query.then((rows) => rows)))
      return (await Promise.all(all.deferred())) as Results<Queries>
    },
  }
}

/** A connection of its own, in a transaction that sees what was written before its first read. */
function snapshotOf(file: string) {
  const client = new SQLite(file, { readonly: true })
  client.exec('begin')
  client.prepare('select 1 from archive').get()
  return { store: sqliteStore(client), close: () => void client.close() }
}

/** Bytes that a write needs for one of the longest texts. */
const ROOM = 1_000_000

/** Whether so much can be written: the answer to an old key, which is then deleted, and which any write with a key deletes as well. */
function hasRoom(client: SQLite.Database): boolean {
  try {
    client.exec(`insert or replace into idempotency_keys (token_id, key, request_hash, status, about, created_at)
      values (-1, 'room', '', 0, hex(zeroblob(${ROOM / 2})), '')`)
    client.exec("delete from idempotency_keys where token_id = -1 and key = 'room'")
    return true
  } catch {
    return false
  }
}
