/** The comparison of two versions as JSON: texts, operations with their words, rows, changes, and the claims that changed as told on both sides. */
import { z } from 'zod'
import type { Operation } from '../../../core/diff/compare.ts'
import type { About } from '../../../core/diff/word-evidence.ts'
import type { Comparison } from '../../../reading/compare-versions.ts'
import { type PlacedChanges, placedChanges } from '../../../reading/compared-changes.ts'
import type { VersionClaim, VersionContent } from '../../../store/read/versions.ts'
import { certaintySchema } from '../../request/vocabulary.ts'
import { changeJson, changeSchema, kindSchema } from '../change-json.ts'
import { foundClaimJson, foundClaimShape, sentenceSchema, storedPart } from '../claim-json.ts'
import { decidedJson, decidedShape } from '../claim-list-json.ts'

const pieceSchema = z.object({ start: z.int(), end: z.int(), text: z.string(), sentences: z.array(z.int()) })
const changeIndices = z.array(z.int()).describe('Indices into `changes`')

const operationSchema = z
  .object({
    kind: z.enum(['equal', 'insert', 'delete', 'replace', 'move']),
    part: z.enum(['title', 'body']),
    before: pieceSchema.nullable(),
    after: pieceSchema.nullable(),
    words: z
      .array(
        z.object({
          kind: z.enum(['equal', 'insert', 'delete']),
          text: z.string(),
          change: z.int().nullable().describe('Index into `changes`: the change whose evidence these words hold; null: none'),
          about: kindSchema.nullable().describe('The kind of that change which they are about'),
        }),
      )
      .describe('Where both sides are there and differ'),
    changes: changeIndices.describe('Indices into `changes`: those that have a sentence in it, on either side'),
  })
  .meta({ id: 'Operation' })

const rowSchema = z
  .object({
    kind: z
      .enum(['equal', 'insert', 'delete', 'replace', 'move', 'left'])
      .describe('left: the place that a moved sentence left, which is `before` of its operation'),
    part: z.enum(['title', 'body']),
    operations: z.array(z.int()).describe('Indices into `operations`'),
    other: z
      .int()
      .nullable()
      .describe('Index into `rows`: of a move the place that it left, of such a place the move; else null'),
    continues: z.boolean().describe('It goes on in the paragraph of the sentence before it'),
    changes: changeIndices.describe('Indices into `changes`: those to tell beside this row. A change stands in one row'),
  })
  .meta({ id: 'ComparisonRow' })

const tellingSchema = z
  .object({
    certainty: certaintySchema.pick({ level: true, polarity: true }),
    source: foundClaimShape.source.pick({ kind: true, text: true, name: true }),
    cue: z.string().nullable().describe('The reporting verb as it stands in the text'),
    quotation: foundClaimShape.quotation,
  })
  .meta({ id: 'Telling' })

const comparedClaimSchema = z
  .object({
    number: z.int(),
    url: z.string(),
    ...decidedShape,
    before: tellingSchema.nullable().describe('How the first version tells it; null: it does not'),
    after: tellingSchema.nullable().describe('How the second version tells it; null: it does not'),
  })
  .meta({ id: 'ComparedClaim' })

const side = z.object({
  number: z.int(),
  url: z.string(),
  captured_at: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  sentences: z.array(sentenceSchema.extend({ text: z.string() })),
})

export const comparisonSchema = z
  .object({
    article: z.string(),
    from: side,
    to: side,
    links: z.array(z.tuple([z.int(), z.int()])).describe('Which sentence became which, by index'),
    operations: z.array(operationSchema),
    rows: z
      .array(rowSchema)
      .describe(
        'The operations as a page shows them side by side: neighbours of one kind in one paragraph are a row, and a moved sentence ' +
          'has a second row where it stood',
      ),
    changes: z.array(changeSchema),
    claims: z.array(comparedClaimSchema).describe('The claims that `changes` are about, by number'),
  })
  .meta({ id: 'Comparison' })

export type ComparisonJson = z.infer<typeof comparisonSchema>
export type ComparisonRowJson = z.infer<typeof rowSchema>
export type ComparedClaimJson = z.infer<typeof comparedClaimSchema>
export type TellingJson = z.infer<typeof tellingSchema>

export function comparisonJson(comparison: Comparison): ComparisonJson {
  const { a, b, before, after, operations, links, changes } = comparison
  const placed = placedChanges(operations, before.sentences, after.sentences, changes)
  return {
    article: a.slug,
    from: sideJson(a, before),
    to: sideJson(b, after),
    links: links.map(([i, j]): [number, number] => [i, j]),
    operations: operations.map((operation, i) => operationJson(operation, placed, i)),
    rows: placed.rows.map(({ operations: own, ...row }, i) => ({
      ...row,
      operations: [...own],
      changes: [...(placed.told[i] ?? [])],
    })),
    changes: changes.map(changeJson),
    claims: claimsJson(comparison),
  }
}

const sideJson = (row: Comparison['a'], { sentences }: VersionContent) => ({
  number: row.number,
  url: `/v1/articles/${row.slug}/versions/${row.number}`,
  captured_at: row.capturedAt,
  title: row.title,
  byline: row.byline,
  sentences: sentences.map(({ zone, start, end, text }) => ({ zone, start, end, text })),
})

function operationJson({ kind, part, before, after, parts }: Operation, { about, touching }: PlacedChanges, i: number) {
  const piece = (given: Operation['before']) => given && { ...given, sentences: [...given.sentences] }
  const words = parts.map((word, n) => wordJson(word, about[i]?.[n] ?? null))
  return { kind, part, before: piece(before), after: piece(after), words, changes: [...(touching[i] ?? [])] }
}

const wordJson = ({ kind, text }: Operation['parts'][number], about: About | null) => ({
  kind,
  text,
  change: about?.change ?? null,
  about: about?.kind ?? null,
})

/** The claims that changed, as both versions tell them. */
function claimsJson({ a, b, before, after, changes }: Comparison): ComparedClaimJson[] {
  const labels = new Map(
    changes.flatMap((change) =>
      [...change.before, ...change.after].flatMap(({ wordings }) =>
        wordings.map(({ claim, label }): [number, string] => [claim, label]),
      ),
    ),
  )
  const first = (claims: readonly VersionClaim[]) => new Map(claims.map((claim) => [claim.number, claim] as const).reverse())
  const [from, to] = [first(before.claims), first(after.claims)]
  const numbers = [...new Set(changes.flatMap(({ claims }) => claims))].sort((x, y) => x - y)
  return numbers.map((number) => {
    const [was, is] = [from.get(number), to.get(number)]
    const { humanLabel = null, verdict = null } = is ?? was ?? {}
    return {
      number,
      url: `/v1/articles/${a.slug}/claims/${number}`,
      ...decidedJson(labels.get(number) ?? `claim ${number}`, { humanLabel, verdict }),
      before: was ? tellingJson(was, before, a) : null,
      after: is ? tellingJson(is, after, b) : null,
    }
  })
}

function tellingJson(claim: VersionClaim, { sentences }: VersionContent, row: Comparison['a']): TellingJson {
  const part = (zone: string) => storedPart(zone === 'headline' ? row.title : row.body)
  const { certainty, source, cue, quotation } = foundClaimJson(claim, sentences, part, false)
  const { kind, text, name } = source
  return {
    certainty: { level: certainty.level, polarity: certainty.polarity },
    source: { kind, text, name },
    cue: cue?.text ?? null,
    quotation,
  }
}
