/** When a change was recorded. */
import { type SQL, sql } from 'drizzle-orm'

/** The time of a row of `changes`, by the table's name or alias: that of the version that it came to where its column is empty. */
export function recordedAt(alias: string): SQL<string> {
  const c = sql.identifier(alias)
  return sql<string>`coalesce(nullif(${c}.recorded_at, ''), (select v.recorded_at from versions v where v.id = ${c}.to_version))`
}
