/** The route of the audit log: who wrote what, when, and from where. */
import { Hono } from 'hono'
import { auditRows } from '../../store/audit.ts'
import type { App } from '../context.ts'
import { auditJson, auditSchema, auditTable } from '../json/audit-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { requires } from '../request/require-scope.ts'
import { fromTime, wholeNumber, words } from '../request/values.ts'
import { listOf } from '../response/list-answer.ts'

/** Under /v1/audit. */
export const audit = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Tokens',
    id: 'listAudit',
    summary: 'The audit log: every request that wrote, the last first',
    answer: listSchema(auditSchema),
    list: true,
    headers: ['NoStore'],
    scope: 'archive:admin',
  }),
  requires('archive:admin'),
  query({
    ...listShape,
    token: wholeNumber(999_999_999).optional().meta({ description: 'The id of a token', example: 1 }),
    article: words(200).optional().meta({ description: 'An article’s slug', example: 'kremlin-cease-fire' }),
    since: fromTime.optional().meta({ description: 'Written at that time or later' }),
  }),
  async (c) => {
    const { token, article, since, ...page } = c.req.valid('query')
    const list = listOf('audit', ['id'], page, {
      rows: (after, limit) => auditRows(c.var.store, { token, article, since, below: after?.[0], limit }),
      key: (row) => [row.id],
      counts: false,
    })
    c.header('Cache-Control', 'no-store')
    return list.answer(c, await list.first(), { json: auditJson, table: auditTable })
  },
)
