/** SQL expressions for the decisions of people on a row of `changes`. */
import { type SQL, sql } from 'drizzle-orm'
import type { ReviewAction, VERDICTS } from '../schema.ts'

export type Verdict = (typeof VERDICTS)[number]

/** Who decided, when and why. */
export interface ByReview {
  readonly review: number
  readonly action: ReviewAction
  readonly reviewer: string
  readonly reviewedAt: string
  readonly reason: string | null
}

/** The last review that a change follows: one of the change itself, the one that retracted it, or the one that reported it. */
const reviewOf = (c: SQL) => sql`coalesce(
  (select max(s.id) from standing_reviews s where s.change_id = ${c}.id),
  (select x.review_id from changes x where x.retracts = ${c}.id), ${c}.review_id)`

/** The review that decides on a change. A change that is reported because another was rejected is not rejected itself. */
const verdictReview = (c: SQL) => sql`coalesce(
  (select max(s.id) from standing_reviews s where s.change_id = ${c}.id),
  (select x.review_id from changes x where x.retracts = ${c}.id),
  (select k.id from reviews k where k.id = ${c}.review_id and k.action = 'confirm'))`

/** The last review's JSON; null where no person decided. */
export function byReview(alias: string): SQL<string | null> {
  const c = sql.identifier(alias)
  return sql<string | null>`(select json_object('review', b.id, 'action', b.action, 'reviewer', b.reviewer,
    'reviewedAt', b.reviewed_at, 'reason', b.reason) from reviews b where b.id = ${reviewOf(sql`${c}`)})`
}

/** Whether a change is confirmed or rejected by a review that stands; null of a row that only takes back another. */
export function verdictOf(alias: string): SQL<Verdict | null> {
  const c = sql.identifier(alias)
  return sql<Verdict | null>`case when ${c}.retracts is null then
    (select case b.action when 'confirm' then 'confirmed' when 'reject' then 'rejected' end
      from standing_reviews b where b.id = ${verdictReview(sql`${c}`)}) end`
}

/** Whether a change was retracted by a rejection that stands. */
export function isRejected(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`(${c}.retracts is null and exists (select 1 from changes x join standing_reviews b on b.id = x.review_id
    where x.retracts = ${c}.id and b.action = 'reject'))`
}
