/** The routes of checkpoints: signed statements of how large the log is and what its root is, and the keys that signed them. */
import { Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../../failure.ts'
import { signedCheckpoint } from '../../../log/checkpoint.ts'
import { isLogWhole } from '../../../store/log/is-log-whole.ts'
import { logKeys, recordKey } from '../../../store/log/keys.ts'
import { logSize, rootAt } from '../../../store/log/tree.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { hashedJson } from '../../response/conditional.ts'

const keysSchema = z
  .object({
    keys: z
      .array(
        z.object({
          key: z.string().describe('The public key, as C2SP signed-note writes it: NAME+HASH+BASE64'),
          since: z.string(),
          position: z.int().nullable().describe('The entry of the log that tells of it'),
        }),
      )
      .describe('In the order in which they signed: the last one signs'),
  })
  .meta({ id: 'LogKeys' })

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
      const { store, clock } = c.var
      const signer = await c.var.signer()
      if (!signer) throw new Failure('not_found', 'The archive has no key that signs checkpoints: set LOG_KEY.')
      if (!(await isLogWhole(store))) {
        throw new Failure('busy', 'The log still gets its entries of the rows from before it. Send the request again.')
      }
      await recordKey(store, signer.verifier, new Date(clock()).toISOString())
      const size = await logSize(store)
      const note = await signedCheckpoint({ size, root: await rootAt(store, size) }, signer)
      return c.body(note, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    },
  )
  .get(
    '/keys',
    describeRoute({
      tag: 'Versions',
      id: 'listLogKeys',
      summary: 'The public keys that signed checkpoints of the log',
      answer: keysSchema,
    }),
    mayRead,
    query({}),
    async (c) => {
      const keys = await logKeys(c.var.store)
      return hashedJson(c, { keys: keys.map(({ key, since, position }) => ({ key, since, position })) })
    },
  )
