/** The latest changes of the archive or of a story: the query, and the page made of its rows. The route and the pages share it. */
import { z } from 'zod'
import { LATER } from '../../core/changes/weight.ts'
import { invalid } from '../../failure.ts'
import type { ChangeRow } from '../../store/read/changes.ts'
import { LATEST_SORTS, type LatestFilter } from '../../store/read/stories/latest-changes.ts'
import { changeFilterOf, changeFilterShape, type GivenFilter } from '../request/change-filter.ts'
import { DEFAULT_LIMIT, fromCursor, listShape, page } from '../request/list.ts'
import { flag, fromTime, time } from '../request/values.ts'

/** The period of a list of changes, and whether first versions count. */
export const periodShape = {
  from: fromTime.optional().meta({
    description: 'Changes of versions captured then or later. A date alone means its beginning, UTC',
    example: '2025-03-13',
  }),
  to: time.optional().meta({
    description: 'Changes of versions captured then or earlier. A date alone means its end, UTC',
    example: '2025-03-14',
  }),
  first_versions: flag.optional().meta({
    description: 'false: without what first versions introduce. Default: true',
  }),
}

export const latestSort = z.enum(LATEST_SORTS).meta({
  description:
    'The last first, by the capture of the version or as recorded, and only what stands: no retractions, and nothing that was retracted',
})

interface GivenPeriod {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly first_versions?: boolean | undefined
}

/** The period as the store takes it. Throws Failure invalid where it ends before it begins. */
export function periodOf({ from, to, first_versions }: GivenPeriod) {
  if (from !== undefined && to !== undefined && to < from) throw invalid('query.to', 'is before from')
  return {
    captured: from === undefined && to === undefined ? undefined : { from, to },
    laterVersions: first_versions === false,
  }
}

interface LatestQuery extends GivenFilter, GivenPeriod {
  readonly sort: LatestFilter['sort']
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** The types of the parts of the sort key, and the key of a row. */
export const LATEST_KEY = ['string', 'id', 'id'] as const
export const latestKey = ({ toCapturedAt, toVersion, id }: ChangeRow): [string, number, number] => [toCapturedAt, toVersion, id]

/** The filter of a query. Throws Failure invalid. */
export function latestFilter(given: LatestQuery): LatestFilter {
  const { sort, limit = DEFAULT_LIMIT, cursor } = given
  const beyond = fromCursor(`changes.${sort}`, { cursor }, ...LATEST_KEY)
  return { ...changeFilterOf(given), ...periodOf(given), sort, beyond, limit: limit + 1 }
}

/** The page of the rows, and the cursor of the next; null: it is the last. */
export function latestPage(rows: readonly ChangeRow[], { sort, limit }: LatestFilter) {
  return page(rows, limit - 1, `changes.${sort}`, latestKey)
}

/** The query of a page that lists the latest changes: the filters of `/v1/changes` that people choose by. */
export const changesPageShape = {
  limit: listShape.limit,
  cursor: listShape.cursor,
  kind: changeFilterShape.kind,
  source: changeFilterShape.source,
  disclosed: changeFilterShape.disclosed,
  from: periodShape.from,
  to: periodShape.to,
  first_versions: periodShape.first_versions,
  added: flag.optional().meta({ description: 'true: also changes that only introduce claims. Default: false' }),
}

export type ChangesPageQuery = z.infer<z.ZodObject<typeof changesPageShape>> & { readonly publication?: string | undefined }

/** Whether a page also lists what only introduces claims. */
const listsAdded = ({ added, first_versions }: ChangesPageQuery): boolean => added ?? first_versions ?? false

/**
 * The parameters of `/v1/changes` by which a page lists changes: without first versions and without what only introduces claims, unless it is
 * asked for them. `slug`: of one story.
 */
export const changesPageQuery = ({ added, ...query }: ChangesPageQuery, slug?: string) => ({
  ...query,
  kind: query.kind ?? (query.disclosed !== undefined || listsAdded({ added, ...query }) ? undefined : LATER),
  ...(slug !== undefined && { article: slug }),
  sort: '-captured' as const,
  first_versions: query.first_versions ?? false,
})
