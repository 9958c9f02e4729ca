/** Writes reviews, and the decisions on claims that follow from them. */
import { type SQL, sql } from 'drizzle-orm'
import { MASK_BITS, searchWords, wordMask } from '../../core/across/search-words.ts'
import { logEntries } from '../log/append.ts'
import { reviewDigest, sealedReview, sealedStatement, statementsDigest } from '../log/digests.ts'
import { changeEntries } from '../log/recording-entries.ts'
import type { ReviewAction } from '../schema.ts'
import { packStatement } from '../sql/packed-statement.ts'
import type { ReviewDetail, StandingReview } from '../sql/standing-reviews.ts'
import { changeStatements, type NewChange } from './change-rows.ts'
import { derivedStatements } from './derive.ts'

export interface NewReview {
  readonly id: number
  readonly articleId: number
  readonly claim: number
  readonly change: number | null
  readonly action: ReviewAction
  readonly detail: StandingReview['detail']
  readonly withdraws: number | null
  readonly reviewer: string
  readonly reason: string | null
  readonly reviewedAt: string
}

/**
 * The statements that write a review and the rows of changes that follow from it. `touched`: the claims whose state may differ, by
 * id. `recordings`: `articles.recordings` as the write found it.
 */
export function reviewStatements(
  r: NewReview,
  changes: readonly NewChange[],
  touched: readonly number[],
  recordings: number,
): SQL[] {
  return [
    ...reviewRow(r),
    ...changeStatements(r.articleId, changes, r.reviewedAt),
    ...logEntries(r.articleId, changeEntries(changes, r.reviewedAt)),
    ...derivedStatements({
      articleId: r.articleId,
      recordings,
      reviewed: true,
      changes,
      withheld: true,
      claims: touched,
      sources: 'all',
    }),
  ]
}

/** The statements that write a review that records the whole article again; those of the recording follow. */
export const bindingStatements = (r: NewReview): SQL[] => [
  ...reviewRow(r),
  ...(r.detail.added ? addedRows(r, r.detail.added) : []),
]

/** How many words of the sentence `s` come before a part of it. */
const wordsBefore = (part: string): SQL => sql`(select length(text) - length(replace(text, ' ', ''))
  from (select substr(s.text, 1, instr(s.text, ${part}) - 1) as text))`

/** A statement that a person adds is of the run of the sentence's others. */
function addedRows({ articleId, detail: { exact = '' } }: NewReview, added: NonNullable<ReviewDetail['added']>): SQL[] {
  const packed = packStatement(added.statement)
  const row = { sentenceId: added.sentence, place: added.index, reason: 'ingest', sealed: sealedStatement(packed) } as const
  return [
    sql`insert into statements (id, sentence_id, place, run_id, analysis, words)
      select ${added.statementId}, ${added.sentence}, ${added.index}, t.run_id, ${JSON.stringify(packed)},
        ${wordMask(exact, searchWords(exact))} << ${wordsBefore(exact)} & ${2 ** MASK_BITS - 1}
      from sentences s join statements t on t.sentence_id = s.id join analysis_runs r on r.id = t.run_id and r.reason = 'ingest'
      where s.id = ${added.sentence} order by t.place limit 1`,
    sql`insert into statement_search (rowid, label, content, source)
      values (${added.statementId}, ${added.statement.label}, ${exact}, ${added.name ?? ''})`,
    ...logEntries(articleId, [{ kind: 'statements', subject: added.statementId, digest: statementsDigest([row]) }]),
  ]
}

function reviewRow(r: NewReview): SQL[] {
  const detail = JSON.stringify(r.detail)
  return [
    sql`insert into reviews (id, article_id, claim, change_id, action, detail, withdraws, reviewer, reason, reviewed_at)
      values (${r.id}, ${r.articleId}, ${r.claim}, ${r.change}, ${r.action}, ${detail}, ${r.withdraws}, ${r.reviewer}, ${r.reason},
        ${r.reviewedAt})`,
    ...logEntries(r.articleId, [
      { kind: 'review', subject: r.id, digest: reviewDigest({ ...r, sealed: sealedReview({ detail, reason: r.reason }) }) },
    ]),
  ]
}
