/** The route that exports the archive, or an article. */
import { Hono } from 'hono'
import { z } from 'zod'
import { invalid } from '../../../failure.ts'
import { articleLines } from '../../../store/transfer/article-lines.ts'
import { exportLines } from '../../../store/transfer/export-lines.ts'
import { type Kept, restOf } from '../../../store/transfer/rest-of-export.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { requires } from '../../request/require-scope.ts'
import { flag, words } from '../../request/values.ts'
import { NDJSON } from '../../writes/version-lines.ts'

/** Reads on only as the receiver takes what was read. Fails at once where the first piece cannot be read. */
async function streamOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let next: Promise<IteratorResult<string>> | null = Promise.resolve(await pieces.next())
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await (next ?? pieces.next())
      next = null
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}

/** How many lines a reader has, and their SHA-256. */
const kept = z
  .string()
  .regex(/^[1-9]\d{0,8}:[0-9a-f]{64}$/, 'expected how many lines there are, a colon and their SHA-256')
  .transform((given): Kept => {
    const [lines, sha256 = ''] = given.split(':')
    return { lines: Number(lines), sha256 }
  })
  .meta({
    description:
      'The lines that are kept of an export that was cut: how many, a colon, and their SHA-256. Only the others come, after a check that these are the same still',
  })

/** At /v1/export. */
export const exports = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'exportArchive',
    summary: 'The whole archive, a row a line, or an article, a version a line',
    description:
      'An archive has withheld texts too; an article with one is refused. The last line tells the rows and the SHA-256 of all lines before it: without it the export is not whole.',
    texts: [NDJSON],
    failures: [404, 409, 410],
    scope: 'archive:admin',
    headers: ['NoStore', 'Attachment'],
  }),
  requires('archive:admin'),
  query({
    article: words(200).optional().meta({ description: 'An article’s slug', example: 'kremlin-cease-fire' }),
    secrets: flag.optional().meta({ description: 'Tokens, as hashes, and webhooks and hubs with their secrets too' }),
    after: kept.optional(),
  }),
  async (c) => {
    const { article, secrets = false, after } = c.req.valid('query')
    if (article !== undefined && secrets) throw invalid('query.secrets', 'goes with the whole archive')
    const { store } = c.var
    const pieces = article === undefined ? exportLines(store, secrets) : articleLines(store, article)
    return c.body(await streamOf(after ? restOf(pieces, after) : pieces), 200, {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${article === undefined ? 'archive' : 'article'}.ndjson"`,
      'Content-Type': NDJSON,
    })
  },
)
