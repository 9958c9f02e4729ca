/** The entry on Cloudflare Workers: the app over the D1 database bound as DB, each request in a session of its own. */
import type { D1Database } from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { configOf } from './config.ts'
import { sessionStart } from './http/bookmark.ts'
import { openD1 } from './store/d1.ts'

interface Bindings extends Readonly<Record<string, unknown>> {
  readonly DB: D1Database
}

export default createApp<Bindings>((bindings, request) => {
  const session = bindings.DB.withSession(sessionStart(request))
  return {
    store: openD1(session),
    config: configOf(bindings),
    clock: Date.now,
    bookmark: () => session.getBookmark(),
  }
})
