/** Queries for an article as it was at a version or at a time. */
import { invalid } from '../../failure.ts'
import type { AsOf } from '../../store/read/last-position.ts'
import { foundVersion, refuseWithheld } from './article-path.ts'
import { ordinal, time } from './values.ts'

/** The query parameters `version` and `at`. */
export const asOfShape = {
  version: ordinal.optional().meta({ description: 'As of this version; default: the latest.' }),
  at: time.optional().meta({ description: 'As of this time; a date alone means the end of that day, UTC.' }),
}

interface Given {
  readonly version?: number | undefined
  readonly at?: string | undefined
}

/** The version or time that the query names; undefined: now. Throws Failure invalid. */
export function asOfGiven({ version, at }: Given): AsOf | undefined {
  if (version !== undefined && at !== undefined) throw invalid('query.at', 'give either version or at')
  return version !== undefined ? { number: version } : at !== undefined ? { at } : undefined
}

/** A time after every version: the present state. */
export const NOW: AsOf = { at: '9999' }

/**
 * Refuses a query as of a version that is withheld or does not exist; `version` is the row of `versionAsOf`. Before its first
 * version an article is empty, which is an answer. Throws Failure: not_found, withheld.
 */
export function refuseAsOf(
  asOf: AsOf | undefined,
  version: Parameters<typeof refuseWithheld>[0] | undefined,
  slug: string,
): void {
  if (asOf === undefined) return
  if ('number' in asOf) foundVersion(version, slug, asOf.number)
  if (version) refuseWithheld(version)
}
