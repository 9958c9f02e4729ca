/** The harness of tests on Node: an archive in memory, over better-sqlite3. */
import { fileURLToPath } from 'node:url'
import type { Logger } from 'drizzle-orm/logger'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

export const runtime: 'node' | 'workerd' = 'node'

/** There is no Worker on Node. */
export const askWorker: ((path: string, init?: RequestInit) => Promise<Response>) | null = null

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The bytes of an empty archive: a copy is opened in a fraction of the time that the migrations take. */
let empty: Buffer | undefined

/** An empty archive with the migrations applied; `logger` sees every query. */
export async function openStore(logger?: Logger): Promise<Store> {
  empty ??= openSqlite(':memory:', MIGRATIONS).serialize()
  return sqliteStore(openSqlite(empty, MIGRATIONS), logger)
}
