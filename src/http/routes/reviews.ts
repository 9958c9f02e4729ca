/** Routes of reviews: recording one of a claim or a change, and the lists of a claim, an article and the archive. */
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Failure } from '../../failure.ts'
import type { MadeReview } from '../../reviews/review.ts'
import { archiveRevision, articleRow } from '../../store/read/articles.ts'
import { claimRows } from '../../store/read/claims.ts'
import { type ReviewFilter, reviewRows, reviewView } from '../../store/read/reviews.ts'
import { REVIEW_ACTIONS } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { App } from '../context.ts'
import { madeReviewJson, madeReviewSchema, reviewJson, reviewSchema, reviewTable } from '../json/review-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { bodyAs, param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead, requires } from '../request/require-scope.ts'
import { newClaim, newReview, reviewInput } from '../request/review-body.ts'
import { claimNumber, ordinal, several, time, withinShape, words } from '../request/values.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerJson, archiveUnchanged, articleUnchanged, notModified } from '../response/conditional.ts'
import { idempotent } from '../response/idempotency.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'
import { makeReview } from '../writes/make-review.ts'

const filterShape = {
  ...listShape,
  action: several(REVIEW_ACTIONS).optional().meta({ description: 'One of these' }),
  reviewer: words(200)
    .optional()
    .meta({ description: 'The name of a token; one that reviewed nothing has an empty list', example: 'desk' }),
  since: time.optional().meta({ description: 'Recorded at that time or later' }),
}

type Given = z.infer<z.ZodObject<typeof filterShape>>

/** The reviews that a query asks for, among those of an article, of a claim, or of the archive. */
function reviewList(store: Store, given: Given, among: Pick<ReviewFilter, 'slug' | 'claim'>) {
  const { limit, cursor, format, action: actions, reviewer, since } = given
  return listOf(
    'review',
    ['id'],
    { limit, cursor, format },
    {
      rows: (after, most) => reviewRows(store, { ...among, actions, reviewer, since, after: after?.[0], limit: most }),
      key: (row) => [row.id],
    },
  )
}

type Row = Awaited<ReturnType<typeof reviewRows>>[number]

const form = { json: (row: Row) => reviewJson(reviewView(row)), table: reviewTable }

function answerMade(c: Context<App>, made: MadeReview) {
  const answer = madeReviewJson(made)
  c.header('Location', answer.url)
  return c.json(answer, 201)
}

/** Under /v1/articles/{slug}. */
export const articleReviews = new Hono<App>()
  .get(
    '/:slug/reviews',
    describeRoute({
      tag: 'Reviews',
      summary: 'The reviews of an article’s claims, in order',
      answer: listSchema(reviewSchema),
      list: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam }),
    query(filterShape),
    async (c) => {
      const { slug } = c.req.valid('param')
      const given = c.req.valid('query')
      const { store } = c.var
      const list = reviewList(store, given, { slug })
      const cached = await articleUnchanged(c, slug)
      if (cached) return cached
      const [[row], rows] = await store.batchRead([articleRow(store, slug), list.first()])
      const article = found(row, slug)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      return early ?? list.answer(c, rows, form)
    },
  )
  .post(
    '/:slug/reviews',
    describeRoute({
      tag: 'Reviews',
      summary: 'Add a claim that was missed',
      answer: madeReviewSchema,
      status: 201,
      failures: [404, 409, 410, 413, 415, 422, 503],
      keyed: true,
      scope: 'review:write',
    }),
    requires('review:write'),
    param({ slug: slugParam }),
    query({}),
    ...bodyAs(newClaim, 64 * 1024),
    idempotent,
    async (c) => answerMade(c, await makeReview(c, c.req.valid('param').slug, null, reviewInput(c.req.valid('json')))),
  )
  .get(
    '/:slug/claims/:number/reviews',
    describeRoute({
      tag: 'Reviews',
      summary: 'The reviews of a claim and of its changes, in order',
      answer: listSchema(reviewSchema),
      list: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam, number: claimNumber }),
    query(filterShape),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const given = c.req.valid('query')
      const { store } = c.var
      const list = reviewList(store, given, { slug, claim: number })
      const cached = await articleUnchanged(c, slug)
      if (cached) return cached
      const [[row], [claim], rows] = await store.batchRead([
        articleRow(store, slug),
        claimRows(store, { slug, number, sort: 'number', limit: 1 }),
        list.first(),
      ])
      const article = found(row, slug)
      if (!claim) throw new Failure('not_found', `"${slug}" has no claim ${number}.`)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      return early ?? list.answer(c, rows, form)
    },
  )
  .post(
    '/:slug/claims/:number/reviews',
    describeRoute({
      tag: 'Reviews',
      summary: 'Review a claim or one of its changes',
      answer: madeReviewSchema,
      status: 201,
      failures: [404, 409, 410, 413, 415, 422, 503],
      keyed: true,
      scope: 'review:write',
    }),
    requires('review:write'),
    param({ slug: slugParam, number: claimNumber }),
    query({}),
    ...bodyAs(newReview, 64 * 1024),
    idempotent,
    async (c) => {
      const { slug, number } = c.req.valid('param')
      return answerMade(c, await makeReview(c, slug, number, reviewInput(c.req.valid('json'))))
    },
  )

/** Under /v1/reviews: across the archive. */
export const allReviews = new Hono<App>()
  .get(
    '/',
    describeRoute({ tag: 'Reviews', summary: 'Reviews across the archive', answer: listSchema(reviewSchema), list: true }),
    mayRead,
    query({ ...filterShape, article: withinShape.article }),
    async (c) => {
      const given = c.req.valid('query')
      const { article } = given
      const list = reviewList(c.var.store, given, { slug: article })
      return archiveAnswer(
        c,
        'r',
        { article },
        () => [list.first()],
        ([rows]) => list.answer(c, rows, form),
      )
    },
  )
  .get(
    '/:id',
    describeRoute({ tag: 'Reviews', summary: 'One review', answer: reviewSchema, failures: [404] }),
    mayRead,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const { store } = c.var
      const cached = await archiveUnchanged(c, 'r')
      if (cached) return cached
      const [[archive], [row]] = await store.batchRead([archiveRevision(store), reviewRows(store, { id, limit: 1 })])
      if (!row) throw new Failure('not_found', `There is no review ${id}.`)
      return notModified(c, 'r', archive?.revision ?? 0) ?? answerJson(c, reviewJson(reviewView(row)))
    },
  )
