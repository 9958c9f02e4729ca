import { z } from 'zod'
import { Failure } from '../../failure.ts'
/** In a path a slug is looked up, not made: one that no article can have is simply not found. */
export const slugParam = z
  .string()
  .meta({ description: 'The article’s; one that it once had leads to the one it has', example: 'kremlin-cease-fire' })

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

/** What a reader of a withheld version is told. */
export function refuseWithheld(row: {
  readonly slug: string
  readonly number: number
  readonly withheld: string | null
}): void {
  if (row.withheld !== null)
    throw new Failure('withheld', `Version ${row.number} of "${row.slug}" is withheld: ${row.withheld}`)
}
