/** Writes rows of the change feed and of the trails of their claims. */
import { type SQL, sql } from 'drizzle-orm'
import { outboxStatements } from '../hooks/outbox.ts'
import type { Aside } from '../sql/aside.ts'
import { bulk } from '../sql/bulk.ts'

/** The statements that append rows to the change feed and to the trails of their claims, and one row to the outbox of hooks. Their entries of the log are `changeEntries`. */
export function changeStatements(articleId: number, changes: readonly NewChange[], now: string): SQL[] {
  return [
    ...bulk(
      changes,
      (c) => [
        c.id,
        c.fromVersion,
        c.toVersion,
        c.kinds,
        c.before,
        c.after,
        c.detail,
        c.evidence,
        c.acknowledged,
        c.retracts,
        c.reviewId,
        c.aside,
        c.note,
      ],
      (json) => sql`insert into changes (id, article_id, from_version, to_version, kinds, before, after, detail, evidence,
          acknowledged, retracts, review_id, aside, note, recorded_at)
        select value ->> 0, ${articleId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
          value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12,
          case when ${now} = (select v.recorded_at from versions v where v.id = value ->> 2) then '' else ${now} end
        from json_each(${json})`,
    ),
    ...bulk(
      changes.flatMap((c) => c.claimIds.map((claim) => [claim, c.id])),
      (row) => row,
      trailStatement,
    ),
    ...outboxStatements(articleId, changes, now),
  ]
}

/** A retraction has the sources of the retracted change; any other change has those of the wordings on its two sides. */
function trailStatement(json: string): SQL {
  const sourceAt = (version: SQL) => sql`(select w.source_id from versions v join wordings w on w.claim_id = j.value ->> 0
    and w.from_place <= v.place and (w.until_place is null or w.until_place > v.place) where v.id = ${version})`
  return sql`insert into trails (claim_id, change_id, source_before, source_after)
    select j.value ->> 0, c.id,
      case when c.retracts is null then ${sourceAt(sql`c.from_version`)} else l.source_before end,
      case when c.retracts is null then ${sourceAt(sql`c.to_version`)} else l.source_after end
    from json_each(${json}) j join changes c on c.id = j.value ->> 1
    left join trails l on l.claim_id = j.value ->> 0 and l.change_id = c.retracts`
}

export interface NewChange {
  readonly id: number
  readonly fromVersion: number | null
  readonly toVersion: number
  readonly kinds: number
  readonly before: string
  readonly after: string
  readonly detail: string
  readonly evidence: string
  readonly acknowledged: boolean
  readonly retracts: number | null
  /** The review that it follows. */
  readonly reviewId: number | null
  readonly claimIds: readonly number[]
  readonly aside: Aside
  /** JSON of the sentences of the note that acknowledges it; null: none does, or it is not known which. */
  readonly note: string | null
}
