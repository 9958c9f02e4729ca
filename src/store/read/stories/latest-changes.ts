/** Reads the latest changes of the archive or of an article: by the capture of their versions, or as recorded, the last first. */
import { type SQL, sql } from 'drizzle-orm'
import { TOLD } from '../../../core/changes/weight.ts'
import { archive, articles, trails } from '../../schema.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { standsInSight } from '../../sql/stands.ts'
import type { Store } from '../../store.ts'
import { articleIdOf } from '../articles.ts'
import { hasSource, isWithin, ownConditions } from '../change-conditions.ts'
import type { ChangeFilter } from '../change-filter.ts'
import { changeRows, standing } from '../changes.ts'
import { sourceIds } from '../sources.ts'
import { hasEver, latest } from './stories.ts'

export const LATEST_SORTS = ['-captured', '-recorded'] as const

type Chosen = Pick<
  ChangeFilter,
  | 'slug'
  | 'publication'
  | 'source'
  | 'kinds'
  | 'zone'
  | 'acknowledged'
  | 'disclosed'
  | 'verdicts'
  | 'captured'
  | 'laterVersions'
  | 'limit'
>

export interface LatestFilter extends Chosen {
  readonly sort: (typeof LATEST_SORTS)[number]
  /** The capture and the id of the version, and the id, of the last change of the page before. */
  readonly beyond?: readonly [capturedAt: string, version: number, id: number] | undefined
}

/** The query for what stands of the changes that a filter chooses, the latest first. `changeView` reads its rows. */
export function latestChanges(store: Store, filter: LatestFilter) {
  const byCapture = filter.sort === '-captured'
  const chosen = byCapture ? idsByCapture(filter) : idsAsRecorded(filter)
  return changeRows(store, {
    among: sql`(select id from ${chosen})`,
    zone: 'all',
    standing: false,
    order: byCapture ? 'captured' : 'newest',
    limit: -1,
  })
}

/** The changes of a list are counted up to this number. */
export const MOST_COUNTED_CHANGES = 1000

/** The query for how many changes a filter chooses, on all pages; one more than are counted: there are more. One row. */
export function latestCount(store: Store, filter: LatestFilter) {
  const all = idsByCapture({ ...filter, beyond: undefined, limit: MOST_COUNTED_CHANGES + 1 })
  return store.db.select({ changes: sql<number>`(select count(*) from ${all})` }).from(archive)
}

/** The query for the present headlines of the stories on a page of the list, by slug; of one story, also where nothing is listed. */
export function headlinesOfChanges(store: Store, filter: LatestFilter) {
  const { slug } = filter
  return store.db
    .select({ slug: articles.slug, headline: sql<string | null>`${latest(sql`nullif(v.title, '')`)}` })
    .from(articles)
    .where(
      slug === undefined
        ? sql`articles.id in (select x.article_id from changes x where x.id in (select id from ${idsByCapture(filter)}))`
        : sql`articles.id = ${articleIdOf(slug)}`,
    )
}

/** The conditions on a row `c` of `changes`. */
function conditions(filter: LatestFilter): SQL[] {
  const { slug, verdicts } = filter
  return [
    ...ownConditions('c', filter),
    hasSource('c', filter),
    slug === undefined ? undefined : sql`c.article_id = ${articleIdOf(slug)}`,
    // Changes that people rejected count only where they are asked for.
    verdicts?.includes('rejected') ? standing({ standing: true, verdicts }, 'c') : standsInSight('c'),
  ].filter((one) => one !== undefined)
}

/** By the index of captures, as far as the page goes; those of an article are sorted. CROSS JOIN keeps the order of the tables. */
function idsByCapture(filter: LatestFilter): SQL {
  const { slug, publication, captured, beyond, limit } = filter
  const [capturedAt, version, id] = beyond ?? []
  const all = [
    sql`c.to_version = v.id and c.article_id = v.article_id`,
    isWithin(sql`v.captured_at`, captured),
    slug === undefined ? hoursOf(filter) : undefined,
    publication === undefined
      ? undefined
      : sql`(select a.publication from articles a where a.id = v.article_id) = ${publication}`,
    beyond &&
      sql`v.captured_at <= ${capturedAt} and (v.captured_at < ${capturedAt} or v.id < ${version} or (v.id = ${version} and c.id < ${id}))`,
    ...conditions(filter),
  ].filter((one) => one !== undefined)
  const from = slug === undefined ? sql`versions v cross join changes c` : sql`changes c cross join versions v`
  return sql`(select c.id as id from ${from} where ${sql.join(all, sql` and `)}
    order by v.captured_at desc, v.id desc, c.id desc limit ${limit})`
}

/**
 * The hours in which there is such a change at all, by the counts of hours: where one is rare, the walk passes over all other versions.
 * The counts are without furniture and without what people rejected.
 */
function hoursOf({ kinds, disclosed, source, zone, verdicts, captured }: LatestFilter): SQL | undefined {
  const asked = kinds?.length ? kinds : disclosed === undefined ? [] : TOLD
  if (zone === 'furniture' || zone === 'all' || verdicts?.includes('rejected')) return undefined
  const said = disclosed === undefined ? sql`true` : sql`n.acknowledged = ${disclosed ? 1 : 0}`
  const some = sql`${asked.length === 0 ? sql`true` : sql`(n.kinds & ${maskOf(asked)}) <> 0`} and ${said} and n.changes > 0`
  // No EXISTS: SQLite would make a join of it, and sort.
  const counted = (counts: SQL, condition: SQL) =>
    sql`(select 1 from ${counts} n where n.hour = substr(v.captured_at, 1, 13) and ${condition} limit 1)`
  if (source !== undefined) return counted(sql`source_change_counts`, sql`n.source_id in ${sourceIds(source)} and ${some}`)
  return asked.length === 0
    ? undefined
    : sql`${hasEver(asked, captured?.from)} and ${counted(sql`archive_change_counts`, some)}`
}

/** By id, as far as the page goes; of a source only its changes. */
function idsAsRecorded(filter: LatestFilter): SQL {
  const { source, publication, captured, beyond, limit } = filter
  const all = [
    publication === undefined
      ? undefined
      : sql`(select a.publication from articles a where a.id = c.article_id) = ${publication}`,
    source === undefined ? undefined : sql`c.id in (${changesOfSource(source)})`,
    captured && sql`exists (select 1 from versions v where v.id = c.to_version and ${isWithin(sql`v.captured_at`, captured)})`,
    beyond && sql`c.id < ${beyond[2]}`,
    ...conditions(filter),
  ].filter((one) => one !== undefined)
  return sql`(select c.id as id from changes c where ${sql.join(all, sql` and `)} order by c.id desc limit ${limit})`
}

/** The ids of the changes before or after which a source says a claim. */
const changesOfSource = (source: string) => sql`select change_id from ${trails} where source_before in ${sourceIds(source)}
  union all select change_id from ${trails} where source_after in ${sourceIds(source)}`
