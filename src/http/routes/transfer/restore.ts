/** The route that restores an export into an empty archive, in parts. */
import { Hono } from 'hono'
import { z } from 'zod'
import { ENGINE } from '../../../core/analysis.ts'
import { MIGRATIONS } from '../../../store/migration-names.ts'
import { FORMAT, headerSchema } from '../../../store/transfer/format.ts'
import { restoreLines } from '../../../store/transfer/restore.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { bodyOf } from '../../request/json-body.ts'
import { requires } from '../../request/require-scope.ts'
import { ordinal } from '../../request/values.ts'
import { MOST_LINE_BYTES, ndjsonIn } from '../../writes/version-lines.ts'

const answer = z.object({
  lines: z.int().describe('How many lines of the export are recorded'),
  done: z.boolean().describe('The archive is whole, and serves again'),
})

const lineSchema = headerSchema.meta({
  description: 'The first line. The others are rows, and the end',
  example: {
    claimtrail: 'archive',
    format: FORMAT,
    migration: MIGRATIONS.at(-1) ?? '',
    engine: ENGINE,
    head: null,
    revision: 1,
    articles: 0,
    versions: 0,
    secrets: false,
    given: {},
    columns: {},
  },
})

/** At /v1/restore. */
export const restoration = new Hono<App>().post(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'restoreArchive',
    summary: 'Restore an export into an empty archive, in parts',
    description:
      'The first line comes alone; sent again, it tells how many lines are recorded. Then come the others in order, a part a request, at most 16 MiB. Hashes are verified, and a line that is wrong refuses its part. From the first part to the last the archive answers nothing else.',
    lines: lineSchema,
    answer,
    failures: [409, 413, 415, 503],
    scope: 'archive:admin',
  }),
  requires('archive:admin'),
  query({ line: ordinal.meta({ description: 'The number of the first line of the body, from 1', example: 1 }) }),
  async (c) => {
    const lines = ndjsonIn(c.req.header('content-type'), await bodyOf(c, MOST_LINE_BYTES))
    return c.json(await restoreLines(c.var.store, lines, c.req.valid('query').line))
  },
)
