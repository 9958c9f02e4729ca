/** The route that verifies the whole archive, a line for each article. */
import { Hono } from 'hono'
import { z } from 'zod'
import { base64Of } from '../../../log/note.ts'
import { type VerifiedArticle, type VerifiedLog, verifyArchive } from '../../../reading/verify/verify-archive.ts'
import type { App } from '../../context.ts'
import { faultSchema } from '../../json/log/log-fault.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { flag } from '../../request/values.ts'
import { streamOf } from '../../response/stream-text.ts'
import { NDJSON } from '../../writes/version-lines.ts'

const articleLine = z
  .object({
    article: z.string(),
    id: z.int().describe('Send it as `after` to go on behind it'),
    ok: z.boolean(),
    versions: z.int(),
    faults: z.array(faultSchema),
    done: z.int().describe('How many articles were verified so far'),
    of: z.int().describe('How many there are'),
  })
  .meta({ id: 'VerifiedArticle' })

const logLine = z
  .object({
    log: z.object({
      ok: z.boolean(),
      size: z.int(),
      root: z.string().describe('Base64, as in a checkpoint'),
      whole: z
        .boolean()
        .describe('Whether rows from before the log have their entries; those without are no faults until then'),
      faults: z.array(faultSchema),
    }),
  })
  .meta({ id: 'VerifiedLog' })

/** A line of the answer: an article, or at the end the log. */
export const verifiedLine = z.union([articleLine, logLine])

export type VerifiedLine = z.infer<typeof verifiedLine>

function lineOf(found: VerifiedArticle | VerifiedLog): VerifiedLine {
  if ('article' in found) return { ...found, faults: [...found.faults] }
  const { ok, size, root, isWhole, faults } = found
  return { log: { ok, size, root: base64Of(root), whole: isWhole, faults: [...faults] } }
}

/** The lines as the archive is verified, in the order of the ids of articles. */
export async function* verifiedLines(...asked: Parameters<typeof verifyArchive>): AsyncGenerator<VerifiedLine> {
  for await (const found of verifyArchive(...asked)) yield lineOf(found)
}

/** The lines of an answer. The first is read at once, so that a fault of the archive is a problem and no answer that breaks off. */
async function linesOf(found: AsyncGenerator<VerifiedLine>): Promise<AsyncGenerator<string>> {
  const textOf = (line: VerifiedLine) => `${JSON.stringify(line)}\n`
  const first = await found.next()
  return (async function* () {
    if (first.done) return
    yield textOf(first.value)
    for await (const one of found) yield textOf(one)
  })()
}

/** At /v1/verify. */
export const archiveVerification = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Versions',
    id: 'verifyArchive',
    summary: 'Verifies the whole archive: a line for each article, then one for the log',
    description: 'Without the line of the log the answer is not whole: go on behind the last article that came.',
    answer: verifiedLine,
    media: NDJSON,
    tagged: false,
    headers: ['NoStore'],
  }),
  mayRead,
  query({
    after: z.coerce
      .number<string>()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The id of an article: those behind it', example: 0 }),
    deep: flag.optional().meta({ description: 'Also recomputes what is derived: states of claims, counts, search' }),
  }),
  async (c) => {
    const { after = 0, deep = false } = c.req.valid('query')
    return c.body(streamOf(await linesOf(verifiedLines(c.var.store, { after, deep }))), 200, {
      'Content-Type': NDJSON,
      'Cache-Control': 'no-store',
    })
  },
)
