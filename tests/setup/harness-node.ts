/** What the tests that run over both drivers are given on Node: an archive in memory, over better-sqlite3. */
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { openSqlite } from '../../src/store/sqlite.ts'

export const runtime: 'node' | 'workerd' = 'node'

/** An empty archive with the migrations applied. */
export async function openStore(): Promise<BaseSQLiteDatabase<'sync' | 'async', unknown>> {
  return drizzle(openSqlite(':memory:', fileURLToPath(new URL('../../migrations', import.meta.url))))
}
