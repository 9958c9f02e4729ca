/**
 * The entry on Cloudflare Workers: the app over the D1 database bound as DB, each request in a session of its own, and deliveries
 * to hooks: after a write through the queue bound as HOOKS, and by cron for messages to send again.
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

/** How many messages one invocation sends: on the free plan it may make 50 D1 queries. */
const MESSAGES = 5

/** The addresses of names are not checked: a Worker reaches no private network. */
const post: Post = async (url, request) => {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', ...request })
  await response.body?.cancel()
  return { status: response.status, retryAfter: response.headers.get('retry-after') }
}

/** The dependencies of deliveries. Without a session D1 reads from its primary, so nothing is sent twice because a replica is behind. */
const sending = (bindings: Bindings) => ({ store: openD1(bindings.DB), config: configOf(bindings), clock: Date.now, post })

const app = createApp<Bindings>((bindings, request) => {
  const session = bindings.DB.withSession(sessionStart(request))
  const store = openD1(session)
  const { HOOKS } = bindings
  return {
    ...sending(bindings),
    store,
    client: request.headers.get('cf-connecting-ip') ?? undefined,
    bookmark: () => session.getBookmark(),
    wake: () => (HOOKS ? wakeHooks(store, HOOKS) : null),
  }
})

/** Asks first whether a hook is enabled, since a message to the queue costs more. */
async function wakeHooks(store: Store, queue: Queue<null>): Promise<void> {
  if (await anyEnabled(store)) await queue.send(null)
}

/** Delivers messages that are due; the rest in another invocation. */
async function deliver(bindings: Bindings): Promise<void> {
  const { more } = await deliverHooks(sending(bindings), { most: MESSAGES })
  if (more) await bindings.HOOKS?.send(null)
}

export default {
  fetch: (request: Request, bindings: Bindings, context: ExecutionContext) => app.fetch(request, bindings, context),
  scheduled: (_event: unknown, bindings: Bindings) => deliver(bindings),
  queue: (_batch: unknown, bindings: Bindings) => deliver(bindings),
}
