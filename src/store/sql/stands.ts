/** SQL conditions for the rows of `changes` that are current, by the table's name or an alias. */
import { type SQL, sql } from 'drizzle-orm'
import { changeIsShown } from './visibility.ts'

/** The row is neither retracted nor a retraction. */
export function stands(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`(${c}.retracts is null and not exists (select 1 from changes x where x.retracts = ${c}.id))`
}

/** The current rows that readers may see. */
export const standsInSight = (alias: string): SQL => sql`(${stands(alias)} and ${changeIsShown(alias)})`
