/** Routes of articles: the list, one, recording one, changing one. */
import { Hono } from 'hono'
import { articleRow, articleRows, articleView } from '../../store/read/articles.ts'
import { claimRows, claimView } from '../../store/read/claims.ts'
import { articleAsOf, versionAsOf } from '../../store/read/last-position.ts'
import { coverageRow, gapRows } from '../../store/read/stories/coverage.ts'
import type { App } from '../context.ts'
import {
  articleJson,
  articleSchema,
  articleTable,
  articleWithClaimsSchema,
  writtenArticleSchema,
} from '../json/article-json.ts'
import { coverageJson } from '../json/captures/coverage-json.ts'
import { claimBriefJson } from '../json/claim-list-json.ts'
import { feedLinks } from '../json/feed-formats.ts'
import { addressesOf, travelLinks } from '../json/memento.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { body, param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead, requires } from '../request/require-scope.ts'
import { time, webAddress, withinShape, words } from '../request/values.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerJson, articleUnchanged, notModified } from '../response/conditional.ts'
import { idempotent } from '../response/idempotency.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'
import { changeArticle } from '../writes/change-article.ts'
import { newArticle, recordArticle } from '../writes/new-article.ts'

export const articles = new Hono<App>()
  .get(
    '/',
    describeRoute({ tag: 'Articles', summary: 'Articles, newest first', answer: listSchema(articleSchema), list: true }),
    mayRead,
    query({
      ...listShape,
      q: words(200).optional().meta({
        description: 'Words, or parts of them: each stands in the title, the title of a version or the slug',
        example: 'cease-fire',
      }),
      publication: withinShape.publication,
      url: webAddress.optional().meta({
        description:
          'An address at which the article was read, or one of its aliases, in any form: the canonical keys are compared',
        example: 'https://harbour-post.example/ferry-fares?utm_source=feed',
      }),
      changed_since: time.optional().meta({ description: 'A version was captured at that time or later' }),
    }),
    async (c) => {
      const given = c.req.valid('query')
      const { q, publication, url, changed_since: changedSince } = given
      const list = listOf('article', ['id'], given, {
        rows: (after, limit) => articleRows(c.var.store, { q, publication, url, changedSince, below: after?.[0], limit }),
        key: (row) => [row.id],
      })
      return archiveAnswer(
        c,
        'a',
        { publication },
        () => [list.first()],
        ([rows]) => list.answer(c, rows, { json: (row) => articleJson(articleView(row)), table: articleTable }),
      )
    },
  )
  .get(
    '/:slug',
    describeRoute({
      tag: 'Articles',
      summary: 'One article with its present claims, or as of a version or a time',
      answer: articleWithClaimsSchema,
      failures: [404, 410],
      headers: ['MementoLinks'],
    }),
    mayRead,
    param({ slug: slugParam }),
    query(asOfShape),
    async (c) => {
      const { slug } = c.req.valid('param')
      const { store } = c.var
      const asOf = asOfGiven(c.req.valid('query'))
      const cached = await articleUnchanged(c, slug, ({ coverage }) => [coverage])
      if (cached) return cached
      const [[row], [version], [then], claims, [coverage], gaps] = await store.batchRead([
        articleRow(store, slug),
        versionAsOf(store, slug, asOf ?? NOW),
        articleAsOf(store, slug, asOf),
        claimRows(store, { slug, asOf, status: ['present'], sort: 'number', limit: 200 }),
        coverageRow(store, slug),
        gapRows(store, slug),
      ])
      const article = { ...articleView(found(row, slug)), ...(asOf && then) }
      refuseAsOf(asOf, version, slug)
      // The numbers and times of an alias are its own.
      const leadsTo = asOf ? article.slug : (row?.aliasOf ?? article.slug)
      const early = renamed(c, slug, leadsTo) ?? notModified(c, article.id, article.revision, coverage?.state ?? '')
      if (early) return early
      const addresses = addressesOf(c, { slug: article.slug, original: article.urls[0]?.url ?? null })
      c.header('Link', [...travelLinks(addresses), ...feedLinks(c, `articles/${article.slug}`)].join(', '))
      return answerJson(c, {
        ...articleJson(article),
        claims: claims.map((claim) => claimBriefJson(claimView(claim))),
        coverage: asOf ? null : coverageJson(coverage, gaps, article.latestCapturedAt),
      })
    },
  )
  .post(
    '/',
    describeRoute({
      tag: 'Articles',
      summary: 'Record an article',
      answer: writtenArticleSchema,
      status: 201,
      failures: [409, 413, 415, 422, 503],
      keyed: true,
      scope: 'archive:write',
    }),
    requires('archive:write'),
    query({}),
    ...body(newArticle, 64 * 1024, {
      slug: 'ferry-fares-rise',
      title: 'Ferry Fares Rise',
      publication: 'Harbour Post',
      url: 'https://harbour-post.example/ferry-fares',
    }),
    idempotent,
    async (c) => {
      const article = await recordArticle(c, c.req.valid('json'))
      c.header('Location', article.url)
      return c.json(article, 201)
    },
  )
  .patch(
    '/:slug',
    describeRoute({
      tag: 'Articles',
      summary: 'Change metadata or the slug',
      answer: writtenArticleSchema,
      failures: [404, 409, 413, 415, 503],
      scope: 'archive:write',
    }),
    requires('archive:write'),
    param({ slug: slugParam }),
    query({}),
    ...body(newArticle, 64 * 1024, { publication: 'The demo desk' }),
    async (c) => c.json(await changeArticle(c, c.req.valid('param').slug, c.req.valid('json'))),
  )
