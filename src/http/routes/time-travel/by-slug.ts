/** Routes of time travel (RFC 7089): an article's TimeGate and TimeMap. */
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { mementoHead, mementoHeadView, mementoRows } from '../../../store/read/mementos.ts'
import { answerTimeGate, answerTimeMap, MOST_MEMENTOS } from '../../answers/time-travel-answer.ts'
import type { App } from '../../context.ts'
import { acceptDatetime, addressesOf, LINK_FORMAT, timeMapSchema } from '../../json/memento.ts'
import { versionSchema } from '../../json/version-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { originOf } from '../../origin.ts'
import { found, slugParam } from '../../request/article-path.ts'
import { param, query } from '../../request/input.ts'
import { fromCursor } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { wholeNumber } from '../../request/values.ts'
import { articleUnchanged, notModified } from '../../response/conditional.ts'
import { renamed } from '../../response/renamed.ts'

export const timeTravel = new Hono<App>()
  .get(
    '/:slug/timegate',
    describeRoute({
      tag: 'Time travel',
      summary: 'The TimeGate: redirects to the version at Accept-Datetime',
      answer: versionSchema,
      redirects: true,
      negotiates: true,
      headers: ['VaryDatetime', 'MementoLinks'],
      failures: [404, 410],
    }),
    mayRead,
    param({ slug: slugParam }),
    query({}),
    async (c) => {
      const { slug } = c.req.valid('param')
      const [row] = await mementoHead(c.var.store, slug, acceptDatetime(c.req.header('accept-datetime')))
      const head = mementoHeadView(found(row, slug))
      return answerTimeGate(c, head, addressesOf(c, head))
    },
  )
  .get(
    '/:slug/timemap',
    describeRoute({
      tag: 'Time travel',
      summary: 'The TimeMap: all versions that are not withheld, as links or as JSON',
      answer: timeMapSchema,
      texts: [LINK_FORMAT],
      headers: ['VaryAccept', 'PageLink'],
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam }),
    query({
      limit: wholeNumber(MOST_MEMENTOS)
        .optional()
        .meta({ description: `Mementos a page; default and at most ${MOST_MEMENTOS}.` }),
      cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
      format: z.enum(['link', 'json']).optional().meta({ description: 'Default: by Accept, links where it asks for neither.' }),
    }),
    async (c) => {
      const { slug } = c.req.valid('param')
      const { limit = MOST_MEMENTOS, cursor, format: asked } = c.req.valid('query')
      const [after] = fromCursor('memento', { cursor }, 'string') ?? []
      const { store } = c.var
      const supports = [LINK_FORMAT, 'application/json']
      const format =
        asked ?? (accepts(c, { header: 'Accept', supports, default: LINK_FORMAT }) === LINK_FORMAT ? 'link' : 'json')
      c.header('Vary', 'Accept')
      const cached = await articleUnchanged(c, slug, () => [format])
      if (cached) return cached
      const [[row], rows] = await store.batchRead([mementoHead(store, slug, null), mementoRows(store, slug, after, limit + 1)])
      const head = mementoHeadView(found(row, slug))
      const early = renamed(c, slug, head.slug) ?? notModified(c, head.id, head.revision, format)
      if (early) return early
      const pageAt = (next: string) => {
        const url = new URL(c.req.url)
        url.searchParams.set('cursor', next)
        return originOf(c) + url.pathname + url.search
      }
      const given = { head, rows, limit, continued: after !== undefined, pageAt }
      return answerTimeMap(c, given, addressesOf(c, head), format)
    },
  )
