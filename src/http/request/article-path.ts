/** The slug in a path, and the failures of rows that are not found or withheld. */
import { z } from 'zod'
import { Failure } from '../../failure.ts'

/** A slug in a path. It is looked up and not validated, so that one that no article can have is not found. */
export const slugParam = z
  .string()
  .meta({ description: 'The slug of the article; a former one redirects to the present one', example: 'kremlin-cease-fire' })

/** The row of an article, found by `slug`; throws Failure not_found. */
export function found<Row>(row: Row | null | undefined, slug: string): Row {
  if (!row) throw new Failure('not_found', `There is no article "${slug}".`)
  return row
}

/** The row of a version, found by `number`; throws Failure not_found. */
export function foundVersion<Row>(row: Row | null | undefined, slug: string, number: number): Row {
  if (!row) throw new Failure('not_found', `There is no version ${number} of an article "${slug}".`)
  return row
}

/** Refuses a version that is withheld, with its reason. Throws Failure withheld. */
export function refuseWithheld(row: {
  readonly slug: string
  readonly number: number
  readonly withheld: string | null
}): void {
  if (row.withheld !== null)
    throw new Failure('withheld', `Version ${row.number} of "${row.slug}" is withheld: ${row.withheld}`)
}
