/** The lanes of a story as JSON. */
import { z } from 'zod'
import { KINDS } from '../../../core/changes/change.ts'
import { byWeight } from '../../../core/changes/weight.ts'
import { replacedWords } from '../../../core/diff/replacements.ts'
import { type ChangeCounts, countsIn, countsOf, type Lane, type Lanes } from '../../../reading/lanes.ts'
import type { Stretch } from '../../../reading/stretches.ts'
import type { ArticleView } from '../../../store/read/articles.ts'
import type { ChangeSide, ChangeView } from '../../../store/read/changes.ts'
import type { LaneVersionRow } from '../../../store/read/stories/lanes.ts'
import { certaintySchema, zoneSchema } from '../../request/vocabulary.ts'
import { articleJson, articleSchema } from '../article-json.ts'
import { type CoverageJson, coverageSchema } from '../captures/coverage-json.ts'
import { changeShape, detailJson, EDIT, editOf } from '../change-json.ts'
import { claimBriefJson, claimBriefSchema, sourceSchema } from '../claim-list-json.ts'

export const countsShape = {
  changes: z.partialRecord(z.enum(KINDS), z.int()).describe('How many changes of each kind'),
  told: z.int().describe('How many changes alter what readers had been told: more than new claims, news, order and wording'),
  disclosed: z.int().describe('How many of these the article speaks of, in a correction, an update or a note'),
}

export const countsJson = ({ kinds, told, disclosed }: ChangeCounts) => ({ changes: kinds, told, disclosed })

const laneVersionSchema = z.object({
  number: z.int(),
  url: z.string(),
  captured_at: z.string(),
  until: z.string().nullable().describe('When the version after it was captured; null: it is the latest'),
  title: z.string().nullable(),
  word_count: z.int().nullable(),
  unsupported: z.boolean().describe('The rules do not read its language: each sentence is one claim'),
  technical: z.boolean().describe('It is no edit: the page of the version before it was read otherwise'),
  withheld: z.string().nullable().describe('The reason, if it is withheld; then the title is null and nothing is counted'),
  ...countsShape,
})

export const stretchSchema = z.object({
  from: z.int(),
  to: z.int().nullable().describe('The version after the last one of the stretch; null: it reaches the last version'),
  level: certaintySchema.shape.level,
  polarity: certaintySchema.shape.polarity,
  source: sourceSchema,
})

const laneChangeSchema = z
  .object({
    id: z.int().nullable().describe('null for a change across versions that are withheld'),
    edit: z.string().describe(EDIT),
    url: z.string().nullable(),
    from: z.int().describe('The number of the earlier version'),
    to: z.int().describe('The number of the later version'),
    kinds: changeShape.kinds,
    detail: changeShape.detail,
    acknowledged: z.boolean().describe('The new version has a correction, an update or a note about it'),
    before: z.array(z.int()).describe('The claims on the earlier side'),
    after: z.array(z.int()).describe('The claims on the later side'),
    words: z
      .object({ before: z.string().nullable(), after: z.string().nullable() })
      .nullable()
      .describe('The words that its weightiest kind is about: cut, and put in their place; null: no words say it'),
  })
  .meta({ id: 'LaneChange' })

const laneSchema = z
  .object({
    ...claimBriefSchema.shape,
    zone: zoneSchema.describe('Of its sentence in the last version that has it'),
    check_worthiness: z.number(),
    first_version: z.int().nullable(),
    last_version: z.int().nullable().describe('null while it is present'),
    stretches: z.array(stretchSchema).describe('The versions that have it, in order, by certainty and source'),
    changes: z.array(z.int()).describe('Indexes into `changes`'),
  })
  .meta({ id: 'Lane' })

const acrossSchema = z
  .object({
    from: z.int().describe('The version before those that are withheld'),
    to: z.int().describe('The version after them'),
    url: z.string().describe('The two compared'),
    ...countsShape,
  })
  .meta({ id: 'AcrossWithheld' })

export const lanesSchema = z
  .object({
    article: articleSchema,
    versions: z.array(laneVersionSchema).describe('The columns, in order'),
    claims: z.array(laneSchema).describe('The lanes, in order; without claims that people rejected'),
    totals: z
      .object({
        claims: z.int(),
        changed: z.int().describe('How many of them changed after they were first told'),
        dropped: z.int().describe('How many of them are withdrawn now'),
        begun: z
          .array(z.object({ version: z.int(), claims: z.int() }))
          .describe(
            'How many of them stand in a version and in none of these before it, also those that took the place of others; they sum to `claims`',
          ),
      })
      .describe('Of all claims that these versions have, whatever `kind` asks for'),
    changes: z
      .array(laneChangeSchema)
      .describe('In order, also those across versions that are withheld; without changes that only introduce a claim'),
    across: z
      .array(acrossSchema)
      .describe(
        'Where versions are withheld what changed across them, which `versions` do not count; the last eight such places',
      ),
    coverage: coverageSchema,
  })
  .meta({ id: 'Lanes' })

export type LanesJson = z.infer<typeof lanesSchema>
export type LaneJson = LanesJson['claims'][number]
export type LaneChangeJson = LanesJson['changes'][number]
export type AcrossJson = LanesJson['across'][number]
export type LaneVersionJson = LanesJson['versions'][number]

export function lanesJson(
  article: ArticleView,
  { versions, lanes, changes, across, totals }: Lanes,
  coverage: CoverageJson,
): LanesJson {
  const indexes = new Map(changes.map((change, i) => [change, i]))
  return {
    article: articleJson(article),
    versions: versions.map((version) => laneVersionJson(version, article.slug)),
    claims: lanes.map((lane) => laneJson(lane, indexes)),
    totals: { ...totals, begun: totals.begun.map((one) => ({ ...one })) },
    changes: changes.map(laneChangeJson),
    across: across.map(({ from, to, changes: hidden }) => ({
      from,
      to,
      url: `/v1/articles/${article.slug}/compare/${from}..${to}`,
      ...countsJson(countsOf(hidden)),
    })),
    coverage,
  }
}

export function laneVersionJson(version: LaneVersionRow, slug: string): LaneVersionJson {
  const { number, capturedAt, until, title, wordCount, unsupported, rereads, withheld, counts } = version
  return {
    number,
    url: `/v1/articles/${slug}/versions/${number}`,
    captured_at: capturedAt,
    until,
    title: withheld === null ? title : null,
    word_count: withheld === null ? wordCount : null,
    unsupported: withheld === null && unsupported,
    technical: rereads !== null,
    withheld,
    ...countsJson(countsIn(counts)),
  }
}

export const stretchJson = ({ from, to, wording }: Stretch): z.infer<typeof stretchSchema> => ({
  from,
  to,
  level: wording.level,
  polarity: wording.polarity,
  source: { id: wording.sourceId, kind: wording.sourceKind, name: wording.sourceName },
})

function laneJson({ claim, zone, stretches, changes }: Lane, indexes: ReadonlyMap<ChangeView, number>): LaneJson {
  return {
    ...claimBriefJson(claim),
    zone,
    check_worthiness: claim.statement.checkWorthiness,
    first_version: claim.firstVersion,
    last_version: claim.lastVersion,
    stretches: stretches.map(stretchJson),
    changes: changes.flatMap((change) => indexes.get(change) ?? []),
  }
}

/** The numbers of the claims of a side, once each. */
const numbersIn = (side: readonly { readonly claims: readonly number[] }[]) => [
  ...new Set(side.flatMap(({ claims }) => claims)),
]

function laneChangeJson(change: ChangeView): LaneChangeJson {
  return {
    id: change.id,
    edit: editOf(change),
    url: change.id === null ? null : `/v1/changes/${change.id}`,
    from: change.from?.number ?? change.to.number,
    to: change.to.number,
    kinds: [...change.kinds],
    detail: detailJson(change.detail),
    acknowledged: change.acknowledged,
    before: numbersIn(change.before),
    after: numbersIn(change.after),
    words: wordsOf(change),
  }
}

function wordsOf({ kinds, before, after, evidence }: ChangeView): LaneChangeJson['words'] {
  const [kind] = byWeight(kinds)
  if (before.length === 0 || after.length === 0 || kind === 'superseded') return null
  const text = (side: readonly ChangeSide[]) => side.map(({ exact }) => exact).join(' ')
  return replacedWords(text(before), text(after), evidence.find((found) => found.kind === kind) ?? null)
}
