/** The route by which many versions are recorded at once: a version a line, and a line of answer for each. */
import { Hono } from 'hono'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { bodyOf } from '../../request/json-body.ts'
import { callerReads, requires } from '../../request/require-scope.ts'
import { ingestLines, lineAnswerSchema, lineSchema, linesIn, MOST_LINE_BYTES, NDJSON } from '../../writes/version-lines.ts'

/** At /v1/ingest. */
export const ingests = new Hono<App>().post(
  '/',
  describeRoute({
    tag: 'Versions',
    id: 'ingestVersions',
    summary: 'Record many versions, one a line',
    description:
      'The versions of an article are one recomputation, in any order of time: the feed has the changes between versions that are neighbours in the end, and a text that equals the one before it is a check. Each line has a line of answer, in the same order; a line that cannot be recorded is `refused` alone. At most 500 lines and 16 MiB a call.',
    lines: lineSchema,
    answer: lineAnswerSchema,
    media: NDJSON,
    failures: [413, 415, 503],
    scope: 'archive:write',
  }),
  requires('archive:write'),
  query({}),
  async (c) => {
    const bytes = await bodyOf(c, MOST_LINE_BYTES)
    const answers = await ingestLines(c, linesIn(c.req.header('content-type'), bytes), callerReads(c))
    return c.body(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''), 200, { 'Content-Type': NDJSON })
  },
)
