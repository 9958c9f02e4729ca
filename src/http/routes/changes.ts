/** Routes of changes: of an article, between any two of its versions, one by id, and the feed of the archive. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Failure, invalid } from '../../failure.ts'
import { changesBetween } from '../../reading/compare-versions.ts'
import { archiveRevision, articleRow } from '../../store/read/articles.ts'
import { changeRows, changeView, lastChange } from '../../store/read/changes.ts'
import { versionAsOf } from '../../store/read/last-position.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { type LatestFilter, latestChanges } from '../../store/read/stories/latest-changes.ts'
import { withheldOfChange } from '../../store/write/withholdings.ts'
import { LATEST_KEY, latestFilter, latestKey, latestSort, periodOf, periodShape } from '../answers/latest-changes-answer.ts'
import type { App } from '../context.ts'
import { changeJson, changeSchema, changeTable, recordedJson, recordedSchema } from '../json/change-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, refuseWithheld, slugParam } from '../request/article-path.ts'
import { asOfGiven, asOfShape, NOW, refuseAsOf } from '../request/as-of.ts'
import { archiveFilterShape, changeFilterOf, changeFilterShape, matches, refuseUnknown } from '../request/change-filter.ts'
import { param, query } from '../request/input.ts'
import { listSchema, listShape, refuseTwoStarts, sinceShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { ordinal } from '../request/values.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { answerJson, archiveUnchanged, articleUnchanged, notModified } from '../response/conditional.ts'
import { answerList, listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const articleQuery = {
  ...listShape,
  ...changeFilterShape,
  ...asOfShape,
  from: ordinal.optional().meta({ description: 'With `to`: folded between any two versions', example: 1 }),
  to: ordinal.optional().meta({ description: 'With `from`', example: 4 }),
  since_version: ordinal.optional().meta({ description: 'Folded between this version and the latest', example: 1 }),
}

type ArticleQuery = z.infer<z.ZodObject<typeof articleQuery>>

/** The two versions between which changes are folded, or null. Throws Failure invalid where the parameters exclude each other. */
function foldedRange(given: ArticleQuery): { first: number; last: number | 'latest' } | null {
  const { from, to, since_version: since } = given
  if (since !== undefined && (from !== undefined || to !== undefined))
    throw invalid('query.since_version', 'goes without from and to')
  if ((from === undefined) !== (to === undefined))
    throw invalid(from === undefined ? 'query.from' : 'query.to', 'give both from and to')
  asOfGiven(given)
  const first = from ?? since
  if (first === undefined) return null
  for (const name of ['source', 'verdict', 'version', 'at'] as const) {
    if (given[name] !== undefined) throw invalid(`query.${name}`, 'is not taken with from, to or since_version')
  }
  for (const name of ['cursor', 'limit'] as const) {
    if (given[name] !== undefined) throw invalid(`query.${name}`, 'a folded answer has one page')
  }
  return { first, last: to ?? 'latest' }
}

/** Answers with the changes between two versions, all on one page. */
async function answerFolded(
  c: Context<App>,
  slug: string,
  { first, last }: { first: number; last: number | 'latest' },
  given: ArticleQuery,
) {
  const between = await changesBetween(c.var.store, slug, first, last)
  const early = renamed(c, slug, between.slug) ?? notModified(c, between.articleId, between.revision)
  if (early) return early
  const data = between.changes.filter(matches(given)).map(changeJson)
  return answerList(c, { data, next: null }, given.format, changeTable)
}

/** Answers with a page of the changes of an article in order, up to a version or a time. */
async function answerTrail(c: Context<App>, slug: string, given: ArticleQuery) {
  const { source } = given
  const { store } = c.var
  const asOf = asOfGiven(given)
  const filter = { ...changeFilterOf(given), slug, asOf, standing: true, order: 'trail' } as const
  const list = listOf('trail', ['string', 'id'], given, {
    rows: (afterPlace, limit) => changeRows(store, { ...filter, afterPlace, limit }),
    key: (change) => [change.place, change.id],
  })
  const [[row], [version], [names], rows] = await store.batchRead([
    articleRow(store, slug),
    versionAsOf(store, slug, asOf ?? NOW),
    namesExist(store, { source }),
    list.first(),
  ])
  const article = found(row, slug)
  refuseUnknown({ source }, names)
  refuseAsOf(asOf, version, slug)
  const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
  return early ?? list.answer(c, rows, { json: (change) => changeJson(changeView(change)), table: changeTable })
}

/** Under /v1/articles/{slug}/changes. */
export const articleChanges = new Hono<App>().get(
  '/:slug/changes',
  describeRoute({
    tag: 'Changes',
    summary:
      'An article’s changes in order, up to a version or a time; with `from` and `to` or `since_version`, folded between two versions',
    answer: listSchema(changeSchema),
    list: true,
    failures: [404, 410],
  }),
  mayRead,
  param({ slug: slugParam }),
  query(articleQuery),
  async (c) => {
    const { slug } = c.req.valid('param')
    const given = c.req.valid('query')
    const range = foldedRange(given)
    const cached = await articleUnchanged(c, slug)
    if (cached) return cached
    return range ? answerFolded(c, slug, range, given) : answerTrail(c, slug, given)
  },
)

const form = { json: recordedJson, table: changeTable }

const feedSchema = z.object({
  data: z.array(recordedSchema),
  next: z
    .string()
    .nullable()
    .describe('Store it and poll with `since`; with `sort` the cursor of the next page, null on the last'),
  more: z.boolean().describe('Whether more rows follow already'),
})

const feedQuery = {
  ...listShape,
  ...archiveFilterShape,
  ...periodShape,
  sort: latestSort.optional(),
  since: sinceShape.meta({
    description:
      '`next` of the last answer: changes recorded after it. `now`: none yet, and the `next` to begin with. Without `verdict`.',
  }),
}

type FeedQuery = z.infer<z.ZodObject<typeof feedQuery>>

/** Refuses what does not go together in a query of the feed. Throws Failure invalid. */
function refuseTogether({ since, cursor, verdict }: FeedQuery): void {
  refuseTwoStarts({ since, cursor })
  if (since !== undefined && verdict !== undefined)
    throw invalid('query.verdict', 'is not taken with since: a verdict comes after its change was recorded; page with cursor')
}

/** Answers with the latest changes. */
function answerLatest(c: Context<App>, given: FeedQuery & { sort: LatestFilter['sort'] }) {
  if (given.since !== undefined) throw invalid('query.sort', 'is not taken with since, which reads as recorded, oldest first')
  const { limit: _, beyond: __, ...filter } = latestFilter(given)
  const list = listOf(`changes.${given.sort}`, LATEST_KEY, given, {
    rows: (beyond, limit) => latestChanges(c.var.store, { ...filter, beyond, limit }),
    key: (row) => latestKey(row),
  })
  return archiveAnswer(
    c,
    'f',
    given,
    () => [list.first()],
    ([rows]) => list.answer(c, rows, { ...form, tellsMore: true }),
  )
}

/** Answers with the feed. */
function answerChangeFeed(c: Context<App>, given: FeedQuery) {
  refuseTogether(given)
  const { store } = c.var
  const filter = { ...changeFilterOf(given), ...periodOf(given), standing: false, order: 'recorded' } as const
  const list = listOf('feed', ['id'], given, {
    rows: (after, limit, end) =>
      changeRows(store, { ...filter, after: after?.[0] ?? 0, below: end === undefined ? undefined : end[0] + 1, limit }),
    key: (row) => [row.id],
  })
  return archiveAnswer(
    c,
    'f',
    given,
    // The highest id is read before the rows, so that changes recorded in between are read again and not skipped.
    () => [lastChange(store), list.first()],
    // Polling goes on behind rows that the filter leaves out, too.
    ([[last], rows]) => list.answer(c, rows, form, [Math.max(list.start?.[0] ?? 0, last?.id ?? 0)]),
  )
}

/** Under /v1/changes: the feed of the archive, in the order in which changes were recorded. */
export const allChanges = new Hono<App>()
  .get(
    '/',
    describeRoute({
      tag: 'Changes',
      summary:
        'The feed: changes of the whole archive as they were recorded; with `sort` what stands of them, the latest first',
      answer: feedSchema,
      list: true,
    }),
    mayRead,
    query(feedQuery),
    (c) => {
      const { sort, ...given } = c.req.valid('query')
      return sort === undefined ? answerChangeFeed(c, given) : answerLatest(c, { ...given, sort })
    },
  )
  .get(
    '/:id',
    describeRoute({ tag: 'Changes', summary: 'One change', answer: recordedSchema, failures: [404, 410] }),
    mayRead,
    param({ id: ordinal }),
    query({}),
    async (c) => {
      const { id } = c.req.valid('param')
      const { store } = c.var
      const cached = await archiveUnchanged(c, 'f')
      if (cached) return cached
      const [[archive], [withheld], [row]] = await store.batchRead([
        archiveRevision(store),
        withheldOfChange(store, id),
        changeRows(store, { id, zone: 'all', standing: false, order: 'recorded', limit: 1 }),
      ])
      if (withheld) refuseWithheld(withheld)
      if (!row) throw new Failure('not_found', `There is no change ${id}.`)
      return notModified(c, 'f', archive?.revision ?? 0) ?? answerJson(c, recordedJson(row))
    },
  )
