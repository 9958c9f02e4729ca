/** Routes of time travel (RFC 7089) by the address of an article on the web, as Memento clients and aggregators ask for it. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../../failure.ts'
import { mementoHead, mementoHeadView, mementoRows } from '../../../store/read/mementos.ts'
import { articlesAt } from '../../../store/write/addresses.ts'
import { answerTimeGate, answerTimeMap, MOST_MEMENTOS } from '../../answers/time-travel-answer.ts'
import type { App } from '../../context.ts'
import { acceptDatetime, addressesAt, addressesOf, LINK_FORMAT, timeMapSchema } from '../../json/memento.ts'
import { versionSchema } from '../../json/version-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { addressInPath } from '../../request/address-path.ts'
import { found } from '../../request/article-path.ts'
import { param } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { articleUnchanged, notModified } from '../../response/conditional.ts'

const url = z.string().meta({
  description:
    'An address at which the article was read, or one of its aliases, in any form: raw, with its own query, or percent-encoded. The route takes no other parameters',
  example: 'https://demo-desk.example/2025/03/12/kremlin-cease-fire',
})

/** The slug of the article at an address; of several, the one that was seen there last. Throws Failure not_found. */
async function slugAt(c: Context<App>, address: string): Promise<string> {
  const [article] = await articlesAt(c.var.store, address, true)
  if (!article) throw new Failure('not_found', `No article was read at ${address}.`)
  return article.slug
}

/** Under /v1/timegate. */
export const timeGates = new Hono<App>().get(
  '/:url{.+}',
  describeRoute({
    tag: 'Time travel',
    id: 'getTimeGateByAddress',
    summary: 'The TimeGate of an address: redirects to the version at Accept-Datetime',
    answer: versionSchema,
    redirects: true,
    negotiates: true,
    headers: ['VaryDatetime', 'MementoLinks'],
    failures: [404],
  }),
  mayRead,
  param({ url }),
  async (c) => {
    const address = addressInPath(c, '/v1/timegate/')
    const time = acceptDatetime(c.req.header('accept-datetime'))
    const slug = await slugAt(c, address)
    const [row] = await mementoHead(c.var.store, slug, time)
    return answerTimeGate(c, mementoHeadView(found(row, slug)), addressesAt(c, slug, address))
  },
)

/** Answers with the first page of the TimeMap of an address; those behind it have the address of the article's own. */
async function answerAt(c: Context<App>, format: 'link' | 'json') {
  const address = addressInPath(c, `/v1/timemap/${format}/`)
  const slug = await slugAt(c, address)
  const { store } = c.var
  const cached = await articleUnchanged(c, slug, () => [format])
  if (cached) return cached
  const [[row], rows] = await store.batchRead([
    mementoHead(store, slug, null),
    mementoRows(store, slug, undefined, MOST_MEMENTOS + 1),
  ])
  const head = mementoHeadView(found(row, slug))
  const early = notModified(c, head.id, head.revision, format)
  if (early) return early
  const { timemap } = addressesOf(c, head)
  const pageAt = (next: string) => `${timemap}?${new URLSearchParams({ format, cursor: next })}`
  const given = { head, rows, limit: MOST_MEMENTOS, continued: false, pageAt }
  return answerTimeMap(c, given, addressesAt(c, slug, address), format)
}

/** Under /v1/timemap. */
export const timeMaps = new Hono<App>()
  .get(
    '/link/:url{.+}',
    describeRoute({
      tag: 'Time travel',
      id: 'getTimeMapByAddress',
      summary: 'The TimeMap of an address as links: all versions that are not withheld',
      answer: z.string(),
      media: LINK_FORMAT,
      headers: ['PageLink'],
      failures: [404],
    }),
    mayRead,
    param({ url }),
    (c) => answerAt(c, 'link'),
  )
  .get(
    '/json/:url{.+}',
    describeRoute({
      tag: 'Time travel',
      id: 'getTimeMapJsonByAddress',
      summary: 'The TimeMap of an address as JSON',
      answer: timeMapSchema,
      headers: ['PageLink'],
      failures: [404],
    }),
    mayRead,
    param({ url }),
    (c) => answerAt(c, 'json'),
  )
