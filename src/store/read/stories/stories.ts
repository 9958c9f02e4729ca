/** Reads the stories of the archive by their latest capture: what changed in them, in a period or ever. */
import { type SQL, sql } from 'drizzle-orm'
import type { Kind } from '../../../core/changes/change.ts'
import { LATER } from '../../../core/changes/weight.ts'
import { archive, articles } from '../../schema.ts'
import { changeWeight } from '../../sql/change-weight.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { standsInSight } from '../../sql/stands.ts'
import { isNoAlias } from '../../sql/stands-for.ts'
import { isNotWithheld, shownKinds } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleColumns } from '../articles.ts'
import { isDisclosed } from '../change-conditions.ts'
import { changeRows } from '../changes.ts'
import { sourceIds } from '../sources.ts'
import { packedCounts } from './lanes.ts'
import { pictureClaims, pictureVersions } from './picture.ts'

export interface StoryFilter {
  readonly publication?: string | undefined
  /** Stories of which a counted change is of one of these kinds. */
  readonly kinds?: readonly Kind[] | undefined
  /** Stories of which a counted change has this source before it or after it. */
  readonly source?: string | undefined
  /** Stories of which a counted change that alters what readers had been told is, or is not, acknowledged. */
  readonly acknowledged?: boolean | undefined
  /** Counts only the changes of versions captured then or later. */
  readonly since?: string | undefined
  /** So many lanes has the picture of a story. Default: none. */
  readonly lanes?: number | undefined
  /** The latest capture and the id of the last story of the page before. */
  readonly after?: readonly [capturedAt: string, id: number] | undefined
  readonly limit: number
}

const LATER_MASK = maskOf(LATER)

/** A column of the latest version that is not withheld. */
export const latest = (
  column: SQL,
) => sql`(select ${column} from versions v where v.article_id = articles.id and ${isNotWithheld('v')}
  order by v.place desc limit 1)`

/** A column of the version before that one. */
const previous = (
  column: SQL,
) => sql`(select ${column} from versions v where v.article_id = articles.id and ${isNotWithheld('v')}
  order by v.place desc limit 1 offset 1)`

/** The changes `c` of an article that count: those of the period, without furniture and without those of its first version. */
const counted = ({ since }: StoryFilter, article = sql`articles.id`) =>
  sql`c.article_id = ${article} and c.from_version is not null and c.aside = 0 and ${
    since === undefined ? sql`true` : sql`(select v.captured_at from versions v where v.id = c.to_version) >= ${since}`
  }`

/** Whether a change `c` passes the filters of changes. */
function passes({ kinds, source, acknowledged }: StoryFilter): SQL {
  const conditions = [
    ...(kinds?.length ? [sql`(${shownKinds('c')} & ${maskOf(kinds)}) <> 0`] : []),
    ...(source === undefined
      ? []
      : [
          sql`exists (select 1 from trails t where t.change_id = c.id
            and (t.source_before in ${sourceIds(source)} or t.source_after in ${sourceIds(source)}))`,
        ]),
    ...(acknowledged === undefined ? [] : [isDisclosed('c', acknowledged)]),
  ]
  return sql.join([sql`true`, ...conditions], sql` and `)
}

/** Whether there is a change of such a kind at all, by the counts of hours, which are without furniture: where there is none, nothing is read. */
export const hasEver = (kinds: readonly Kind[], since: string | undefined) =>
  sql`(select 1 from archive_change_counts ever where (kinds & ${maskOf(kinds)}) <> 0 and changes > 0
    and ${since === undefined ? sql`true` : sql`hour >= ${since.slice(0, 13)}`} limit 1)`

/** The condition for the stories of a page. The sign keeps SQLite on the index of latest captures: by publication it would sort all rows. */
function chosen(filter: StoryFilter): SQL {
  const { publication, kinds, source, acknowledged, since, after } = filter
  const filtered = kinds?.length || source !== undefined || acknowledged !== undefined
  const conditions = [
    sql`articles.latest_captured_at is not null`,
    isNoAlias(sql`articles.id`),
    ...(publication === undefined ? [] : [sql`+articles.publication = ${publication}`]),
    ...(since === undefined ? [] : [sql`articles.latest_captured_at >= ${since}`]),
    ...(after === undefined
      ? []
      : [
          sql`articles.latest_captured_at <= ${after[0]} and (articles.latest_captured_at < ${after[0]} or articles.id < ${after[1]})`,
        ]),
    ...(kinds?.length ? [hasEver(kinds, since)] : []),
    ...(filtered
      ? [sql`exists (select 1 from changes c where ${counted(filter)} and ${passes(filter)} and ${standsInSight('c')})`]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

const order = sql`articles.latest_captured_at desc, articles.id desc`

/** The query for a page of stories, the latest first. */
export function storyRows(store: Store, filter: StoryFilter) {
  return store.db
    .select({
      ...articleColumns,
      headline: sql<string | null>`${latest(sql`nullif(v.title, '')`)}`,
      number: sql<number | null>`${latest(sql`v.number`)}`,
      capturedAt: sql<string | null>`${latest(sql`v.captured_at`)}`,
      previous: sql<number | null>`${previous(sql`v.number`)}`,
      withheldBetween: sql<number>`(select count(*) from versions b where b.article_id = articles.id
        and b.place > ${previous(sql`v.place`)} and b.place < ${latest(sql`v.place`)})`,
      counts: packedCounts(counted(filter)),
      pictureVersions,
      pictureClaims: pictureClaims(filter.lanes ?? 0),
      matching: sql<number>`(select count(*) from changes c where ${counted(filter)} and ${passes(filter)} and ${standsInSight('c')})`,
    })
    .from(articles)
    .where(chosen(filter))
    .orderBy(order)
    .limit(filter.limit)
}

export type StoryRow = Awaited<ReturnType<typeof storyRows>>[number]

/**
 * The query for the weightiest changes that count for the stories of a page and pass its filters, so many a story; those that only
 * introduce claims are among them only where they are asked for.
 */
export function storyChanges(store: Store, filter: StoryFilter, most: number) {
  const page = sql`(select articles.id from articles where ${chosen(filter)} order by ${order} limit ${filter.limit})`
  const later = filter.kinds?.includes('introduced') ? sql`true` : sql`(${shownKinds('c')} & ${LATER_MASK}) <> 0`
  const ranked = sql`(select c.id, row_number() over (partition by c.article_id order by ${changeWeight('c')} desc, c.id desc) as rank
    from ${page} asked cross join changes c where ${counted(filter, sql`asked.id`)} and ${passes(filter)} and ${later}
    and ${standsInSight('c')})`
  const among = sql`(select id from ${ranked} where rank <= ${most})`
  return changeRows(store, { among, standing: false, order: 'recorded', limit: -1 })
}

/** The most stories of a tab that are counted, and one more. */
const MOST_COUNTED = 101

/** The query for how many stories a filter has on each tab: with changes disclosed, undisclosed, or whatever. One row; no count is above `MOST_COUNTED`. */
export function storyTabCounts(store: Store, filter: StoryFilter) {
  const count = (acknowledged: boolean | undefined) =>
    sql<number>`(select count(*) from (select 1 from articles where ${chosen({ ...filter, acknowledged, after: undefined })} limit ${sql.raw(String(MOST_COUNTED))}))`
  return store.db.select({ all: count(undefined), silent: count(false), said: count(true) }).from(archive)
}

/** The query for the names of publications, in order. */
export function publicationRows(store: Store, limit: number) {
  return store.db
    .selectDistinct({ name: sql<string>`${articles.publication}` })
    .from(articles)
    .where(sql`${articles.publication} is not null`)
    .orderBy(sql`${articles.publication}`)
    .limit(limit)
}
