/** The route that exports the archive. */
import { Hono } from 'hono'
import { exportLines } from '../../../store/transfer/export-lines.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { requires } from '../../request/require-scope.ts'
import { flag } from '../../request/values.ts'
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

/** At /v1/export. */
export const exports = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'exportArchive',
    summary: 'The whole archive, a row a line',
    description:
      'Withheld texts included. The last line tells the rows and the SHA-256 of all lines before it: without it the export is not whole.',
    texts: [NDJSON],
    scope: 'archive:admin',
    headers: ['NoStore', 'Attachment'],
  }),
  requires('archive:admin'),
  query({
    secrets: flag.optional().meta({ description: 'Tokens, as hashes, and webhooks and hubs with their secrets too' }),
  }),
  async (c) =>
    c.body(await streamOf(exportLines(c.var.store, c.req.valid('query').secrets === true)), 200, {
      'Cache-Control': 'no-store',
      'Content-Disposition': 'attachment; filename="archive.ndjson"',
      'Content-Type': NDJSON,
    }),
)
