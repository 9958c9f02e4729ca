/** The database of the archive, whichever driver opened it. */
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema.ts'

export type Database = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>

/** The results of a list of queries. */
export type Results<Queries extends readonly PromiseLike<unknown>[]> = { -readonly [K in keyof Queries]: Awaited<Queries[K]> }

export interface Store {
  readonly db: Database
  /** Runs all statements or none: a batch on D1, a transaction on better-sqlite3. */
  batchWrite(statements: readonly SQL[]): Promise<void>
  /**
   * Serializes writes within a process, so that they do not conflict. On D1 it runs the write at once: there a request must not wait
   * for what another request began.
   */
  serialize<Result>(work: () => Promise<Result>): Promise<Result>
  /** Runs reads that belong to one answer, over one snapshot: a batch on D1, a deferred transaction on better-sqlite3. */
  batchRead<const Queries extends readonly PromiseLike<unknown>[]>(queries: Queries): Promise<Results<Queries>>
  /** Opens the state of the database as it is now, for reading it at length whatever is written meanwhile. Absent on D1 and in memory. */
  readonly snapshot?: () => { readonly store: Store; readonly close: () => void }
  /** Removes what was deleted from the files of the database, as far as no reader needs it. Absent on D1 and in memory. */
  readonly scrub?: () => void
  /** Whether the file of the database was removed or replaced since it was opened. Absent where there is no file. */
  readonly isReplaced?: () => boolean
  /** Whether writes succeed: tried anew where the last one failed because the file could not be written. Absent on D1. */
  readonly isWritable?: () => boolean
  /** Queries that are built once and prepared, by name: see `prepared`. */
  readonly queries: Pick<Map<string, unknown>, 'get' | 'set'>
}

/** The query of that name, built at first use. An unprepared Drizzle query costs as much again as running it. */
export function prepared<Query>(store: Store, name: string, build: (db: Database) => Query): Query {
  const known = store.queries.get(name) as Query | undefined
  if (known !== undefined) return known
  const query = build(store.db)
  store.queries.set(name, query)
  return query
}

/**
 * Whether a write failed because of another writer: a trigger of the schema refused it, or an id, a position in the log, a number of a
 * claim or a run of an engine is taken.
 */
export function isConflict(error: unknown): boolean {
  return hasMessage(
    error,
    /the log has moved on|UNIQUE constraint failed: (versions|claims|changes|statements|sentences|analysis_runs)\./,
  )
}

/** Whether a write failed because an article has the slug already. */
export function isTaken(error: unknown): boolean {
  return hasMessage(error, /UNIQUE constraint failed: (articles|slugs)\.slug/)
}

/** The constraint that a write broke, as SQLite tells it; null if it broke none. */
export function brokenConstraint(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    const [told] = /(?:[A-Z]+ )+constraint failed(?:: [\w., ]+)?|the log has moved on/.exec(e.message) ?? []
    if (told !== undefined) return told
  }
  return null
}

/** Whether an error, or one that caused it, has such a message. */
export function hasMessage(error: unknown, pattern: RegExp): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (pattern.test(e.message)) return true
  return false
}
