/** Zones of a change as the tables of counts keep them: one bit a zone. */
import { type SQL, sql } from 'drizzle-orm'
import type { Zone } from '../../core/article.ts'
import { ZONES } from './packing.ts'

/** A zone as its bit, in the order of ZONES. */
export const zoneBit = (zone: Zone): number => 1 << ZONES.indexOf(zone)

/** The zones of a row of `changes`, by an alias: those of the new sentences, or of the old ones where there are no new ones. */
export const zonesOf = (alias: string): SQL => {
  const c = sql.identifier(alias)
  return sql`(select coalesce(sum(distinct 1 << (z.value ->> 1)), 0)
    from json_each(case when ${c}.after = '[]' then ${c}.before else ${c}.after end) z)`
}
