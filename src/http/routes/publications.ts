/** The route of publications: the names by which lists and feeds are filtered. */
import { Hono } from 'hono'
import { z } from 'zod'
import { publicationRows } from '../../store/read/lists/publications.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { archiveAnswer } from '../response/archive-answer.ts'
import { listOf } from '../response/list-answer.ts'

const publicationSchema = z
  .object({
    name: z.string(),
    articles: z.int().describe('Without aliases'),
    versions: z.int(),
    latest_captured_at: z.string().nullable().describe('The last capture of a version of it; null: there is none'),
    articles_url: z.string(),
  })
  .meta({ id: 'Publication' })

type PublicationJson = z.infer<typeof publicationSchema>

type Row = Awaited<ReturnType<typeof publicationRows>>[number]

const publicationJson = ({ latestCapturedAt, ...row }: Row): PublicationJson => ({
  ...row,
  latest_captured_at: latestCapturedAt,
  articles_url: `/v1/articles?${new URLSearchParams({ publication: row.name })}`,
})

const table = {
  columns: ['name', 'articles', 'versions', 'latest_captured_at'],
  flat: (row: PublicationJson) => ({ ...row }),
}

/** Under /v1/publications. */
export const publications = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Articles',
    summary: 'The publications that articles have, by name',
    answer: listSchema(publicationSchema),
    list: true,
  }),
  mayRead,
  query(listShape),
  (c) => {
    const list = listOf('publication', ['string'], c.req.valid('query'), {
      rows: (after, limit) => publicationRows(c.var.store, after?.[0], limit),
      key: ({ name }) => [name],
    })
    return archiveAnswer(
      c,
      'p',
      {},
      () => [list.first()],
      ([rows]) => list.answer(c, rows, { json: publicationJson, table }),
    )
  },
)
