/** What the tests that run over both drivers are given inside workerd: a local D1. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

export const runtime: 'node' | 'workerd' = 'workerd'

/** An empty archive with the migrations applied. There is one D1: opening it again empties the one opened before. */
export async function openStore(): Promise<BaseSQLiteDatabase<'sync' | 'async', unknown>> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return drizzle(env.DB)
}
