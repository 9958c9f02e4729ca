/** How much a change matters as an example (`weightOf` of core), as an expression over a row of `changes`. */
import { type SQL, sql } from 'drizzle-orm'
import { KINDS } from '../../core/changes/change.ts'
import { SHOWS, SHOWS_LESS } from '../../core/changes/weight.ts'
import { maskOf } from './kind-mask.ts'
import { ZONES } from './packing.ts'
import { shownKinds } from './visibility.ts'

/** The kinds of each weight, the heaviest first. */
const WEIGHTS = [...Map.groupBy(KINDS, (kind) => SHOWS[kind])].sort(([a], [b]) => b - a)

/** The weight of a row, by the table's name or alias. */
export function changeWeight(alias: string): SQL {
  const c = sql.identifier(alias)
  // Written out: a statement of D1 has at most 100 parameters.
  const number = (value: number) => sql.raw(String(value))
  const cases = WEIGHTS.map(
    ([weight, kinds]) => sql`when (${shownKinds(alias)} & ${number(maskOf(kinds))}) <> 0 then ${number(weight)}`,
  )
  return sql`(case ${sql.join(cases, sql` `)} else 0 end - ${c}.acknowledged * ${SHOWS_LESS.disclosed}
    - coalesce(${c}.before ->> '$[0][1]' = ${ZONES.indexOf('headline')}, 0) * ${SHOWS_LESS.headline})`
}
