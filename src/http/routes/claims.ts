/** Routes of claims: of an article at any version, one with its history, and across the archive. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { KINDS } from '../../core/changes/change.ts'
import { Failure } from '../../failure.ts'
import { claimsElsewhere } from '../../reading/claims-elsewhere.ts'
import { sameInHeadlineAndLead } from '../../reading/headline-and-lead.ts'
import { articleRow } from '../../store/read/articles.ts'
import { changeRows, changeView } from '../../store/read/changes.ts'
import { type ClaimFilter, type ClaimRow, claimRows, claimView, presenceRows } from '../../store/read/claims.ts'
import { claimsElsewhereRows } from '../../store/read/claims-elsewhere.ts'
import { headlineAndLeadRows } from '../../store/read/headline-and-lead.ts'
import { versionAsOf } from '../../store/read/last-position.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { reviewRows, reviewView } from '../../store/read/reviews.ts'
import { CLAIM_STATUSES } from '../../store/schema.ts'
import type { App } from '../context.ts'
import { changeJson, changeSchema } from '../json/change-json.ts'
import { explain } from '../json/claim-json.ts'
import { claimJson, claimSchema, claimShape, claimTable } from '../json/claim-list-json.ts'
import { joined, relationsIn } from '../json/claim-relations.ts'
import { claimsElsewhereJson, claimsElsewhereSchema } from '../json/claims-elsewhere-json.ts'
import { feedLinks } from '../json/feed-formats.ts'
import { reviewJson, reviewSchema } from '../json/review-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { param, query } from '../request/input.ts'
import { DEFAULT_LIMIT, fromCursor, listSchema, listShape, page } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { claimNumber, searchWords, several, share, withinShape, words } from '../request/values.ts'
import { verdicts } from '../request/vocabulary.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerJson, articleUnchanged, notModified } from '../response/conditional.ts'
import { answerList } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const numbers = z.array(z.int())

const relationsSchema = z.object({
  superseded_by: numbers,
  supersedes: numbers,
  split_from: numbers,
  split_into: numbers,
  merged_into: numbers,
  merged_from: numbers,
  same_as: numbers.describe('The matching claims in the headline and the lead of the last version that has it'),
  also_in: z.array(claimsElsewhereSchema).describe('Matching claims of other articles, with the differences'),
  also_in_more: z.boolean().describe('Whether there are more than these'),
})

const oneSchema = z
  .object({
    ...claimShape,
    presence: z.array(
      z.object({ from: z.int(), to: z.int().nullable().describe('The first version without it; null: it is still present') }),
    ),
    machine_label: z.string().describe('`label` as the engine set it, in the last wording'),
    history: z.array(changeSchema).describe('Its changes in order, with those that people rejected; see `verdict` and `by`'),
    reviews: z.array(reviewSchema).describe('The reviews of it and of its changes, in order'),
    relations: relationsSchema,
  })
  .meta({ id: 'ClaimWithHistory' })

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

function filterOf({ limit = DEFAULT_LIMIT, cursor, sort = 'number', status, source, q, ...given }: Given): ClaimFilter {
  const after = fromCursor(`claim.${sort}`, { cursor }, 'number', 'id')
  const { verdict: verdicts, kind: kinds, min_check_worthiness: minCheckWorthiness } = given
  return { limit: limit + 1, after, sort, status, source, verdicts, kinds, q, minCheckWorthiness }
}

function answerClaims(
  c: Context<App>,
  rows: readonly ClaimRow[],
  { limit, sort }: ClaimFilter,
  { explain: explained = false, format }: Given,
) {
  const { data, next } = page(rows, limit - 1, `claim.${sort}`, (row) => [row.key, row.id])
  return answerList(c, { data: data.map((row) => claimJson(claimView(row), explained)), next }, format, claimTable(explained))
}

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
      const filter = { ...filterOf(given), slug, asOf }
      const cached = await articleUnchanged(c, slug)
      if (cached) return cached
      const [[row], [version], [named], rows] = await store.batchRead([
        articleRow(store, slug),
        versionAsOf(store, slug, asOf ?? NOW),
        namesExist(store, { source: given.source }),
        claimRows(store, filter),
      ])
      refuseUnknown({ source: given.source }, named)
      const article = found(row, slug)
      refuseAsOf(asOf, version, slug)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      return early ?? answerClaims(c, rows, filter, given)
    },
  )
  .get(
    '/:slug/claims/:number',
    describeRoute({
      tag: 'Claims',
      summary: 'One claim and all that happened to it, up to a version or a time',
      answer: oneSchema,
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
      const [[row], [version], [claimRow], presence, trail, openings, elsewhere, reviews] = await store.batchRead([
        articleRow(store, slug),
        versionAsOf(store, slug, asOf ?? NOW),
        claimRows(store, { slug, asOf, number, sort: 'number', limit: 1 }),
        presenceRows(store, slug, number, asOf),
        changeRows(store, { slug, asOf, claim: number, standing: 'or rejected', order: 'trail', limit: -1 }),
        headlineAndLeadRows(store, slug, number, asOf),
        claimsElsewhereRows(store, slug, number, asOf),
        reviewRows(store, { slug, claim: number, limit: -1 }),
      ])
      const article = found(row, slug)
      refuseAsOf(asOf, version, slug)
      if (!claimRow) throw new Failure('not_found', `"${slug}" has no claim ${number}${asOf ? ' then' : ''}.`)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision, article.archiveRevision)
      if (early) return early
      const claim = claimView(claimRow)
      const history = trail.map(changeView)
      const { claims: others, more } = claimsElsewhere(claim, elsewhere)
      c.header('Link', feedLinks(c, `articles/${article.slug}/claims/${number}`).join(', '))
      return answerJson(c, {
        ...claimJson(claim, explained),
        presence: joined(presence),
        machine_label: claim.label,
        history: history.map(changeJson),
        reviews: reviews.map(reviewView).map(reviewJson),
        relations: {
          ...relationsIn(
            history.filter((change) => change.verdict !== 'rejected'),
            reviews.map(reviewView),
            number,
          ),
          same_as: sameInHeadlineAndLead(openings, number),
          also_in: others.map(claimsElsewhereJson),
          also_in_more: more,
        },
      })
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
    const filter = { ...filterOf(given), slug: given.article, publication: given.publication }
    return archiveAnswer(
      c,
      'c',
      given,
      () => [claimRows(c.var.store, filter)],
      ([rows]) => answerClaims(c, rows, filter, given),
    )
  },
)
