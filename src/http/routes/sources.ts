/** Routes of sources: to whom claims are attributed, in an article and across the archive. */
import { Hono } from 'hono'
import { articleRow } from '../../store/read/articles.ts'
import { versionAsOf } from '../../store/read/last-position.ts'
import { sourceRows } from '../../store/read/sources.ts'
import {
  sourceFilterShape,
  sourceJson,
  sourceList,
  sourceSchema,
  sourcesShape,
  sourceTable,
} from '../answers/sources-answer.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { articleUnchanged, notModified } from '../response/conditional.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const filterShape = { ...listShape, ...sourceFilterShape }

/** Under /v1/articles/{slug}. */
export const articleSources = new Hono<App>().get(
  '/:slug/sources',
  describeRoute({
    tag: 'Sources',
    summary: 'The sources of an article, as of a version or a time',
    answer: listSchema(sourceSchema),
    list: true,
    failures: [404, 410],
  }),
  mayRead,
  param({ slug: slugParam }),
  query({ ...filterShape, ...asOfShape }),
  async (c) => {
    const { slug } = c.req.valid('param')
    const given = c.req.valid('query')
    const { kind, q } = given
    const asOf = asOfGiven(given)
    const { store } = c.var
    const list = listOf('source', ['id'], given, {
      rows: (after, limit) => sourceRows(store, { slug, asOf, kind, q, afterId: after?.[0], limit }),
      key: (row) => [row.id],
    })
    const cached = await articleUnchanged(c, slug)
    if (cached) return cached
    const [[row], [version], rows] = await store.batchRead([
      articleRow(store, slug),
      versionAsOf(store, slug, asOf ?? NOW),
      list.first(),
    ])
    const article = found(row, slug)
    refuseAsOf(asOf, version, slug)
    const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
    return early ?? list.answer(c, rows, { json: sourceJson, table: sourceTable })
  },
)

/** Under /v1/sources: across the archive. */
export const allSources = new Hono<App>().get(
  '/',
  describeRoute({ tag: 'Sources', summary: 'The sources of the archive', answer: listSchema(sourceSchema), list: true }),
  mayRead,
  query({ ...listShape, ...sourcesShape }),
  async (c) => {
    const given = c.req.valid('query')
    const list = sourceList(c.var.store, given)
    return archiveAnswer(
      c,
      's',
      { publication: given.publication },
      () => [list.first()],
      ([rows]) => list.answer(c, rows, { json: sourceJson, table: sourceTable }),
    )
  },
)
