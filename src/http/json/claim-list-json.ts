/** A claim as JSON in lists: in brief, with its statement, and as a row of CSV or NDJSON. */
import { z } from 'zod'
import { spannedText } from '../../core/claims/sources/source-identity.ts'
import type { ClaimView } from '../../store/read/claims.ts'
import { CLAIM_STATUSES, VERDICTS } from '../../store/schema.ts'
import { certaintySchema } from '../request/vocabulary.ts'
import { dateSchema, rulesSchema } from './claim-json.ts'

export const sourceSchema = z.object({
  id: z.int().nullable(),
  kind: z.enum(['named', 'unnamed', 'document', 'author']),
  name: z.string().nullable(),
})

/** The label and the verdict of a claim, by people or the engine. */
export const decidedShape = {
  label: z.string().describe('As a person set it, or else as the engine did'),
  label_by: z.enum(['machine', 'human']),
  verdict: z.enum(VERDICTS).nullable().describe('The decision of people; null: none'),
}

export function decidedJson(machineLabel: string, { humanLabel, verdict }: Pick<ClaimView, 'humanLabel' | 'verdict'>) {
  return { label: humanLabel ?? machineLabel, label_by: humanLabel === null ? 'machine' : 'human', verdict } as const
}

const briefShape = {
  number: z.int(),
  url: z.string(),
  ...decidedShape,
  status: z.enum(CLAIM_STATUSES),
  source: sourceSchema,
  certainty: certaintySchema.pick({ level: true, polarity: true }),
}
export const claimBriefSchema = z.object(briefShape).meta({ id: 'ClaimInBrief' })

export const claimShape = {
  ...briefShape,
  article: z.string(),
  statement: z.object({
    text: z.string().describe('The whole sentence'),
    content: z.string().describe('The claim without source and cue'),
    cue: z.string().nullable().describe('The cue’s dictionary form'),
    cue_text: z.string().nullable().describe('The cue as it stands in the sentence'),
    quotation: z.enum(['direct', 'mixed', 'indirect', 'none']),
    dates: z.array(dateSchema).describe('Offsets count from the sentence’s start'),
  }),
  check_worthiness: z.number(),
  first_version: z.int().nullable(),
  last_version: z.int().nullable().describe('null while it is present'),
  changes: z.int().describe('How many changes its trail has, its introduction included'),
  rules: rulesSchema.optional(),
}
export const claimSchema = z.object(claimShape).meta({ id: 'Claim' })

function sourceOf(claim: ClaimView): z.infer<typeof sourceSchema> {
  const kind = claim.sourceKind ?? claim.statement.source.kind
  return { id: claim.sourceId, kind, name: claim.sourceName }
}

export function claimBriefJson(claim: ClaimView): z.infer<typeof claimBriefSchema> {
  const { certainty } = claim.statement
  return {
    number: claim.number,
    url: `/v1/articles/${claim.slug}/claims/${claim.number}`,
    ...decidedJson(claim.label, claim),
    status: claim.status,
    source: sourceOf(claim),
    certainty: { level: certainty.level, polarity: certainty.polarity },
  }
}

/** With the claim's rules where `explained`. */
export function claimJson(claim: ClaimView, explained: boolean): z.infer<typeof claimSchema> {
  const { statement, sentence, dates } = claim
  return {
    ...claimBriefJson(claim),
    article: claim.slug,
    statement: {
      text: sentence,
      content: spannedText(sentence, statement.content),
      cue: statement.cue?.lemma ?? null,
      cue_text: statement.cue && spannedText(sentence, statement.cue.spans),
      quotation: statement.quotation,
      dates: statement.dates.map(({ start, end }, i) => ({
        text: sentence.slice(start, end),
        start,
        end,
        resolved: dates[i] ?? null,
      })),
    },
    check_worthiness: statement.checkWorthiness,
    first_version: claim.firstVersion,
    last_version: claim.lastVersion,
    changes: claim.changes,
    ...(explained && { rules: [...statement.rules] }),
  }
}

const COLUMNS = [
  'article',
  'number',
  'label',
  'label_by',
  'verdict',
  'status',
  'text',
  'content',
  'source',
  'source_kind',
  'cue',
  'quotation',
  'certainty',
  'polarity',
  'check_worthiness',
  'first_version',
  'last_version',
  'changes',
  'dates',
]

/** The columns of a list, of claims with their rules where `explained`. */
export const claimTable = (explained: boolean) => ({
  columns: explained ? [...COLUMNS, 'rules'] : COLUMNS,
  flat: ({
    article,
    number,
    label,
    label_by,
    verdict,
    status,
    statement,
    source,
    certainty,
    ...rest
  }: z.infer<typeof claimSchema>) => ({
    article,
    number,
    label,
    label_by,
    verdict,
    status,
    text: statement.text,
    content: statement.content,
    source: source.name,
    source_kind: source.kind,
    cue: statement.cue,
    quotation: statement.quotation,
    certainty: certainty.level,
    polarity: certainty.polarity,
    check_worthiness: rest.check_worthiness,
    first_version: rest.first_version,
    last_version: rest.last_version,
    changes: rest.changes,
    dates: statement.dates.flatMap(({ resolved }) => resolved ?? []),
    rules: rest.rules ?? null,
  }),
})
