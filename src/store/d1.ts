/** The store on Cloudflare D1. */
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/d1'
import type { Logger } from 'drizzle-orm/logger'
import * as schema from './schema.ts'
import type { Results, Store } from './store.ts'

const stores = new WeakMap<object, Store>()

/** The store over a D1 binding: the same one for the same binding, so that its queries stay prepared. */
export function openD1(binding: Parameters<typeof drizzle>[0], logger?: Logger): Store {
  const known = stores.get(binding)
  if (known && !logger) return known
  const db = drizzle(binding, { schema, ...(logger && { logger }) })
  const store: Store = {
    db,
    queries: new Map(),
    async writeAll(statements) {
      const [first, ...rest] = statements.map((statement): BatchItem<'sqlite'> => db.run(statement))
      if (first) await db.batch([first, ...rest])
    },
    async readAll<const Queries extends readonly PromiseLike<unknown>[]>(queries: Queries) {
      // Every query of Drizzle's builder is a BatchItem; the type does not say so of queries over 'sync' | 'async'.
      return (await db.batch(queries as never)) as Results<Queries>
    },
  }
  if (!logger) stores.set(binding, store)
  return store
}
