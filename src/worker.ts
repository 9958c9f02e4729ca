/** The entry on Cloudflare Workers: the app over the D1 database bound as DB. */
import type { D1Database } from '@cloudflare/workers-types'
import { createApp } from './app.ts'

interface Bindings {
  readonly DB: D1Database
}

export default createApp<Bindings>(({ DB }) => ({
  reachable: async () => (await DB.prepare('select 1 as one').first<number>('one')) === 1,
}))
