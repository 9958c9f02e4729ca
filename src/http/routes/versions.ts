/** Routes of versions: the list, one with its claims, the one at a time, recording one. */
import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { Failure } from '../../failure.ts'
import { articleRow } from '../../store/read/articles.ts'
import { versionAt } from '../../store/read/last-position.ts'
import { versionRows } from '../../store/read/lists/version-lists.ts'
import { versionState } from '../../store/read/versions.ts'
import type { App } from '../context.ts'
import { JSON_LD, newsArticleSchema } from '../json/json-ld.ts'
import { outcomeJson, outcomeSchema } from '../json/outcome-json.ts'
import { versionAnswer, versionQuery } from '../json/version-answer.ts'
import { versionListJson, versionListSchema, versionSchema, versionTable } from '../json/version-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { bodyAs, param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { callerReads, mayRead, requires } from '../request/require-scope.ts'
import { ordinal, time } from '../request/values.ts'
import { answerJson, answerText, articleUnchanged, notModified, unchanged } from '../response/conditional.ts'
import { idempotent } from '../response/idempotency.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'
import { MOST_SENT, recordSent, sentVersion } from '../writes/new-page.ts'
import { statusOf } from '../writes/new-version.ts'

export const versions = new Hono<App>()
  .get(
    '/:slug/versions',
    describeRoute({
      tag: 'Versions',
      summary: 'An article’s versions, in order',
      answer: listSchema(versionListSchema),
      list: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam }),
    query(listShape),
    async (c) => {
      const { slug } = c.req.valid('param')
      const { store } = c.var
      const list = listOf('version', ['string'], c.req.valid('query'), {
        rows: (after, limit) => versionRows(store, slug, after?.[0], limit),
        key: (version) => [version.place],
      })
      const cached = await articleUnchanged(c, slug)
      if (cached) return cached
      const [[row], rows] = await store.batchRead([articleRow(store, slug), list.first()])
      const article = found(row, slug)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      if (early) return early
      return list.answer(c, rows, { json: versionListJson, table: versionTable })
    },
  )
  .get(
    '/:slug/versions/latest',
    describeRoute({
      tag: 'Versions',
      id: 'getLatestVersion',
      summary: 'Redirects to the latest version',
      answer: versionSchema,
      redirects: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam }),
    query(versionQuery),
    (c) => redirectToVersionAt(c, c.req.valid('param').slug, null),
  )
  .get(
    '/:slug/versions/at/:time',
    describeRoute({
      tag: 'Versions',
      id: 'getVersionAt',
      summary: 'Redirects to the version at a time',
      answer: versionSchema,
      redirects: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam, time }),
    query(versionQuery),
    (c) => redirectToVersionAt(c, c.req.valid('param').slug, c.req.valid('param').time),
  )
  .get(
    '/:slug/versions/:number',
    describeRoute({
      tag: 'Versions',
      summary: 'One version: text, times, hashes, claims with spans; by Accept as schema.org NewsArticle (JSON-LD)',
      answer: versionSchema,
      failures: [404, 410],
      others: { [JSON_LD]: newsArticleSchema },
      headers: ['VaryAccept', 'MementoLinks', 'MementoDatetime'],
    }),
    mayRead,
    param({ slug: slugParam, number: ordinal }),
    query(versionQuery),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const supports = ['application/json', JSON_LD]
      const type = accepts(c, { header: 'Accept', supports, default: 'application/json' })
      c.header('Vary', 'Accept')
      const cached = await unchanged(c, async () => {
        const now = await versionState(c.var.store, slug, number)
        return now?.slug === slug && now.withheld === null ? ['v', now.state, type] : null
      })
      if (cached) return cached
      const answer = await versionAnswer(c, slug, number, c.req.valid('query'))
      const early = renamed(c, slug, answer.slug) ?? notModified(c, 'v', answer.state, type)
      if (early) return early
      for (const [name, value] of Object.entries(answer.headers)) c.header(name, value)
      if (type === JSON_LD) return answerText(c, JSON.stringify(await answer.jsonLd()), JSON_LD)
      return answerJson(c, answer.json())
    },
  )
  .post(
    '/:slug/versions',
    describeRoute({
      tag: 'Versions',
      summary: 'Record a version, as a text or as a page; 200 if the text is the same as that of the version before it',
      answer: outcomeSchema,
      status: 201,
      also: [200],
      failures: [404, 409, 410, 413, 415, 422, 503],
      keyed: true,
      scope: 'archive:write',
    }),
    requires('archive:write'),
    param({ slug: slugParam }),
    query({}),
    ...bodyAs(
      sentVersion.meta({
        example: {
          title: 'Ferry Fares Rise',
          byline: 'By Ada Moreno',
          body: 'Fares will rise by 10 percent in May, the ferry operator said.\n\nThe council may object.',
          url: 'https://harbour-post.example/ferry-fares',
          captured_at: '2025-03-20T12:05:00Z',
          published_at: '2025-03-20T11:50:00Z',
        },
      }),
      MOST_SENT,
    ),
    idempotent,
    async (c) => {
      const { slug } = c.req.valid('param')
      const outcome = await recordSent(c, slug, c.req.valid('json'))
      const answer = outcomeJson(outcome, callerReads(c))
      c.header('Location', answer.version.url)
      return c.json(answer, statusOf(outcome))
    },
  )

async function redirectToVersionAt(c: Context<App>, slug: string, at: string | null): Promise<Response> {
  const article = found(await versionAt(c.var.store, slug, at), slug)
  if (article.number === null) throw new Failure('not_found', `"${slug}" has no version${at ? ` from ${at} or before` : ''}.`)
  c.header('Cache-Control', 'no-cache')
  return c.redirect(`/v1/articles/${article.slug}/versions/${article.number}${new URL(c.req.url).search}`, 302)
}
