/** Routes of sources: to whom claims are attributed, in an article and across the archive. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { articleRow } from '../../store/read/articles.ts'
import { versionAsOf } from '../../store/read/last-position.ts'
import { type SourceRow, sourceRows } from '../../store/read/sources.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { param, query } from '../request/input.ts'
import { DEFAULT_LIMIT, fromCursor, type ListFormat, listSchema, listShape, page } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { withinShape, words } from '../request/values.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { articleUnchanged, notModified } from '../response/conditional.ts'
import { answerList } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const sourceSchema = z
  .object({
    id: z.int(),
    kind: z.enum(['named', 'unnamed', 'document']),
    name: z.string(),
    claims: z.int().describe('Claims attributed to it at any version'),
    present_claims: z.int().describe('Claims attributed to it at present'),
    articles: z.int(),
    claims_url: z.string(),
  })
  .meta({ id: 'Source' })

const sourceJson = ({ id, kind, name, claims, present, articles }: SourceRow): z.infer<typeof sourceSchema> => {
  return { id, kind, name, claims, present_claims: present, articles, claims_url: `/v1/claims?source=${id}` }
}

const table = {
  columns: ['id', 'kind', 'name', 'claims', 'present_claims', 'articles'],
  flat: (row: z.infer<typeof sourceSchema>) => row,
}

const filterShape = {
  ...listShape,
  kind: z.enum(['named', 'unnamed', 'document']).optional().meta({ description: 'Sources of this kind' }),
  q: words(200).optional().meta({ description: 'Part of the name', example: 'Peskov' }),
}

function answerSources(c: Context<App>, rows: readonly SourceRow[], limit: number, format: ListFormat | undefined) {
  const { data, next } = page(rows, limit, 'source', (row) => [row.id])
  return answerList(c, { data: data.map(sourceJson), next }, format, table)
}

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
    const { limit = DEFAULT_LIMIT, cursor, format, kind, q } = given
    const asOf = asOfGiven(given)
    const [afterId] = fromCursor('source', { cursor }, 'id') ?? []
    const { store } = c.var
    const cached = await articleUnchanged(c, slug)
    if (cached) return cached
    const [[row], [version], rows] = await store.batchRead([
      articleRow(store, slug),
      versionAsOf(store, slug, asOf ?? NOW),
      sourceRows(store, { slug, asOf, kind, q, afterId, limit: limit + 1 }),
    ])
    const article = found(row, slug)
    refuseAsOf(asOf, version, slug)
    const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
    return early ?? answerSources(c, rows, limit, format)
  },
)

/** Under /v1/sources: across the archive. */
export const allSources = new Hono<App>().get(
  '/',
  describeRoute({ tag: 'Sources', summary: 'The sources of the archive', answer: listSchema(sourceSchema), list: true }),
  mayRead,
  query({ ...filterShape, publication: withinShape.publication }),
  async (c) => {
    const { limit = DEFAULT_LIMIT, cursor, format, kind, q, publication } = c.req.valid('query')
    const [afterId] = fromCursor('source', { cursor }, 'id') ?? []
    return archiveAnswer(
      c,
      's',
      { publication },
      () => [sourceRows(c.var.store, { publication, kind, q, afterId, limit: limit + 1 })],
      ([rows]) => answerSources(c, rows, limit, format),
    )
  },
)
