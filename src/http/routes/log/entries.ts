/** The routes of the entries of the log, and of the proofs that they are in it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { Failure, invalid } from '../../../failure.ts'
import { consistencyProof, inclusionProof, rootOf } from '../../../log/merkle.ts'
import { base64Of } from '../../../log/note.ts'
import { entriesOf } from '../../../store/log/entries.ts'
import { leafData } from '../../../store/log/kinds.ts'
import { said } from '../../../store/log/said.ts'
import { logSize, ofTree } from '../../../store/log/tree.ts'
import { namesExist } from '../../../store/read/name-exists.ts'
import type { App } from '../../context.ts'
import { loggedEntryJson, loggedEntrySchema, loggedEntryShape, loggedEntryTable } from '../../json/log/logged-entry-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { param, query } from '../../request/input.ts'
import { listSchema, listShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { ordinal, withinShape } from '../../request/values.ts'
import { hashedJson, notModified, unchanged } from '../../response/conditional.ts'
import { listOf } from '../../response/list-answer.ts'

const proofSchema = z
  .object({
    ...loggedEntryShape,
    leaf: z.string().describe('The data of the leaf, to be hashed behind a byte 0'),
    said: z
      .array(z.unknown())
      .nullable()
      .describe('The JSON array of which `digest` is the SHA-256; null where it tells of a text, or is no more what stands'),
    tree: z.object({ size: z.int(), root: z.string().describe('Base64, as in a checkpoint') }),
    proof: z.array(z.string()).describe('The inclusion proof by RFC 9162, section 2.1.3, in base64, from the leaf up'),
  })
  .meta({ id: 'LogProof' })

const consistencySchema = z
  .object({
    from: z.object({ size: z.int(), root: z.string() }),
    to: z.object({ size: z.int(), root: z.string() }),
    proof: z.array(z.string()).describe('The consistency proof by RFC 9162, section 2.1.4, in base64'),
  })
  .meta({ id: 'LogConsistency' })

const sizeShape = z.coerce.number<string>().int().min(0)

/** The size that a request means: the present one, or one that the log had. Throws Failure invalid. */
function sizeWithin(path: string, asked: number | undefined, present: number): number {
  if (asked !== undefined && asked > present) throw invalid(path, `the log has ${present} entries`)
  return asked ?? present
}

/** Under /v1/log. */
export const logEntries = new Hono<App>()
  .get(
    '/entries',
    describeRoute({
      tag: 'Versions',
      id: 'listLogEntries',
      summary:
        'All entries of the log of the archive: versions, changes, reviews, withholdings and the rest, as they were recorded',
      answer: listSchema(loggedEntrySchema),
      list: true,
    }),
    mayRead,
    query({
      ...listShape,
      article: withinShape.article,
      after: sizeShape.optional().meta({ description: 'A position: the entries behind it' }),
      until: sizeShape.optional().meta({ description: 'The last position' }),
    }),
    async (c) => {
      const given = c.req.valid('query')
      const { store } = c.var
      const known = await unchanged(c, async () => ['t', await logSize(store)])
      if (known) return known
      const { after = 0, until, article } = given
      if (article !== undefined) refuseUnknown({ article }, (await namesExist(store, { article }))[0])
      const list = listOf('entries', ['id'], given, {
        rows: (read, limit) => entriesOf(store, { after: Math.max(after, read?.[0] ?? 0), limit, until, article }),
        key: (row) => [row.position],
        counts: false,
      })
      const [size, rows] = [await logSize(store), await list.first()]
      return notModified(c, 't', size) ?? list.answer(c, rows, { json: loggedEntryJson, table: loggedEntryTable })
    },
  )
  .get(
    '/entries/:position',
    describeRoute({
      tag: 'Versions',
      id: 'getLogEntry',
      summary: 'An entry of the log, with the proof that the log has it',
      answer: proofSchema,
      failures: [404],
    }),
    mayRead,
    param({ position: ordinal.meta({ description: 'Its place in the log, from 1', example: 1 }) }),
    query({
      size: ordinal
        .optional()
        .meta({ description: 'The size of the tree that the proof is for. Default: the present one', example: 1 }),
    }),
    async (c) => {
      const { store } = c.var
      const { position } = c.req.valid('param')
      const size = sizeWithin('query.size', c.req.valid('query').size, await logSize(store))
      const [row] = position <= size ? await entriesOf(store, { after: position - 1, limit: 1 }) : []
      if (row?.position !== position)
        throw new Failure('not_found', `There is no entry ${position} among the first ${size} of the log.`)
      const { root, proof } = await ofTree(store, size, (subtree) => ({
        root: rootOf(size, subtree),
        proof: inclusionProof(position - 1, size, subtree),
      }))
      return hashedJson(c, {
        ...loggedEntryJson(row),
        leaf: leafData(row),
        said: await said(store, row),
        tree: { size, root: base64Of(root) },
        proof: proof.map(base64Of),
      })
    },
  )
  .get(
    '/consistency',
    describeRoute({
      tag: 'Versions',
      id: 'getLogConsistency',
      summary: 'The proof that the log at one size is the beginning of the log at another',
      answer: consistencySchema,
    }),
    mayRead,
    query({
      from: sizeShape.meta({ description: 'The size of the earlier checkpoint', example: 1 }),
      to: sizeShape.optional().meta({ description: 'The size of the later one. Default: the present size' }),
    }),
    async (c) => {
      const { store } = c.var
      const asked = c.req.valid('query')
      const to = sizeWithin('query.to', asked.to, await logSize(store))
      const from = sizeWithin('query.from', asked.from, to)
      const found = await ofTree(store, to, (subtree) => ({
        from: { size: from, root: base64Of(rootOf(from, subtree)) },
        to: { size: to, root: base64Of(rootOf(to, subtree)) },
        proof: consistencyProof(from, to, subtree).map(base64Of),
      }))
      return hashedJson(c, found)
    },
  )
