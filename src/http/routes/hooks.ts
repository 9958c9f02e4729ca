/** Routes of hooks: create (its secret is shown once), change, remove, replace the secret, ping, and the delivery log. */
import { Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { ping } from '../../hooks/deliver.ts'
import { rotateSecret } from '../../hooks/hooks.ts'
import { DELIVERY_STATUSES } from '../../store/hook-schema.ts'
import { deliveryRows } from '../../store/hooks/deliveries.ts'
import { hookRows } from '../../store/hooks/hooks.ts'
import { hookWording } from '../chat/chat-messages.ts'
import type { App } from '../context.ts'
import { deliveryJson, deliverySchema, deliveryTable, hookJson, hookSchema, hookShape, hookTable } from '../json/hook-json.ts'
import { describeRoute, type RouteDoc } from '../openapi/describe-route.ts'
import { originOf } from '../origin.ts'
import { body, param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { requiresAndReads } from '../request/require-scope.ts'
import { ordinal, several } from '../request/values.ts'
import { listOf } from '../response/list-answer.ts'
import { changedHook, hookAt, makeHook, newHook, patchHook, withoutHook } from '../writes/hook-writes.ts'

const newHookSchema = z
  .object({ secret: z.string().describe('Shown only here; verifies the signatures'), ...hookShape })
  .meta({ id: 'NewHook' })

const SCOPE = 'hooks:write'
/** A hook receives text of the archive, so its owner needs the right to read. */
const mayManage = requiresAndReads(SCOPE)
const MAX_BODY = 64 * 1024

/** The description of a route that this scope opens. */
const hookRoute = (doc: Omit<RouteDoc, 'tag' | 'scope' | 'reads'>) =>
  describeRoute({ tag: 'Hooks', scope: SCOPE, reads: true, headers: ['NoStore'], ...doc })

/** Under /v1/hooks. No answer may be cached. */
export const hooks = new Hono<App>()
  .use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  .post(
    '/',
    hookRoute({
      summary: 'Create a hook; its secret is shown once; an archive has at most 1,000 hooks',
      answer: newHookSchema,
      status: 201,
      failures: [409, 413, 415, 503],
    }),
    mayManage,
    query({}),
    ...body(newHook, MAX_BODY, {
      url: 'https://desk.example/claimtrail',
      description: 'The desk',
      filters: { kind: ['softened', 'withdrawn'] },
    }),
    async (c) => {
      const { secret, hook } = await makeHook(c, c.req.valid('json'))
      c.header('Location', `/v1/hooks/${hook.id}`)
      return c.json({ secret, ...hookJson(hook) }, 201)
    },
  )
  .get(
    '/',
    hookRoute({ summary: 'All hooks, without their secrets', answer: listSchema(hookSchema), list: true }),
    mayManage,
    query(listShape),
    async (c) => {
      const list = listOf('hook', ['id'], c.req.valid('query'), {
        rows: (after, limit) => hookRows(c.var.store, { after: after?.[0], limit }),
        key: (hook) => [hook.id],
      })
      return list.answer(c, await list.first(), { json: hookJson, table: hookTable })
    },
  )
  .get(
    '/:id',
    hookRoute({ summary: 'One hook', answer: hookSchema, failures: [404] }),
    mayManage,
    param({ id: ordinal }),
    query({}),
    async (c) => c.json(hookJson(await hookAt(c, c.req.valid('param').id))),
  )
  .patch(
    '/:id',
    hookRoute({
      summary: 'Change its address, format, rhythm and filters; enable or disable it; move it to another position in the feed',
      answer: hookSchema,
      failures: [404, 413, 415, 503],
    }),
    mayManage,
    param({ id: ordinal }),
    query({}),
    ...body(changedHook, MAX_BODY, {
      filters: { zone: 'headline' },
      enabled: true,
    }),
    async (c) => c.json(hookJson(await patchHook(c, c.req.valid('param').id, c.req.valid('json')))),
  )
  .delete(
    '/:id',
    hookRoute({
      summary: 'Remove a hook and its log',
      answer: z.object({ id: z.int(), removed: z.literal(true) }),
      failures: [404, 503],
    }),
    mayManage,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      await withoutHook(c, id)
      return c.json({ id, removed: true } as const)
    },
  )
  .post(
    '/:id/secret',
    hookRoute({
      id: 'rotateHookSecret',
      summary:
        'Replace its secret; the new one is shown once, and the previous one signs too for a day, during which there is no third',
      answer: z.object({ id: z.int(), secret: z.string(), previous_secret_until: z.string() }),
      failures: [404, 409, 503],
    }),
    mayManage,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const { secret, until } = await rotateSecret(c.var.store, id, c.var.clock())
      return c.json({ id, secret, previous_secret_until: until })
    },
  )
  .post(
    '/:id/test',
    hookRoute({
      id: 'pingHook',
      summary: 'Send a ping once, and return the outcome',
      answer: deliverySchema,
      failures: [404, 503],
    }),
    mayManage,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id: hook } = c.req.valid('param')
      const { store, post, clock, config } = c.var
      const wording = hookWording(originOf(c))
      const id = await ping({ store, post, clock, wording, anywhere: config.privateHooks === true }, hook)
      if (id === null) throw new Failure('not_found', `There is no hook ${hook}.`)
      const [row] = await deliveryRows(store, { hook, id, limit: 1 })
      if (!row) throw new Failure('not_found', `Hook ${hook} was removed meanwhile.`)
      return c.json(deliveryJson(row))
    },
  )
  .get(
    '/:id/deliveries',
    hookRoute({
      summary: 'The deliveries to it, newest first',
      answer: listSchema(deliverySchema),
      list: true,
      failures: [404],
    }),
    mayManage,
    param({ id: ordinal }),
    query({ ...listShape, status: several(DELIVERY_STATUSES).optional().meta({ description: 'One of these' }) }),
    async (c) => {
      const { id: hook } = c.req.valid('param')
      const given = c.req.valid('query')
      const { store } = c.var
      const list = listOf('delivery', ['id'], given, {
        rows: (after, limit) => deliveryRows(store, { hook, statuses: given.status, below: after?.[0], limit }),
        key: (delivery) => [delivery.id],
      })
      const [[row], rows] = await store.batchRead([hookRows(store, { id: hook, limit: 1 }), list.first()])
      if (!row) throw new Failure('not_found', `There is no hook ${hook}.`)
      return list.answer(c, rows, { json: deliveryJson, table: deliveryTable })
    },
  )
