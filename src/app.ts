/** The application: which routes there are and what they are given. It knows no runtime. */
import { Hono } from 'hono'
import { cors } from 'hono/cors'

/** What an entry hands to the app: whether the archive can be read. */
export interface Dependencies {
  readonly reachable: () => Promise<boolean>
}

/** Builds the app; `dependencies` turns a runtime's bindings into what the routes use. */
export function createApp<Bindings extends object>(dependencies: (bindings: Bindings) => Dependencies) {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(cors({ origin: '*', exposeHeaders: ['ETag', 'Link', 'Memento-Datetime'] }))
  app.get('/healthz', async (c) => {
    const reachable = await dependencies(c.env).reachable()
    return c.json({ ok: reachable }, reachable ? 200 : 503)
  })
  return app
}
