/** What the tests that run over both drivers are given inside workerd: a local D1. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Logger } from 'drizzle-orm/logger'
import { openD1 } from '../../src/store/d1.ts'
import type { Store } from '../../src/store/store.ts'

export const runtime: 'node' | 'workerd' = 'workerd'

/**
 * An empty archive with the migrations applied; `logger` sees every query. There is one D1: opening another archive empties
 * the one opened before.
 */
export async function openStore(logger?: Logger): Promise<Store> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return openD1(env.DB, logger)
}
