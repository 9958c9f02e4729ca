/** The harness of tests inside workerd: a local D1. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import type { Logger } from 'drizzle-orm/logger'
import { openD1 } from '../../src/store/d1.ts'
import type { Store } from '../../src/store/store.ts'
import { type Emptying, emptyingOf } from './empty-d1.ts'

export const runtime: 'node' | 'workerd' = 'workerd'

/** Asks the Worker as it is deployed, over the same D1. */
export const askWorker: ((path: string, init?: RequestInit) => Promise<Response>) | null = (path, init) =>
  exports.default.fetch(new Request(`https://claimtrail.example${path}`, init))

/** A reset right after another file's last write was once seen to leave its rows. */
const RESETS = 5

let emptying: Emptying | null = null

/**
 * An empty archive with the migrations applied; `logger` sees every query. There is one D1: opening another archive empties
 * the one opened before.
 */
export async function openStore(logger?: Logger): Promise<Store> {
  if (!(await emptying?.empty())) emptying = await migrated()
  return openD1(env.DB, logger)
}

async function migrated(): Promise<Emptying> {
  for (let attempt = 0; attempt < RESETS; attempt++) {
    await reset()
    await applyD1Migrations(env.DB, env.MIGRATIONS)
    const left = await env.DB.prepare('select count(*) from slugs').first<number>('count(*)')
    if (left === 0) return emptyingOf(env.DB)
  }
  throw new Error(`D1 was not empty after ${RESETS} resets`)
}
