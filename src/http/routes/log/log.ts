/** The route of the log: all entries of the archive's hash chain, in the order in which they were recorded. */
import { Hono } from 'hono'
import { z } from 'zod'
import { invalid } from '../../../failure.ts'
import { GENESIS } from '../../../store/hash.ts'
import { archiveRevision } from '../../../store/read/articles.ts'
import { type LogEntryRow, logEntries, logPosition } from '../../../store/read/log.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { cursorKey, listSchema, listShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { archiveUnchanged, notModified } from '../../response/conditional.ts'
import { listOf } from '../../response/list-answer.ts'

const entrySchema = z
  .object({
    position: z.int().describe('Its place in the log, from 1'),
    article: z.string().describe('The present slug of the article'),
    article_id: z.int(),
    number: z.int().describe('The number of the version in the article'),
    source_url: z.string().nullable().describe('Where it was read; null for a version that is withheld'),
    captured_at: z.string(),
    published_at: z.string().nullable(),
    modified_at: z.string().nullable(),
    recorded_at: z.string(),
    content_hash: z.string().describe('SHA-256 of the JSON array [title, byline, body]'),
    previous_hash: z.string().describe('`hash` of the entry before it; 64 zeros for the first'),
    hash: z
      .string()
      .describe(
        'SHA-256 of the JSON array [previous_hash, content_hash, article_id, number, source_url, captured_at, published_at, modified_at, recorded_at]. A withheld version keeps its hash, which covers the address that is not shown: a reader can check its place in the chain, but not recompute it',
      ),
    withheld: z.string().nullable().describe('The reason, if the version is withheld'),
  })
  .meta({ id: 'LogEntry' })

type EntryJson = z.infer<typeof entrySchema>

function entryJson(row: LogEntryRow): EntryJson {
  return {
    position: row.position,
    article: row.slug,
    article_id: row.articleId,
    number: row.number,
    source_url: row.withheld === null ? row.url : null,
    captured_at: row.capturedAt,
    published_at: row.publishedAt,
    modified_at: row.modifiedAt,
    recorded_at: row.recordedAt,
    content_hash: row.contentHash,
    previous_hash: row.previous,
    hash: row.hash,
    withheld: row.withheld,
  }
}

const table = { columns: Object.keys(entrySchema.shape), flat: (entry: EntryJson) => ({ ...entry }) }

/** The entry after which a list begins: its hash, or the position in a cursor. Throws Failure invalid. */
function beginning(after: string | undefined): { readonly hash?: string; readonly position: number } {
  if (after === undefined || after === GENESIS) return { position: 0 }
  if (/^[0-9a-f]{64}$/.test(after)) return { hash: after, position: 0 }
  const [position] = cursorKey('log', after, 'id') ?? []
  if (position === undefined) throw invalid('query.after', 'is neither a hash nor a cursor that this list gave')
  return { position }
}

/** Under /v1/log. */
export const log = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Versions',
    summary: 'The log of the archive: the hash chain of all versions as they were recorded',
    answer: listSchema(entrySchema),
    list: true,
  }),
  mayRead,
  query({
    ...listShape,
    after: z.string().max(500).optional().meta({
      description:
        'The `hash` of an entry, such as a `head` kept earlier, or a cursor: the list begins with the entry after it. 64 zeros: with the first',
      example: GENESIS,
    }),
  }),
  async (c) => {
    const given = c.req.valid('query')
    const { hash, position } = beginning(given.after)
    const known = await archiveUnchanged(c, 'l')
    if (known) return known
    const { store } = c.var
    const list = listOf('log', ['id'], given, {
      rows: (read, limit) => logEntries(store, { afterHash: hash, after: Math.max(position, read?.[0] ?? 0), limit }),
      key: (row) => [row.position],
    })
    const [[archive], found, rows] = await store.batchRead([
      archiveRevision(store),
      logPosition(store, hash ?? GENESIS),
      list.first(),
    ])
    if (hash !== undefined && found.length === 0) throw invalid('query.after', 'is the hash of no entry of this log')
    return notModified(c, 'l', archive?.revision ?? 0) ?? list.answer(c, rows, { json: entryJson, table })
  },
)
