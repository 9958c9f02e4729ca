/** Claims of other articles that have the same content, and how they differ. */

import { sameClaim } from '../core/across/same-claim.ts'
import type { ArticleClaim } from '../core/across/standalone-claim.ts'
import type { Statement } from '../core/article.ts'
import type { Verdict } from '../core/changes/sentence-changes.ts'
import type { ClaimView } from '../store/read/claims.ts'
import type { ClaimElsewhereRow } from '../store/read/claims-elsewhere.ts'
import { parseStatement } from '../store/sql/packed-statement.ts'

/** Most claims of an answer. */
const MOST = 20

export interface ClaimElsewhere {
  readonly row: ClaimElsewhereRow
  readonly statement: Statement
  /** From the claim to this one. It has no kinds where the two are the same word for word. */
  readonly difference: Verdict
}

/** The claims among `rows` that have the content of `claim`, the most similar first, and whether there are more. */
export function claimsElsewhere(
  claim: ClaimView,
  rows: readonly ClaimElsewhereRow[],
): { claims: ClaimElsewhere[]; more: boolean } {
  const same = sameClaim(articleClaim(claim.sentence, claim.statement, claim))
  const found = rows.flatMap((row): ClaimElsewhere[] => {
    const statement = parseStatement(row.analysis)
    const difference = same(articleClaim(row.sentence, statement, row))
    return difference ? [{ row, statement, difference }] : []
  })
  return { claims: found.slice(0, MOST), more: found.length > MOST }
}

function articleClaim(
  text: string,
  statement: Statement,
  { sourceName, sourceKind }: Pick<ClaimElsewhereRow, 'sourceName' | 'sourceKind'>,
): ArticleClaim {
  const kind = sourceKind ?? statement.source.kind
  const name = kind === 'named' ? sourceName : null
  return {
    text,
    source: name,
    claim: { sentence: 0, index: 0, statement, reading: { name, kind, source: null, dates: [], label: null } },
  }
}
