/** Prepared queries in a batch of reads: Drizzle takes queries there that it builds each time, which costs as much as running them. */
import { fillPlaceholders } from 'drizzle-orm'

interface PreparedQuery<Rows> {
  all(values: Record<string, unknown>): Rows | Promise<Rows>
  getQuery(): { readonly sql: string; readonly params: unknown[] }
}

/** The prepared query with these values, for `batchRead`: it is run by `then`, and by D1's batch as a query that was just built. */
export function boundQuery<Rows>(
  query: PreparedQuery<Rows>,
  values: Record<string, unknown>,
): PromiseLike<Rows> & { toSQL(): { sql: string; params: unknown[] }; _prepare(): unknown } {
  const toSQL = () => {
    const { sql, params } = query.getQuery()
    return { sql, params: fillPlaceholders(params, values) }
  }
  const run = async (): Promise<Rows> => query.all(values)
  return {
    // biome-ignore lint/suspicious/noThenProperty: a query of Drizzle's builder is run by `then` too
    then: (done, failed) => run().then(done, failed),
    toSQL,
    _prepare: () => Object.create(query, { getQuery: { value: toSQL } }),
  }
}
