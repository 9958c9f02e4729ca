/** The small picture of a story, as columns of a query over `articles`: its versions, and how the claims that changed ran through them. */
import { type SQL, sql } from 'drizzle-orm'
import { LATER } from '../../../core/changes/weight.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { ofStatement } from '../../sql/packed-statement.ts'
import { standsInSight } from '../../sql/stands.ts'
import { isNotWithheld, shownKinds } from '../../sql/visibility.ts'

const LATER_MASK = maskOf(LATER)

/** JSON [[number, place, whether it is withheld], …] of the versions, in order. */
export const pictureVersions = sql<string>`(select json_group_array(json_array(v.number, v.place, not ${isNotWithheld('v')}) order by v.place)
  from versions v where v.article_id = articles.id)`

/** JSON of the changes of a claim `lane`: [[kinds as bits, number of the version that made it, whether the claim stood before], …]. */
const changesOfClaim: SQL = sql`(select json_group_array(json_array(${shownKinds('c')}, v.number, (select min(f.from_place) from wordings f where f.claim_id = lane.id) < v.place))
  from trails t cross join changes c cross join versions v where t.claim_id = lane.id and c.id = t.change_id and v.id = c.to_version
  and c.from_version is not null and c.aside = 0 and (${shownKinds('c')} & ${LATER_MASK}) <> 0 and ${standsInSight('c')})`

/** JSON of the wordings of a claim `lane`: [[from place, until place or null, how surely], …]. */
const wordingsOfClaim: SQL = sql`(select json_group_array(json_array(w.from_place, w.until_place, ${ofStatement.level(sql`s.analysis`)})
    order by w.from_place)
  from wordings w cross join statements s where w.claim_id = lane.id and s.id = w.statement_id)`

/** JSON [[number, wordings, changes], …] of so many claims that have changed, in order of their numbers. */
export const pictureClaims = (most: number) =>
  sql<string>`(select json_group_array(json_array(lane.number, json(${wordingsOfClaim}), json(${changesOfClaim})))
    from (select * from claims where claims.article_id = articles.id and claims.changes > 1 and claims.status <> 'retracted'
      and claims.verdict is not 'rejected' order by claims.number limit ${most}) lane)`
