/** Reads the stories of the archive by their latest capture: what their latest versions changed. */
import { type SQL, sql } from 'drizzle-orm'
import type { Kind } from '../../../core/changes/change.ts'
import { TOLD } from '../../../core/changes/weight.ts'
import { articles } from '../../schema.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { standsInSight } from '../../sql/stands.ts'
import { isNotWithheld, shownKinds } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleColumns } from '../articles.ts'
import { changeRows } from '../changes.ts'
import { sourceIds } from '../sources.ts'
import { packedCounts } from './lanes.ts'

export interface StoryFilter {
  readonly publication?: string | undefined
  /** Stories of which a counted change is of one of these kinds. */
  readonly kinds?: readonly Kind[] | undefined
  /** Stories of which a counted change has this source before it or after it. */
  readonly source?: string | undefined
  /** Stories of which a counted change that alters what readers had been told is, or is not, acknowledged. */
  readonly acknowledged?: boolean | undefined
  /** Counts the changes of all versions captured then or later. Default: those of the latest version. */
  readonly since?: string | undefined
  /** The latest capture and the id of the last story of the page before. */
  readonly after?: readonly [capturedAt: string, id: number] | undefined
  readonly limit: number
}

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

/** The changes `c` of an article that count: of its latest version, or of those since a time, without those of its first version. */
const counted = ({ since }: StoryFilter) =>
  sql`c.article_id = articles.id and c.from_version is not null and ${
    since === undefined
      ? sql`c.to_version = ${latest(sql`v.id`)}`
      : sql`c.to_version in (select v.id from versions v where v.article_id = articles.id and v.captured_at >= ${since})`
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
    ...(acknowledged === undefined
      ? []
      : [sql`(${shownKinds('c')} & ${maskOf(TOLD)}) <> 0 and c.acknowledged = ${acknowledged ? 1 : 0}`]),
  ]
  return sql.join([sql`true`, ...conditions], sql` and `)
}

/** The condition for the stories of a page. The sign keeps SQLite on the index of latest captures: by publication it would sort all rows. */
function chosen(filter: StoryFilter): SQL {
  const { publication, kinds, source, acknowledged, since, after } = filter
  const filtered = kinds?.length || source !== undefined || acknowledged !== undefined
  const conditions = [
    sql`articles.latest_captured_at is not null`,
    ...(publication === undefined ? [] : [sql`+articles.publication = ${publication}`]),
    ...(since === undefined ? [] : [sql`articles.latest_captured_at >= ${since}`]),
    ...(after === undefined
      ? []
      : [
          sql`articles.latest_captured_at <= ${after[0]} and (articles.latest_captured_at < ${after[0]} or articles.id < ${after[1]})`,
        ]),
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
    })
    .from(articles)
    .where(chosen(filter))
    .orderBy(order)
    .limit(filter.limit)
}

export type StoryRow = Awaited<ReturnType<typeof storyRows>>[number]

/** The query for the changes that count for the stories of a page and pass its filters, but those that only introduce claims. */
export function storyChanges(store: Store, filter: StoryFilter, later: readonly Kind[]) {
  const page = sql`(select articles.id from articles where ${chosen(filter)} order by ${order} limit ${filter.limit})`
  const among = sql`(select c.id from ${page} asked cross join articles cross join changes c
    where articles.id = asked.id and ${counted(filter)} and ${passes(filter)} and (${shownKinds('c')} & ${maskOf(later)}) <> 0)`
  return changeRows(store, { among, standing: true, order: 'recorded', limit: -1 })
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
