/** Routes of time travel (RFC 7089): an article's TimeGate and TimeMap. */
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { mementoHead, mementoHeadView, mementoRows } from '../../store/read/mementos.ts'
import type { App } from '../context.ts'
import {
  acceptDatetime,
  addressesOf,
  LINK_FORMAT,
  mementoLinks,
  rangeOf,
  timeMapJson,
  timeMapSchema,
  timeMapText,
  travelLinks,
} from '../json/memento.ts'
import { versionSchema } from '../json/version-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { originOf } from '../origin.ts'
import { found, refuseWithheld, slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { fromCursor, page } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { wholeNumber } from '../request/values.ts'
import { answerJson, answerText, articleUnchanged, notModified } from '../response/conditional.ts'
import { renamed } from '../response/renamed.ts'

/** Mementos a page: about 150 KB. */
const MOST = 1000

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
      const article = mementoHeadView(found(row, slug))
      const { at, first, last, withheld } = article
      if (at === null) {
        if (withheld) refuseWithheld({ slug: article.slug, number: withheld.number, withheld: withheld.reason })
        throw new Failure('not_found', `"${slug}" has no version yet.`)
      }
      const addresses = addressesOf(c, article)
      const mementos = [['first', first] as const, ['', at] as const, ['last', last] as const]
      c.header('Vary', 'accept-datetime')
      c.header('Link', [...travelLinks(addresses, rangeOf(first, last)), ...mementoLinks(addresses, mementos)].join(', '))
      c.header('Cache-Control', 'no-cache')
      return c.redirect(`${addresses.versions}/${at.number}`, 302)
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
      limit: wholeNumber(MOST)
        .optional()
        .meta({ description: `Mementos a page; default and at most ${MOST}.` }),
      cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
      format: z.enum(['link', 'json']).optional().meta({ description: 'Default: by Accept, links where it asks for neither.' }),
    }),
    async (c) => {
      const { slug } = c.req.valid('param')
      const { limit = MOST, cursor, format: asked } = c.req.valid('query')
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
      const { data, next } = page(rows, limit, 'memento', (memento) => [memento.place])
      const from = rows[limit]
      const url = new URL(c.req.url)
      const self = originOf(c) + url.pathname + url.search
      if (next !== null) url.searchParams.set('cursor', next)
      const map = {
        head,
        mementos: data,
        self,
        next: next !== null && from ? { cursor: next, url: originOf(c) + url.pathname + url.search, from } : null,
        continued: after !== undefined,
      }
      const addresses = addressesOf(c, head)
      if (map.next) c.header('Link', `<${url.pathname}${url.search}>; rel="next"`)
      if (format === 'json') return answerJson(c, timeMapJson(addresses, map))
      return answerText(c, timeMapText(addresses, map), LINK_FORMAT)
    },
  )
