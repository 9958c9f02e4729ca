/** Whether the app can serve: the database answers and its migrations are applied. */
import { Hono } from 'hono'
import { z } from 'zod'
import { isReady } from '../../store/health.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'

const answer = z.object({ ok: z.boolean(), database: z.enum(['ready', 'unreachable', 'not migrated']) })

export const health = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'getHealth',
    summary: 'Database reachable and migrated',
    answer,
    also: [503],
    open: true,
    tagged: false,
    headers: ['NoStore'],
  }),
  query({}),
  async (c) => {
    const database = await isReady(c.var.store)
    c.header('Cache-Control', 'no-store')
    return c.json({ ok: database === 'ready', database }, database === 'ready' ? 200 : 503)
  },
)
