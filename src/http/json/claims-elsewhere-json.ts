/** Claims of other articles that match a claim, as JSON. */
import { z } from 'zod'
import type { ClaimElsewhere } from '../../reading/claims-elsewhere.ts'
import { CLAIM_STATUSES } from '../../store/schema.ts'
import { changeShape, detailJson } from './change-json.ts'
import { sourceSchema } from './claim-list-json.ts'

export const claimsElsewhereSchema = z
  .object({
    article: z.string(),
    number: z.int(),
    url: z.string(),
    label: z.string(),
    status: z.enum(CLAIM_STATUSES),
    source: sourceSchema,
    text: z.string().describe('The whole sentence'),
    kinds: z.array(changeShape.kinds.element).describe('The differences from this claim to that one; empty: the same words'),
    detail: changeShape.detail,
    evidence: changeShape.evidence,
  })
  .meta({ id: 'ClaimElsewhere' })

export function claimsElsewhereJson({ row, statement, difference }: ClaimElsewhere): z.infer<typeof claimsElsewhereSchema> {
  return {
    article: row.slug,
    number: row.number,
    url: `/v1/articles/${row.slug}/claims/${row.number}`,
    label: row.label,
    status: row.status,
    source: { id: row.sourceId, kind: row.sourceKind ?? statement.source.kind, name: row.sourceName },
    text: row.sentence,
    kinds: [...difference.kinds],
    detail: detailJson(difference.detail),
    evidence: difference.evidence.map(({ kind, rule, before, after }) => ({ kind, rule, before, after })),
  }
}
