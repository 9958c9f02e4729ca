/** Routes of re-analysis: one analyzes an article again with today's engine, one lists the differences. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Statement } from '../../core/article.ts'
import { type DescribedStatement, describeStatement, reanalysisOf } from '../../core/changes/engines/reanalysis.ts'
import { reanalyze } from '../../recording/reanalyze.ts'
import { articleRow } from '../../store/read/articles.ts'
import { type ReanalyzedRow, reanalyzedRows, type StatementPlace, statementPlaces } from '../../store/read/reanalysis.ts'
import { type PackedStatement, unpackStatement } from '../../store/sql/packed-statement.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { found, slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { listSchema, listShape } from '../request/list.ts'
import { mayRead, requires } from '../request/require-scope.ts'
import { answerJson, articleUnchanged, notModified } from '../response/conditional.ts'
import { listOf } from '../response/list-answer.ts'
import { renamed } from '../response/renamed.ts'

const outcomeSchema = z
  .object({
    article: z.string(),
    outcome: z.enum(['analysed', 'unchanged']),
    engine: z.string(),
    sentences: z.int().describe('How many were analyzed again; 0 if this engine had analyzed all of them'),
    statements: z.int(),
    cut_otherwise: z
      .array(z.int())
      .describe('Versions that this engine would split into other sentences; their stored sentences were analyzed'),
    differences_url: z.string(),
  })
  .meta({ id: 'Reanalysis' })

const statementShape = {
  label: z.string(),
  content: z.string(),
  source: z.object({ kind: z.enum(['named', 'unnamed', 'document', 'author']), text: z.string().nullable() }),
  cue: z.object({ text: z.string(), lemma: z.string() }).nullable(),
  quotation: z.enum(['direct', 'mixed', 'indirect', 'none']),
  certainty: z.object({ level: z.string(), polarity: z.string(), hedges: z.array(z.string()) }),
  quantities: z.array(
    z.object({
      text: z.string(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      comparator: z.enum(['=', '<', '<=', '>', '>=', '~']),
    }),
  ),
  dates: z.array(z.string()),
  check_worthiness: z.number(),
}
const statementSchema = z.object(statementShape).meta({ id: 'ToldStatement' })
const fieldSchema = statementSchema.keyof()
const numbers = z.array(z.int()).describe('The numbers of the claims that have the statement')

const differenceSchema = z
  .object({
    text: z.string().describe('The whole sentence'),
    headline: z.boolean(),
    versions: z.array(z.int()).describe('The numbers of the versions that have it'),
    stored_engine: z.string(),
    engine: z.string(),
    found: z.array(statementSchema).describe('Statements that only the newer engine finds'),
    lost: z.array(statementSchema.extend({ claims: numbers })).describe('Statements that it no longer finds'),
    differing: z.array(
      z.object({
        claims: numbers,
        stored: statementSchema,
        now: statementSchema,
        fields: z.array(fieldSchema).describe('The fields in which the two differ'),
      }),
    ),
  })
  .meta({ id: 'ReanalysedSentence' })

type DifferenceJson = z.infer<typeof differenceSchema>

function statementJson({ checkWorthiness, ...rest }: DescribedStatement): z.infer<typeof statementSchema> {
  return {
    ...rest,
    certainty: { ...rest.certainty, hedges: [...rest.certainty.hedges] },
    quantities: [...rest.quantities],
    dates: [...rest.dates],
    check_worthiness: checkWorthiness,
  }
}

/** The statements of both engines in a sentence; null where no version that is shown has it. `places` by statement id. */
function differenceJson(row: ReanalyzedRow, places: ReadonlyMap<number, readonly StatementPlace[]>): DifferenceJson | null {
  const [stored, today] = [row.stored, row.today].map((json) =>
    (JSON.parse(json) as [number, PackedStatement][]).map(([id, packed]) => [id, unpackStatement(packed)] as const),
  )
  if (!stored || !today) return null
  const placesOf = (index: number) => (places.get(stored[index]?.[0] ?? 0) ?? []).filter((place) => place.versions !== '[]')
  const claimsOf = (index: number) => [...new Set(placesOf(index).map((place) => place.claim))].sort((p, q) => p - q)
  const versions = new Set(stored.flatMap((_, i) => placesOf(i).flatMap((place) => JSON.parse(place.versions) as number[])))
  if (versions.size === 0) return null
  const statements = (list: readonly (readonly [number, Statement])[]) => list.map(([, statement]) => statement)
  const differences = reanalysisOf(row.text, statements(stored), statements(today))
  const inWords = (list: readonly (readonly [number, Statement])[], indices: readonly number[]) =>
    indices.flatMap((index) => {
      const entry = list[index]
      return entry ? [{ index, statement: statementJson(describeStatement(row.text, entry[1])) }] : []
    })
  return {
    text: row.text,
    headline: row.headline === 1,
    versions: [...versions].sort((p, q) => p - q),
    stored_engine: row.storedEngine,
    engine: row.engine,
    found: inWords(today, differences.found).map((one) => one.statement),
    lost: inWords(stored, differences.lost).map((one) => ({ ...one.statement, claims: claimsOf(one.index) })),
    differing: differences.differing.flatMap(({ stored: x, today: y, fields }) => {
      const [was, is] = [inWords(stored, [x])[0]?.statement, inWords(today, [y])[0]?.statement]
      const names = fields.map((field) => (field === 'checkWorthiness' ? 'check_worthiness' : field))
      return was && is ? [{ claims: claimsOf(x), stored: was, now: is, fields: names }] : []
    }),
  }
}

const table = {
  columns: ['text', 'headline', 'versions', 'stored_engine', 'engine', 'found', 'lost', 'differing', 'fields'],
  flat: (row: DifferenceJson) => ({
    ...row,
    versions: row.versions,
    found: row.found.map((one) => one.label),
    lost: row.lost.map((one) => one.label),
    differing: row.differing.map((one) => one.stored.label),
    fields: [...new Set(row.differing.flatMap((one) => one.fields))],
  }),
}

/** Under /v1/articles/{slug}/reanalysis. */
export const reanalysis = new Hono<App>()
  .get(
    '/:slug/reanalysis',
    describeRoute({
      tag: 'Articles',
      id: 'listReanalysis',
      summary: 'The differences between the last re-analysis and the ingest, by sentence',
      answer: listSchema(differenceSchema),
      list: true,
      failures: [404],
    }),
    mayRead,
    param({ slug: slugParam }),
    query(listShape),
    async (c) => {
      const { slug } = c.req.valid('param')
      const { store } = c.var
      const list = listOf('reanalysis', ['id'], c.req.valid('query'), {
        rows: (after, limit) => reanalyzedRows(store, slug, after?.[0] ?? 0, limit),
        key: (row) => [row.id],
      })
      const known = await articleUnchanged(c, slug)
      if (known) return known
      const [[row], rows, places] = await store.batchRead([articleRow(store, slug), list.first(), statementPlaces(store, slug)])
      const article = found(row, slug)
      const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision)
      if (early) return early
      const byStatement = Map.groupBy(places, (place) => place.statementId)
      return list.answer(c, rows, { json: (row) => differenceJson(row, byStatement), table })
    },
  )
  .post(
    '/:slug/reanalysis',
    describeRoute({
      tag: 'Articles',
      id: 'reanalyzeArticle',
      summary: 'Analyze all versions again with today’s engine; claims, changes and versions stay as they are',
      answer: outcomeSchema,
      failures: [404, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    param({ slug: slugParam }),
    query({}),
    async (c) => {
      const { slug } = c.req.valid('param')
      const done = await reanalyze(c.var.store, slug, new Date(c.var.clock()).toISOString())
      return answerJson(c, {
        article: done.slug,
        outcome: done.statements > 0 ? ('analysed' as const) : ('unchanged' as const),
        engine: done.engine,
        sentences: done.sentences,
        statements: done.statements,
        cut_otherwise: [...done.cutOtherwise],
        differences_url: `/v1/articles/${done.slug}/reanalysis`,
      })
    },
  )
