/** The routes that report whether the app works: the database answers, has the migrations that the program knows, and can be written. */
import { Hono } from 'hono'
import { z } from 'zod'
import { HEALTH, type Health, healthOf } from '../../store/health.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'

const answer = z.object({
  ok: z.boolean().describe('Whether the status is 200'),
  database: z
    .enum(HEALTH)
    .describe(
      '`too new`: a newer program migrated it. `replaced`: its file was removed or replaced under the server. `restoring`: an export is being restored into it. `not writable`: its disk is full or its file is read-only; reads go on',
    ),
  missing: z.array(z.string()).optional().describe('The migrations that the database lacks'),
  unknown: z.array(z.string()).optional().describe('The migrations that the database has and this program does not know'),
})

/** The states in which requests are answered as far as the database can. */
const SERVES: readonly Health['database'][] = ['ready', 'not writable']

/** A route that answers 200 in some states of the database, and 503 in the others. */
const stateIn = (states: readonly Health['database'][], id: string, summary: string) =>
  new Hono<App>().get(
    '/',
    describeRoute({
      tag: 'Service',
      id,
      summary,
      answer,
      also: [503],
      open: true,
      tagged: false,
      headers: ['NoStore'],
    }),
    query({}),
    async (c) => {
      const { database, missing, unknown } = await healthOf(c.var.store)
      const ok = states.includes(database)
      c.header('Cache-Control', 'no-store')
      return c.json(
        { ok, database, ...(missing && { missing: [...missing] }), ...(unknown && { unknown: [...unknown] }) },
        ok ? 200 : 503,
      )
    },
  )

/** At /healthz. */
export const health = stateIn(SERVES, 'getHealth', 'Database reachable and migrated')

/** At /readyz. */
export const readiness = stateIn(['ready'], 'getReadiness', 'Ready for reads and writes')
