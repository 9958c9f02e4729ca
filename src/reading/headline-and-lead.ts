/** Pairs claims of the headline with claims of the lead that have the same content. */
import { headlineLeadPairs } from '../core/changes/headline-lead-pairs.ts'
import { spannedText } from '../core/claims/sources/source-identity.ts'
import type { HeadlineAndLeadRow } from '../store/read/headline-and-lead.ts'
import { unflattened } from '../store/sql/packed-statement.ts'

/** The numbers of the claims that are the same as claim `number`, from `headlineAndLeadRows`: none or one. Symmetric within a version. */
export function sameInHeadlineAndLead(rows: readonly HeadlineAndLeadRow[], number: number): number[] {
  const openings = rows.map((row) => ({
    number: row.number,
    headline: row.headline === 1,
    content: spannedText(row.text, unflattened(JSON.parse(row.content) as number[])),
  }))
  return headlineLeadPairs(openings).flatMap(([head, lead]) => (head === number ? [lead] : lead === number ? [head] : []))
}
