/** Routes of claims: of an article at any version, one with its history, and across the archive. */
import { Hono } from 'hono'
import { z } from 'zod'
import { KINDS } from '../../core/changes/change.ts'
import { articleRow } from '../../store/read/articles.ts'
import { type ClaimFilter, type ClaimRow, claimRows, claimView } from '../../store/read/claims.ts'
import { versionAsOf } from '../../store/read/last-position.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { CLAIM_STATUSES } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { claimAnswer, claimQueries, oneClaimSchema } from '../answers/claim-answer.ts'
import type { App } from '../context.ts'
import { explain } from '../json/claim-json.ts'
import { claimJson, claimSchema, claimTable } from '../json/claim-list-json.ts'
import { feedLinks } from '../json/feed-formats.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { claimNumber, searchWords, several, share, withinShape, words } from '../request/values.ts'
import { verdicts } from '../request/vocabulary.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerJson, articleUnchanged, notModified } from '../response/conditional.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const filterShape = {
  ...listShape,
  status: several(CLAIM_STATUSES)
    .optional()
    .meta({ description: 'The status of the claim at that version or time; by default any' }),
  source: words(300).optional().meta({ description: 'A source’s id or name', example: 'Dmitri S. Peskov' }),
  verdict: verdicts.optional(),
  kind: several(KINDS).optional().meta({ description: 'Claims that have had a change of one of these kinds' }),
  q: searchWords(200).optional().meta({ description: 'Words of the claim, in the syntax of /v1/search', example: 'studying' }),
  min_check_worthiness: share.optional().meta({ description: 'The lowest check_worthiness' }),
  explain,
  sort: z
    .enum(['number', 'check_worthiness', 'changes'])
    .optional()
    .meta({ description: 'Default: number. The others put the highest first.' }),
}

type Given = z.infer<z.ZodObject<typeof filterShape>>

/** The claims that a query asks for, among those of an article as of a time, or of the archive. */
function claimList(store: Store, given: Given, among: Pick<ClaimFilter, 'slug' | 'asOf' | 'publication'>) {
  const { sort = 'number', status, source, q, verdict: verdicts, kind: kinds, min_check_worthiness: minCheckWorthiness } = given
  const filter = { ...among, sort, status, source, verdicts, kinds, q, minCheckWorthiness }
  return listOf(`claim.${sort}`, ['number', 'id'], given, {
    rows: (after, limit) => claimRows(store, { ...filter, after, limit }),
    key: (row) => [row.key, row.id],
  })
}

const formOf = ({ explain: explained = false }: Given) => ({
  json: (row: ClaimRow) => claimJson(claimView(row), explained),
  table: claimTable(explained),
})

/** Under /v1/articles/{slug}/claims. */
export const articleClaims = new Hono<App>()
  .get(
    '/:slug/claims',
    describeRoute({
      tag: 'Claims',
      summary: 'An article’s claims as of a version or a time',
      answer: listSchema(claimSchema),
      list: true,
      failures: [404, 410],
    }),
    mayRead,
    param({ slug: slugParam }),
    query({ ...filterShape, ...asOfShape }),
    async (c) => {
      const { slug } = c.req.valid('param')
      const given = c.req.valid('query')
      const { store } = c.var
      const asOf = asOfGiven(given)
      const list = claimList(store, given, { slug, asOf })
      const cached = await articleUnchanged(c, slug)
      if (cached) return cached
      const [[row], [version], [named], rows] = await store.batchRead([
        articleRow(store, slug),
        versionAsOf(store, slug, asOf ?? NOW),
        namesExist(store, { source: given.source }),
        list.first(),
      ])
      refuseUnknown({ source: given.source }, named)
      const article = found(row, slug)
      refuseAsOf(asOf, version, slug)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      return early ?? list.answer(c, rows, formOf(given))
    },
  )
  .get(
    '/:slug/claims/:number',
    describeRoute({
      tag: 'Claims',
      summary: 'One claim and all that happened to it, up to a version or a time',
      answer: oneClaimSchema,
      failures: [404, 410],
      headers: ['FeedLinks'],
    }),
    mayRead,
    param({ slug: slugParam, number: claimNumber }),
    query({ explain, ...asOfShape }),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const { explain: explained = false, ...given } = c.req.valid('query')
      const asOf = asOfGiven(given)
      const { store } = c.var
      // The answer also depends on claims of other articles.
      const cached = await articleUnchanged(c, slug, (article) => [String(article.archiveRevision)])
      if (cached) return cached
      const rows = await store.batchRead(claimQueries(store, slug, number, asOf))
      const { article, json } = claimAnswer(rows, { slug, number, asOf, explained })
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision, article.archiveRevision)
      if (early) return early
      c.header('Link', feedLinks(c, `articles/${article.slug}/claims/${number}`).join(', '))
      return answerJson(c, json())
    },
  )

/** Under /v1/claims: across the archive. */
export const allClaims = new Hono<App>().get(
  '/',
  describeRoute({ tag: 'Claims', summary: 'Claims across the archive', answer: listSchema(claimSchema), list: true }),
  mayRead,
  query({ ...filterShape, ...withinShape }),
  async (c) => {
    const given = c.req.valid('query')
    const list = claimList(c.var.store, given, { slug: given.article, publication: given.publication })
    return archiveAnswer(
      c,
      'c',
      given,
      () => [list.first()],
      ([rows]) => list.answer(c, rows, formOf(given)),
    )
  },
)
