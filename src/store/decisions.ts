/** What people decided of an article's claims and changes and did not take back, as a write of the article reads it. */
import { type SQL, sql } from 'drizzle-orm'
import type { PackedSide } from './changes.ts'
import type { REVIEW_ACTIONS } from './schema.ts'

export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

/** What makes a change the same one when it is told again. */
export interface DecidedChange {
  readonly fromVersion: number | null
  readonly toVersion: number
  readonly kinds: number
  readonly before: readonly PackedSide[]
  readonly after: readonly PackedSide[]
}

export interface StandingReview {
  readonly id: number
  /** The claim's number. */
  readonly claim: number
  readonly action: Exclude<ReviewAction, 'withdraw'>
  readonly detail: { readonly label?: string }
  /** The change that it is about; null: the claim itself. */
  readonly change: DecidedChange | null
}

/** What makes a change of a row of `changes` the same one, as JSON. */
export const packedChange = (alias: string): SQL => {
  const c = sql.identifier(alias)
  return sql`json_array(${c}.from_version, ${c}.to_version, ${c}.kinds, json(${c}.before), json(${c}.after))`
}

/** The column for the reviews of an article that stand, as one JSON text. */
export const standingReviews = (articleId: SQL) =>
  sql<string>`(select json_group_array(json_array(r.id, r.claim, r.action, json(r.detail),
      case when c.id is not null then ${packedChange('c')} || '' end) order by r.id)
    from standing_reviews r left join changes c on c.id = r.change_id where r.article_id = ${articleId})`

type PackedReview = [number, number, StandingReview['action'], StandingReview['detail'], string | null]

export function unpackStanding(json: string): StandingReview[] {
  return (JSON.parse(json) as PackedReview[]).map(([id, claim, action, detail, change]) => ({
    id,
    claim,
    action,
    detail,
    change: change === null ? null : unpackChange(change),
  }))
}

export function unpackChange(json: string): DecidedChange {
  const [fromVersion, toVersion, kinds, before, after] = JSON.parse(json) as [
    DecidedChange['fromVersion'],
    number,
    number,
    PackedSide[],
    PackedSide[],
  ]
  return { fromVersion, toVersion, kinds, before, after }
}
