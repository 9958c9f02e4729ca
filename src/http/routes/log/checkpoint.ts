/** The routes of checkpoints: signed statements of how large the log is and what its root is, and the keys that signed them. */
import { Hono } from 'hono'
import { Failure } from '../../../failure.ts'
import { logKeysJson, logKeysSchema, presentLog } from '../../answers/log-answer.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { hashedJson } from '../../response/conditional.ts'

/** Under /v1/log. */
export const checkpoints = new Hono<App>()
  .get(
    '/checkpoint',
    describeRoute({
      tag: 'Versions',
      id: 'getCheckpoint',
      summary: 'The size and the root of the log, signed (C2SP tlog-checkpoint)',
      description:
        'Keep it: a log that was edited later cannot lead to it. The first checkpoint that a key signs records the key in the log.',
      texts: ['text/plain'],
      failures: [404],
      tagged: false,
      headers: ['NoStore'],
    }),
    mayRead,
    query({}),
    async (c) => {
      const { note, hasKey } = await presentLog(c)
      if (!hasKey) throw new Failure('not_found', 'The archive has no key that signs checkpoints: set LOG_KEY.')
      if (note === null) {
        throw new Failure('busy', 'The log still gets its entries of the rows from before it. Send the request again.')
      }
      return c.body(note, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    },
  )
  .get(
    '/keys',
    describeRoute({
      tag: 'Versions',
      id: 'listLogKeys',
      summary: 'The public keys that signed checkpoints of the log',
      answer: logKeysSchema,
    }),
    mayRead,
    query({}),
    async (c) => hashedJson(c, await logKeysJson(c.var.store)),
  )
