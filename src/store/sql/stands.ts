/** Which rows of `changes` stand, as conditions in SQL over the table's name or an alias. */
import { type SQL, sql } from 'drizzle-orm'
import { changeIsShown } from './visibility.ts'

/** Neither taken back nor a row that takes back another. */
export function stands(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`(${c}.retracts is null and not exists (select 1 from changes x where x.retracts = ${c}.id))`
}

/** Those of them that readers may see. */
export const standsInSight = (alias: string): SQL => sql`(${stands(alias)} and ${changeIsShown(alias)})`
