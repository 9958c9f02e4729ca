/** The harness of tests on Node: an archive in memory, over better-sqlite3. */
import { fileURLToPath } from 'node:url'
import type { Logger } from 'drizzle-orm/logger'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

export const runtime: 'node' | 'workerd' = 'node'

/** There is no Worker on Node. */
export const askWorker: ((path: string, init?: RequestInit) => Promise<Response>) | null = null

/** An empty archive with the migrations applied; `logger` sees every query. */
export async function openStore(logger?: Logger): Promise<Store> {
  return sqliteStore(openSqlite(':memory:', fileURLToPath(new URL('../../migrations', import.meta.url))), logger)
}
