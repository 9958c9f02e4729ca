/**
 * The entry on Cloudflare Workers: the app over the D1 database bound as DB, each request in a session of its own, and deliveries
 * to hooks, woken after a write through the queue bound as HOOKS, and by cron for what is to be sent again.
 */
import type { D1Database, ExecutionContext, Queue } from '@cloudflare/workers-types'
import { createApp, deliverHooks, sessionStart } from './app.ts'
import { configOf } from './config.ts'
import type { Post } from './hooks/attempt.ts'
import { openD1 } from './store/d1.ts'
import { anyEnabled } from './store/hooks/hooks.ts'
import type { Store } from './store/store.ts'

interface Bindings extends Readonly<Record<string, unknown>> {
  readonly DB: D1Database
  readonly HOOKS?: Queue<null>
}

/** How many messages one invocation sends: D1 answers 50 queries of one on the free plan. */
const MESSAGES = 5

/** Which addresses a name leads to is the platform's to say: a Worker reaches no private network. */
const post: Post = async (url, request) => {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', ...request })
  await response.body?.cancel()
  return { status: response.status, retryAfter: response.headers.get('retry-after') }
}

/** What sending takes. Without a session D1 answers from its primary: nothing is sent twice for a replica that is behind. */
const sending = (bindings: Bindings) => ({ store: openD1(bindings.DB), config: configOf(bindings), clock: Date.now, post })

const app = createApp<Bindings>((bindings, request) => {
  const session = bindings.DB.withSession(sessionStart(request))
  const store = openD1(session)
  const { HOOKS } = bindings
  return {
    ...sending(bindings),
    store,
    bookmark: () => session.getBookmark(),
    wake: () => (HOOKS ? wakeHooks(store, HOOKS) : null),
  }
})

/** A message to the queue costs more than asking whether there is anybody to tell. */
async function wakeHooks(store: Store, queue: Queue<null>): Promise<void> {
  if (await anyEnabled(store)) await queue.send(null)
}

/** Sends what is due; the rest, in an invocation of its own. */
async function deliver(bindings: Bindings): Promise<void> {
  const { more } = await deliverHooks(sending(bindings), { most: MESSAGES })
  if (more) await bindings.HOOKS?.send(null)
}

export default {
  fetch: (request: Request, bindings: Bindings, context: ExecutionContext) => app.fetch(request, bindings, context),
  scheduled: (_event: unknown, bindings: Bindings) => deliver(bindings),
  queue: (_batch: unknown, bindings: Bindings) => deliver(bindings),
}
