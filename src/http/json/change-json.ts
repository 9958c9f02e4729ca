/** A change as JSON. */
import { z } from 'zod'
import { type Detail, KINDS } from '../../core/changes/change.ts'
import { type ChangeRow, type ChangeSide, type ChangeView, changeView } from '../../store/read/changes.ts'
import { REVIEW_ACTIONS, VERDICTS } from '../../store/schema.ts'
import type { ByReview } from '../../store/sql/verdicts.ts'
import { zoneSchema } from '../request/vocabulary.ts'
import { editId } from './edit-id.ts'

export const kindSchema = z.enum(KINDS)

const sideSchema = z.object({
  zone: zoneSchema,
  start: z.int(),
  end: z.int(),
  exact: z.string().describe('The whole sentence'),
  claims: z.array(z.int()).describe('Numbers of the claims in it that the change is about'),
  wordings: z
    .array(
      z.object({
        claim: z.int(),
        label: z.string().describe('As the engine set it in this version'),
        human_label: z.string().nullable().describe('As a person named the claim, for all of its versions; null: nobody did'),
        text: z.string(),
        spans: z.array(z.tuple([z.int(), z.int()])).describe('Positions in the title or the body, as start and end are'),
      }),
    )
    .describe('The own words of these claims in the sentence'),
})

const versionSchema = z.object({ number: z.int(), captured_at: z.string(), url: z.string() })

const numberSchema = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  unit: z.string().nullable().describe('The unit of both; null: none was found, or each has its own'),
  from_unit: z.string().optional().describe('Only where the two have different units: USD'),
  to_unit: z.string().optional().describe('Only where the two have different units: EUR'),
})

const detailSchema = z
  .object({
    source_changed: z.enum(['replaced', 'attributed', 'unattributed', 'named', 'anonymised']),
    quote_changed: z.enum(['edited', 'quoted', 'unquoted']),
    number_changed: z.array(numberSchema),
    date_changed: z.array(z.object({ from: z.string(), to: z.string() })),
    moved: z.enum(['up', 'down']),
    restored: z.object({ since: z.int().describe('The number of the version that last had it') }),
  })
  .partial()
  .meta({ id: 'ChangeDetail' })
  .describe('Keyed by the kind it belongs to')

/** The kinds of a change, its details and its evidence. */
export const changeShape = {
  kinds: z.array(kindSchema).min(1),
  detail: detailSchema,
  evidence: z.array(
    z.object({ kind: kindSchema, rule: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
}

const bySchema = z
  .object({
    review: z.int(),
    url: z.string(),
    action: z.enum(REVIEW_ACTIONS),
    reviewer: z.string(),
    reviewed_at: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Decision' })

export const EDIT =
  'Rows of one article that have the same kinds and the same sentences in the same step have the same edit: readers fold them'

export const changeSchema = z
  .object({
    id: z.int().nullable().describe('null for a change computed between versions that are not neighbours'),
    edit: z.string().describe(EDIT),
    url: z.string().nullable(),
    article: z.string(),
    from: versionSchema.nullable().describe('null: the first version'),
    to: versionSchema,
    kinds: changeShape.kinds,
    detail: changeShape.detail,
    acknowledged: z.boolean().describe('The new version has a correction, an update or a note about it'),
    technical: z
      .boolean()
      .describe('It is no edit: a newer reader, or other selectors of its watch, read the same page otherwise'),
    note: z
      .array(sideSchema.pick({ zone: true, start: true, end: true, exact: true }))
      .describe('The sentences of that note; empty where there is none, or where the record does not tell which it is'),
    claims: z.array(z.int()),
    before: z.array(sideSchema),
    after: z.array(sideSchema),
    evidence: changeShape.evidence,
    verdict: z.enum(VERDICTS).nullable().describe('The decision of people; null: none. A rejected change does not stand'),
    by: bySchema.nullable().describe('The review that it follows; null: the engine found it and nobody reviewed it'),
    retracts: z.int().nullable().describe('The change that this row retracts'),
    recorded_at: z.string().nullable(),
  })
  .meta({ id: 'Change' })

/** A change that is recorded: it has an id, an address and a time. */
export const recordedSchema = changeSchema
  .extend({ id: z.int(), url: z.string(), recorded_at: z.string() })
  .meta({ id: 'RecordedChange' })

export function recordedJson(row: ChangeRow): z.infer<typeof recordedSchema> {
  return { ...changeJson(changeView(row)), id: row.id, url: `/v1/changes/${row.id}`, recorded_at: row.recordedAt }
}

/** The details of a change, each under its kind. */
export const detailJson = ({ number_changed, date_changed, ...words }: Detail): z.infer<typeof detailSchema> => ({
  ...words,
  ...(number_changed && { number_changed: [...number_changed] }),
  ...(date_changed && { date_changed: [...date_changed] }),
})

export function changeJson(change: ChangeView): z.infer<typeof changeSchema> {
  const version = (ref: { number: number; capturedAt: string }) => ({
    number: ref.number,
    captured_at: ref.capturedAt,
    url: `/v1/articles/${change.slug}/versions/${ref.number}`,
  })
  const side = ({ zone, start, end, exact, claims, wordings }: ChangeSide) => ({
    zone,
    start,
    end,
    exact,
    claims: [...claims],
    wordings: wordings.map(({ claim, label, humanLabel, spans }) => ({
      claim,
      label,
      human_label: humanLabel,
      text: spans.map((span) => exact.slice(...span)).join(' '),
      spans: spans.map(([from, to]): [number, number] => [start + from, start + to]),
    })),
  })
  return {
    id: change.id,
    edit: editOf(change),
    url: change.id === null ? null : `/v1/changes/${change.id}`,
    article: change.slug,
    from: change.from && version(change.from),
    to: version(change.to),
    kinds: [...change.kinds],
    detail: detailJson(change.detail),
    acknowledged: change.acknowledged,
    technical: change.technical,
    note: change.note.map(({ zone, start, end, exact }) => ({ zone, start, end, exact })),
    claims: [...change.claims],
    before: change.before.map(side),
    after: change.after.map(side),
    evidence: change.evidence.map(({ kind, rule, before, after }) => ({ kind, rule, before, after })),
    verdict: change.verdict,
    by: change.by && byJson(change.by),
    retracts: change.retracts,
    recorded_at: change.recordedAt,
  }
}

/** The edit that a change belongs to. */
export const editOf = (change: ChangeView): string =>
  editId({ ...change, from: change.from?.number ?? null, to: change.to.number })

function byJson({ review, action, reviewer, reviewedAt, reason }: ByReview): z.infer<typeof bySchema> {
  return { review, url: `/v1/reviews/${review}`, action, reviewer, reviewed_at: reviewedAt, reason }
}

/** A change as a row of CSV or NDJSON: one sentence list a side, joined by a space. */
export const changeTable = {
  columns: [
    'id',
    'edit',
    'article',
    'from_version',
    'to_version',
    'captured_at',
    'kinds',
    'acknowledged',
    'technical',
    'claims',
    'before',
    'after',
    'detail',
    'verdict',
    'reviewer',
    'retracts',
    'recorded_at',
  ],
  flat: (change: z.infer<typeof changeSchema>) => ({
    id: change.id,
    edit: change.edit,
    article: change.article,
    from_version: change.from?.number ?? null,
    to_version: change.to.number,
    captured_at: change.to.captured_at,
    kinds: change.kinds,
    acknowledged: change.acknowledged,
    technical: change.technical,
    claims: change.claims,
    before: change.before.map((s) => s.exact).join(' '),
    after: change.after.map((s) => s.exact).join(' '),
    detail: change.detail,
    verdict: change.verdict,
    reviewer: change.by?.reviewer ?? null,
    retracts: change.retracts,
    recorded_at: change.recorded_at,
  }),
}
