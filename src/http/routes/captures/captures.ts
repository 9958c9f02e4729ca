/** Routes of captures: every try to read a page, of the archive and of an article; and the bytes that came. */
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Failure } from '../../../failure.ts'
import { captureRows, capturesState } from '../../../store/captures/captures.ts'
import { findArticle } from '../../../store/read/articles.ts'
import { OUTCOMES } from '../../../watching/outcomes.ts'
import type { App } from '../../context.ts'
import { captureJson, captureSchema, captureTable } from '../../json/captures/capture-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { found, slugParam } from '../../request/article-path.ts'
import { param, query } from '../../request/input.ts'
import { listSchema, listShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { flag, fromTime, ordinal, several, webAddress } from '../../request/values.ts'
import { answerJson, notModified, unchanged } from '../../response/conditional.ts'
import { listOf } from '../../response/list-answer.ts'
import { renamed } from '../../response/renamed.ts'

const captureQuery = {
  ...listShape,
  outcome: several(OUTCOMES).optional().meta({ description: 'One of these' }),
  good: flag.optional().meta({ description: 'Those that read what they were sent for; false: the others' }),
  watch: ordinal.optional().meta({ description: 'Those of one watch' }),
  address: webAddress.optional().meta({
    description: 'Those of this address, as it was asked',
    example: 'https://harbour-post.example/ferry-fares',
  }),
  since: fromTime.optional().meta({ description: 'Captured at that time or later' }),
}

type CaptureQuery = z.output<z.ZodObject<typeof captureQuery>>

async function answerCaptures(c: Context<App>, given: CaptureQuery, article?: string) {
  const { limit, cursor, format, outcome: outcomes, good, watch, address, since } = given
  const { store } = c.var
  const list = listOf(
    'capture',
    ['id'],
    { limit, cursor, format },
    {
      rows: (after, most) =>
        captureRows(store, { article, outcomes, good, watch, address, since, below: after?.[0], limit: most }),
      key: (row) => [row.id],
    },
  )
  const stateOf = ([row]: readonly { state: string }[]) => row?.state ?? ''
  const cached = await unchanged(c, async () => ['c', article ?? '', stateOf(await capturesState(store))])
  if (cached) return cached
  const [state, rows] = await store.batchRead([capturesState(store), list.first()])
  const early = notModified(c, 'c', article ?? '', stateOf(state))
  return early ?? list.answer(c, rows, { json: captureJson, table: captureTable })
}

/** Under /v1/captures. */
export const allCaptures = new Hono<App>()
  .get(
    '/',
    describeRoute({
      tag: 'Captures',
      summary: 'Every try to read a page or a feed, the last first; also those that found nothing',
      answer: listSchema(captureSchema),
      list: true,
    }),
    mayRead,
    query(captureQuery),
    (c) => answerCaptures(c, c.req.valid('query')),
  )
  .get(
    '/:id',
    describeRoute({ tag: 'Captures', summary: 'One capture', answer: captureSchema, failures: [404] }),
    mayRead,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const [row] = await captureRows(c.var.store, { id, limit: 1 })
      if (!row) throw new Failure('not_found', `There is no capture ${id}.`)
      return notModified(c, 'c1', id, row.article ?? '') ?? answerJson(c, captureJson(row))
    },
  )

/** Under /v1/articles. */
export const articleCaptures = new Hono<App>().get(
  '/:slug/captures',
  describeRoute({
    tag: 'Captures',
    summary: 'Every try to read an article, the last first; also those that found nothing',
    answer: listSchema(captureSchema),
    list: true,
    failures: [404],
  }),
  mayRead,
  param({ slug: slugParam }),
  query(captureQuery),
  async (c) => {
    const { slug } = c.req.valid('param')
    const article = found(await findArticle(c.var.store, slug), slug)
    return renamed(c, slug, article.slug) ?? answerCaptures(c, c.req.valid('query'), slug)
  },
)
