/** The store on Cloudflare D1. */
import { drizzle } from 'drizzle-orm/d1'
import type { Logger } from 'drizzle-orm/logger'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { Failure } from '../failure.ts'
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
  const db = drizzle(withDistinctColumns(binding), { schema, ...(logger && { logger }) })
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
        await binding.batch(bound)
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
  const { prepare } = withDistinctColumns(binding)
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
 * D1 answers a batch with objects, where of two columns of one name the second hides the first, and Drizzle then reads every
 * column after it from the wrong one. SQLite gives the columns of a subquery names of their own.
 */
function withDistinctColumns(binding: Binding): Drizzled {
  return {
    prepare: (sql: string) => binding.prepare(/^select /i.test(sql) ? `select * from (${sql})` : sql),
    batch: (statements: Parameters<Binding['batch']>[0]) => binding.batch(statements),
  } as Drizzled
}
