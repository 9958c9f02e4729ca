/** Asking for an article as it stood at a version or at a time. */
import { invalid } from '../../failure.ts'
import type { AsOf } from '../../store/read/last-position.ts'
import { foundVersion, refuseWithheld } from './article-path.ts'
import { ordinal, time } from './values.ts'

/** The query parameters that say as of when. */
export const asOfShape = {
  version: ordinal.optional().meta({ description: 'As of this version; default: the latest.' }),
  at: time.optional().meta({ description: 'As of this time; a date alone means the end of that day, UTC.' }),
}

interface Given {
  readonly version?: number | undefined
  readonly at?: string | undefined
}

/** As of when; undefined: now. Throws Failure invalid. */
export function asOfGiven({ version, at }: Given): AsOf | undefined {
  if (version !== undefined && at !== undefined) throw invalid('query.at', 'give either version or at')
  return version !== undefined ? { number: version } : at !== undefined ? { at } : undefined
}

/** No version after a time that no article reaches: what stands now. */
export const NOW: AsOf = { at: '9999' }

/**
 * Refuses what was asked as of a version that is withheld, or that there is not; `stood` is the row of `versionAsOf`. Before the
 * first version an article had nothing, which is an answer. Throws Failure: not_found, withheld.
 */
export function refuseAsOf(
  asOf: AsOf | undefined,
  stood: Parameters<typeof refuseWithheld>[0] | undefined,
  slug: string,
): void {
  if (asOf === undefined) return
  if ('number' in asOf) foundVersion(stood, slug, asOf.number)
  if (stood) refuseWithheld(stood)
}
