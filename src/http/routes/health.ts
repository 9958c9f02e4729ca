/** The route that reports whether the app can serve: the database answers and has the migrations that the program knows. */
import { Hono } from 'hono'
import { z } from 'zod'
import { HEALTH, healthOf } from '../../store/health.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'

const answer = z.object({
  ok: z.boolean(),
  database: z
    .enum(HEALTH)
    .describe(
      '`too new`: a newer program migrated it. `replaced`: its file was removed or replaced under the server. `restoring`: an export is being restored into it',
    ),
  missing: z.array(z.string()).optional().describe('The migrations that the database lacks'),
  unknown: z.array(z.string()).optional().describe('The migrations that the database has and this program does not know'),
})

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
    const { database, missing, unknown } = await healthOf(c.var.store)
    const ok = database === 'ready'
    c.header('Cache-Control', 'no-store')
    return c.json(
      { ok, database, ...(missing && { missing: [...missing] }), ...(unknown && { unknown: [...unknown] }) },
      ok ? 200 : 503,
    )
  },
)
