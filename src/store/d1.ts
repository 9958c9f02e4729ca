/** The store on Cloudflare D1. */
import { drizzle } from 'drizzle-orm/d1'
import type { Logger } from 'drizzle-orm/logger'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { Failure } from '../failure.ts'
import { retried } from './d1-retries.ts'
import { keepsAnswer } from './idempotency.ts'
import { isUnknownMigration, refuseUnknownMigrations } from './migration-names.ts'
import * as schema from './schema.ts'
import type { Results, Store } from './store.ts'

type Drizzled = Parameters<typeof drizzle>[0]
/** A database, or a session of one. */
type Binding = Pick<Drizzled, 'prepare' | 'batch'>

const stores = new WeakMap<object, Store>()
const dialect = new SQLiteAsyncDialect()

/** The store over a D1 binding or a session: the same one for the same binding, so that its queries stay prepared while that lasts. */
export function openD1(binding: Binding, logger?: Logger): Store {
  const known = stores.get(binding)
  if (known && !logger) return known
  const db = drizzle(withRetries(binding), { schema, ...(logger && { logger }) })
  let isChecked = false
  const store: Store = {
    db,
    queries: logger ? new Map() : queriesOf(binding),
    async batchWrite(statements) {
      // Not through Drizzle's batch, which cannot bind the parameters of plain SQL.
      const all = isChecked || statements.length === 0 ? statements : [refuseUnknownMigrations, ...statements]
      const bound = all.map((statement) => {
        const { sql, params } = dialect.sqlToQuery(statement)
        logger?.logQuery(sql, params)
        return binding.prepare(sql).bind(...params)
      })
      if (bound.length === 0) return
      try {
        // The key of an answer is unique, so that a write that keeps one is not done twice.
        await retried(() => binding.batch(bound), statements.some(keepsAnswer) ? 'any' : 'once')
      } catch (error) {
        if (!isUnknownMigration(error)) throw error
        throw new Failure('not_writable', 'The database belongs to a newer version of Claimtrail: deploy that version.')
      }
      isChecked = true
    },
    serialize: (work) => work(),
    async batchRead<const Queries extends readonly PromiseLike<unknown>[]>(queries: Queries) {
      // Every query of Drizzle's builder is a BatchItem; the type does not show it for queries over 'sync' | 'async'.
      const items = queries as never as readonly [Parameters<typeof db.batch>[0][0]]
      for (const query of logger ? items : []) {
        const { sql, params } = (query as unknown as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
        logger?.logQuery(sql, params)
      }
      return (await db.batch(items)) as Results<Queries>
    },
  }
  if (!logger) stores.set(binding, store)
  return store
}

/** Queries as some session of this isolate built them, by name: to build one costs more than to run it. */
const built = new Map<string, Built>()

interface Built {
  getQuery(): { readonly sql: string }
}

/** The queries of a session: those that another built run over this one. */
function queriesOf(binding: Binding): Store['queries'] {
  const own = new Map<string, unknown>()
  const { prepare } = withRetries(binding)
  return {
    get(name) {
      const template = built.get(name)
      if (!own.has(name) && template)
        own.set(name, Object.create(template, { stmt: { value: prepare(template.getQuery().sql) } }))
      return own.get(name)
    },
    set(name, query) {
      built.set(name, query as Built)
      return own.set(name, query)
    },
  }
}

/**
 * The binding as Drizzle uses it. Reads are sent again where D1 could not answer them. D1 answers a batch with objects, where of two
 * columns of one name the second hides the first, and Drizzle then reads every column after it from the wrong one: SQLite gives the
 * columns of a subquery names of their own.
 */
function withRetries(binding: Binding): Drizzled {
  return {
    prepare: (sql: string) =>
      /^select /i.test(sql) ? retrying(binding.prepare(`select * from (${sql})`)) : binding.prepare(sql),
    // Drizzle has batches of reads alone.
    batch: (statements: Parameters<Binding['batch']>[0]) => retried(() => binding.batch(statements), 'any'),
  } as Drizzled
}

type Statement = ReturnType<Binding['prepare']>

/** A statement that reads. It stays an object of D1, since a batch takes no other. */
function retrying(statement: Statement): Statement {
  const { bind, all, raw, first, run } = statement
  return Object.assign(statement, {
    bind: (...values: unknown[]) => retrying(bind.apply(statement, values)),
    all: () => retried(() => all.apply(statement), 'any'),
    raw: (options?: never) => retried(() => raw.call(statement, options), 'any'),
    first: (column: never) => retried(() => first.call(statement, column), 'any'),
    run: () => retried(() => run.apply(statement), 'any'),
  })
}
