/** What the archive stands on: one database, whichever driver opened it. */
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema.ts'

export type Database = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>

/** What each query of a list gives. */
export type Results<Queries extends readonly PromiseLike<unknown>[]> = { -readonly [K in keyof Queries]: Awaited<Queries[K]> }

export interface Store {
  readonly db: Database
  /** Runs all statements or none: a batch on D1, a transaction on better-sqlite3. */
  batchWrite(statements: readonly SQL[]): Promise<void>
  /**
   * Runs a piece of writing: in one process one after another, where each would have to begin again for the others. Not on D1:
   * there a request must not wait for what another one began.
   */
  serialize<Result>(work: () => Promise<Result>): Promise<Result>
  /** Runs reads that belong to one answer, over one snapshot: a batch on D1, a deferred transaction on better-sqlite3. */
  batchRead<const Queries extends readonly PromiseLike<unknown>[]>(queries: Queries): Promise<Results<Queries>>
  /** Queries that are built once and prepared, by name: see `prepared`. */
  readonly queries: Map<string, unknown>
}

/** The query of that name, built at first use. An unprepared Drizzle query costs as much again as running it. */
export function prepared<Query>(store: Store, name: string, build: (db: Database) => Query): Query {
  const known = store.queries.get(name) as Query | undefined
  if (known !== undefined) return known
  const query = build(store.db)
  store.queries.set(name, query)
  return query
}

/** Whether a write failed because another writer came first: a trigger of the schema says so, or an id, a place in the log or
 * among an article's claims, or an engine's run is taken. */
export function isConflict(error: unknown): boolean {
  return says(
    error,
    /the log has moved on|UNIQUE constraint failed: (versions|claims|changes|statements|sentences|analysis_runs)\./,
  )
}

/** Whether a write failed because an article has the slug already. */
export function isTaken(error: unknown): boolean {
  return says(error, /UNIQUE constraint failed: (articles|slugs)\.slug/)
}

function says(error: unknown, words: RegExp): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (words.test(e.message)) return true
  return false
}
