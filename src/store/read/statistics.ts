/** Reads how many changes there were, from the counts that every write keeps. */
import { and, eq, gt, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Zone } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import type { Interval } from '../../core/intervals.ts'
import { archiveChangeCounts, changeCounts, sourceChangeCounts } from '../count-tables.ts'
import { articles, sources } from '../schema.ts'
import { maskOf } from '../sql/kind-mask.ts'
import { zoneBit } from '../sql/zone-mask.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { sourceIds } from './sources.ts'

export const DIMENSIONS = ['kind', 'acknowledged', 'publication', 'source', 'article'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export interface CountFilter {
  readonly interval: Interval
  readonly by: Dimension
  /** The first hour and the last ("2025-03-12T08"). */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kinds?: readonly Kind[] | undefined
  readonly acknowledged?: boolean | undefined
  readonly zone?: Exclude<Zone, 'furniture'> | undefined
  /** A source's id or name. */
  readonly source?: string | undefined
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  readonly limit: number
}

/** The first hour of the interval in which an hour lies. */
const STARTS: Record<Interval, (hour: SQL) => SQL> = {
  hour: (hour) => hour,
  day: (hour) => sql`substr(${hour}, 1, 10) || 'T00'`,
  // The Sunday on or after it, and back to Monday; the week in which year 0000 begins has no earlier start, as in intervals.ts.
  week: (hour) => sql`max(date(substr(${hour}, 1, 10), 'weekday 0', '-6 days'), '0000-01-01') || 'T00'`,
  month: (hour) => sql`substr(${hour}, 1, 7) || '-01T00'`,
}

/**
 * The query for the sums, latest first: for each interval ("2025-03-12T00", its first hour) and each value of the dimension.
 * `key` is a set of kinds as bits, of which a change of several counts once for each, 1 or 0 for acknowledged or not, or the id of a
 * source with its name.
 */
export function countRows(store: Store, filter: CountFilter) {
  const { by, interval, source, slug, publication } = filter
  if ((by === 'kind' || by === 'acknowledged') && source === undefined && slug === undefined && publication === undefined)
    return archiveCounts(store, filter)
  const counted = by === 'source' || filter.source !== undefined ? sourceChangeCounts : changeCounts
  const start = STARTS[interval](sql`${counted.hour}`)
  const key = {
    kind: sql<number>`${counted.kinds}`,
    acknowledged: sql<number>`${counted.acknowledged}`,
    publication: sql<string | null>`${articles.publication}`,
    source: sql<number>`${sources.id}`,
    article: sql<string>`${articles.slug}`,
  }[by]
  return store.db
    .select({
      start: sql<string>`${start}`,
      key: sql<number | string | null>`${key}`,
      name: by === 'source' ? sql<string | null>`${sources.name}` : sql<string | null>`null`,
      changes: sql<number>`sum(${counted.changes})`,
    })
    .from(counted)
    .innerJoin(articles, eq(articles.id, counted.articleId))
    .leftJoin(sources, by === 'source' ? sql`${sources.id} = ${sourceChangeCounts.sourceId}` : sql`${sources.id} = null`)
    .where(
      and(
        within(counted, filter),
        filter.source === undefined ? undefined : sql`${sourceChangeCounts.sourceId} in ${sourceIds(filter.source)}`,
        filter.slug === undefined ? undefined : sql`${counted.articleId} = ${articleIdOf(filter.slug)}`,
        filter.publication === undefined ? undefined : eq(articles.publication, filter.publication),
      ),
    )
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`1 desc`, sql`2`)
    .limit(filter.limit)
}

/** The sums over the whole archive, from the sums over all articles. */
function archiveCounts(store: Store, filter: CountFilter) {
  const counted = archiveChangeCounts
  return store.db
    .select({
      start: sql<string>`${STARTS[filter.interval](sql`${counted.hour}`)}`,
      key: sql<number | string | null>`${filter.by === 'kind' ? counted.kinds : counted.acknowledged}`,
      name: sql<string | null>`null`,
      changes: sql<number>`sum(${counted.changes})`,
    })
    .from(counted)
    .where(within(counted, filter))
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`1 desc`, sql`2`)
    .limit(filter.limit)
}

/**
 * The query for the sums over the archive in so many days, to that of the latest change: for each day, each set of kinds and each of
 * acknowledged or not, by time. It reads only the counts of those days.
 */
export function recentCounts(store: Store, days: number) {
  const counted = archiveChangeCounts
  const latest = sql`(select max(hour) from archive_change_counts where changes > 0)`
  return store.db
    .select({
      day: sql<string>`substr(${counted.hour}, 1, 10)`,
      kinds: counted.kinds,
      acknowledged: counted.acknowledged,
      changes: sql<number>`sum(${counted.changes})`,
    })
    .from(counted)
    .where(and(gt(counted.changes, 0), sql`${counted.hour} >= date(substr(${latest}, 1, 10), ${`-${days - 1} days`}) || 'T00'`))
    .groupBy(sql`1`, sql`2`, sql`3`)
    .orderBy(sql`1`, sql`2`)
}

/** Counts of the hours, kinds and zones asked for, and of changes that are acknowledged or not. */
function within(
  counted: Record<'hour' | 'kinds' | 'acknowledged' | 'zones' | 'changes', SQLiteColumn>,
  { from, to, kinds, acknowledged, zone }: CountFilter,
) {
  return and(
    gt(counted.changes, 0),
    from === undefined ? undefined : gte(counted.hour, from),
    to === undefined ? undefined : lte(counted.hour, to),
    kinds?.length ? sql`(${counted.kinds} & ${maskOf(kinds)}) <> 0` : undefined,
    acknowledged === undefined ? undefined : eq(counted.acknowledged, acknowledged ? 1 : 0),
    zone === undefined ? undefined : sql`(${counted.zones} & ${zoneBit(zone)}) <> 0`,
  )
}

export type CountRow = Awaited<ReturnType<typeof countRows>>[number]
