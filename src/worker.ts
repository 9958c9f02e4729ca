/** The entry on Cloudflare Workers: the app over the D1 database bound as DB. */
import type { D1Database } from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { configOf } from './config.ts'
import { openD1 } from './store/d1.ts'

interface Bindings extends Readonly<Record<string, unknown>> {
  readonly DB: D1Database
}

export default createApp<Bindings>((bindings) => ({
  store: openD1(bindings.DB),
  config: configOf(bindings),
  clock: Date.now,
}))
