/** Routes of watches: list, create, change, remove, and check now. */
import { Hono } from 'hono'
import { z } from 'zod'
import { WATCH_KINDS } from '../../../store/capture-schema.ts'
import { watchesState, watchRows } from '../../../store/captures/watches.ts'
import { removeWatch, watchOf } from '../../../watching/watches.ts'
import type { App } from '../../context.ts'
import { captureJson, captureSchema } from '../../json/captures/capture-json.ts'
import { WATCH_STATES, watchJson, watchSchema, watchTable } from '../../json/captures/watch-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { body, param, query } from '../../request/input.ts'
import { listSchema, listShape } from '../../request/list.ts'
import { mayRead, requires } from '../../request/require-scope.ts'
import { ordinal } from '../../request/values.ts'
import { answerJson, notModified, unchanged } from '../../response/conditional.ts'
import { listOf } from '../../response/list-answer.ts'
import { checkAtOnce, makeWatch, newWatch, patchWatch, watchPatch } from '../../writes/watch-writes.ts'

const SCOPE = 'capture:write'
const MAX_BODY = 64 * 1024

const checkedSchema = z.object({
  watch: watchSchema,
  capture: captureSchema
    .nullable()
    .describe(
      'null: another page of the host is being read, or the host is left alone for its pause; the watch is due at once',
    ),
})

const watchListQuery = {
  ...listShape,
  kind: z.enum(WATCH_KINDS).optional().meta({ description: 'Pages or feeds' }),
  state: z.enum(WATCH_STATES).optional().meta({ description: 'Those in that state' }),
  article: z.string().max(200).optional().meta({ description: 'The slug of an article', example: 'kremlin-cease-fire' }),
  feed: ordinal.optional().meta({ description: 'The watch of a feed: the pages that it named' }),
}

/** Under /v1/watches. */
export const watches = new Hono<App>()
  .get(
    '/',
    describeRoute({
      tag: 'Captures',
      summary: 'Watches, in the order of their creation',
      answer: listSchema(watchSchema),
      list: true,
    }),
    mayRead,
    query(watchListQuery),
    async (c) => {
      const { limit, cursor, format, ...filter } = c.req.valid('query')
      const { store } = c.var
      const list = listOf(
        'watch',
        ['id'],
        { limit, cursor, format },
        {
          rows: (after, most) => watchRows(store, { ...filter, after: after?.[0], limit: most }),
          key: (row) => [row.id],
        },
      )
      const stateOf = ([row]: readonly { state: string }[]) => row?.state ?? ''
      const cached = await unchanged(c, async () => ['w', stateOf(await watchesState(store))])
      if (cached) return cached
      const [state, rows] = await store.batchRead([watchesState(store), list.first()])
      return notModified(c, 'w', stateOf(state)) ?? list.answer(c, rows, { json: watchJson, table: watchTable })
    },
  )
  .get(
    '/:id',
    describeRoute({ tag: 'Captures', summary: 'One watch', answer: watchSchema, failures: [404] }),
    mayRead,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const watch = await watchOf(c.var.store, c.req.valid('param').id)
      return (
        notModified(c, 'w1', watch.id, watch.updatedAt, watch.article ?? '', watch.hub?.updatedAt ?? '') ??
        answerJson(c, watchJson(watch))
      )
    },
  )
  .post(
    '/',
    describeRoute({
      tag: 'Captures',
      summary: 'Watch a page or a feed; it is checked at once, and then ever more seldom while it stays as it is',
      answer: watchSchema,
      status: 201,
      failures: [404, 409, 413, 415, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    query({}),
    ...body(newWatch, MAX_BODY, { url: 'https://harbour-post.example/ferry-fares', publication: 'Harbour Post' }),
    async (c) => {
      const watch = watchJson(await makeWatch(c, c.req.valid('json')))
      c.header('Location', watch.url)
      return c.json(watch, 201)
    },
  )
  .patch(
    '/:id',
    describeRoute({
      tag: 'Captures',
      summary: 'Pause or resume a watch; change its pace, its selectors or its publication',
      answer: watchSchema,
      failures: [404, 413, 415, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    param({ id: ordinal }),
    query({}),
    ...body(watchPatch, MAX_BODY, { every: 3600, paused: false }),
    async (c) => c.json(watchJson(await patchWatch(c, c.req.valid('param').id, c.req.valid('json')))),
  )
  .delete(
    '/:id',
    describeRoute({
      tag: 'Captures',
      summary: 'Watch it no longer; its captures and versions stay',
      answer: z.object({ id: z.int(), removed: z.literal(true) }),
      failures: [404, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      await removeWatch(c.var.store, id)
      return c.json({ id, removed: true } as const)
    },
  )
  .post(
    '/:id/check',
    describeRoute({
      tag: 'Captures',
      id: 'checkWatch',
      summary: 'Check it now, and answer with the capture',
      answer: checkedSchema,
      failures: [404, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const capture = await checkAtOnce(c, id)
      return c.json({ watch: watchJson(await watchOf(c.var.store, id)), capture: capture && captureJson(capture) })
    },
  )
