/** Routes of tokens: making one (shown once), the list without secrets, revoking one. */
import { Hono } from 'hono'
import { z } from 'zod'
import { listTokens, revokeToken, type TokenInfo } from '../../auth/bearer-tokens.ts'
import { Failure } from '../../failure.ts'
import { SCOPES } from '../../settings/scopes.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { body, param, query } from '../request/input.ts'
import { listSchema } from '../request/list.ts'
import { requires } from '../request/require-scope.ts'
import { ordinal } from '../request/values.ts'
import { makeToken, newToken } from '../writes/new-token.ts'

const shape = {
  id: z.int(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  created_at: z.string(),
  revoked_at: z.string().nullable(),
  expires_at: z.string().nullable().describe('null: it does not end by itself.'),
  last_used_at: z.string().nullable().describe('To the hour or so.'),
}
const tokenSchema = z.object(shape).meta({ id: 'Token' })
const madeSchema = z.object({ token: z.string().describe('Shown only here'), ...shape }).meta({ id: 'NewToken' })

function tokenJson(token: TokenInfo): z.infer<typeof tokenSchema> {
  return {
    id: token.id,
    name: token.name,
    scopes: [...token.scopes],
    created_at: token.createdAt,
    revoked_at: token.revokedAt,
    expires_at: token.expiresAt,
    last_used_at: token.lastUsedAt,
  }
}

export const tokens = new Hono<App>()
  .post(
    '/',
    describeRoute({
      tag: 'Tokens',
      summary: 'Make a token; it is shown once',
      answer: madeSchema,
      headers: ['NoStore'],
      located: false,
      status: 201,
      failures: [413, 415, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    query({}),
    ...body(newToken, 64 * 1024, {
      name: 'desk',
      scopes: ['archive:write'],
    }),
    async (c) => {
      const { token, info } = await makeToken(c, c.req.valid('json'))
      c.header('Cache-Control', 'no-store')
      return c.json({ token, ...tokenJson(info) }, 201)
    },
  )
  .get(
    '/',
    describeRoute({
      tag: 'Tokens',
      summary: 'All tokens, without their secrets',
      answer: listSchema(tokenSchema),
      headers: ['NoStore'],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    query({}),
    async (c) => {
      c.header('Cache-Control', 'no-store')
      return c.json({ data: (await listTokens(c.var.store)).map(tokenJson), next: null })
    },
  )
  .delete(
    '/:id',
    describeRoute({
      tag: 'Tokens',
      summary: 'Revoke a token',
      answer: z.object({ id: z.int(), revoked: z.literal(true) }),
      failures: [404, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const revoked = await revokeToken(c.var.store, id, new Date(c.var.clock()).toISOString())
      if (!revoked) throw new Failure('not_found', `There is no token ${id} that could be revoked.`)
      return c.json({ id, revoked: true } as const)
    },
  )
