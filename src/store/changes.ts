/** Reads changes: of an article, of a claim, and the feed of the whole archive. */
import { and, asc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Zone } from '../core/article.ts'
import type { Detail, Evidence, Kind } from '../core/changes/change.ts'
import { articleIdOf } from './articles.ts'
import { type AsOf, placeAsOf } from './as-of.ts'
import { kindsOfMask, maskOf } from './kind-mask.ts'
import { ZONES } from './packing.ts'
import { articles, changes, claims, trails, type VERDICTS, versions } from './schema.ts'
import { changeIsShown, comparesWithWithheld, shownKinds } from './shown.ts'
import { sourceIds } from './sources.ts'
import type { Store } from './store.ts'
import { type ByReview, byReview, isRejected, verdictOf } from './verdicts.ts'

/** One sentence of a change, where it stands in its version. */
export interface ChangeSide {
  readonly zone: Zone
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Numbers of the claims in it that the change is about. */
  readonly claims: readonly number[]
}

type Verdict = (typeof VERDICTS)[number]

export interface VersionRef {
  readonly number: number
  readonly capturedAt: string
}

/** A change as readers see it. */
export interface ChangeView {
  /** null for one that is computed between two versions that are not neighbours. */
  readonly id: number | null
  readonly slug: string
  readonly from: VersionRef | null
  readonly to: VersionRef
  readonly kinds: readonly Kind[]
  readonly detail: Detail
  readonly acknowledged: boolean
  readonly evidence: readonly Evidence[]
  readonly before: readonly ChangeSide[]
  readonly after: readonly ChangeSide[]
  readonly claims: readonly number[]
  /** The change that this row takes back. */
  readonly retracts: number | null
  /** What people decided of it; null: nothing. */
  readonly verdict: Verdict | null
  /** The review that it follows; null: the machine told it and nobody decided otherwise. */
  readonly by: ByReview | null
  readonly recordedAt: string | null
}

/** A change side as its column keeps it. */
export type PackedSide = readonly [sentence: number, zone: number, start: number, claims: readonly number[]]

export interface ChangeFilter {
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** A claim of that article. */
  readonly claim?: number | undefined
  readonly id?: number | undefined
  /** The numbers of the article's versions that it is between. */
  readonly between?: readonly [from: number, to: number | 'latest'] | undefined
  /** Those that had come by a version or a time. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly publication?: string | undefined
  readonly kinds?: readonly Kind[] | undefined
  readonly zone?: Zone | undefined
  /** A source's id or name. */
  readonly source?: string | undefined
  readonly acknowledged?: boolean | undefined
  /** What people decided of it; of an article's changes, those too that they rejected. */
  readonly verdicts?: readonly (Verdict | 'none')[] | undefined
  /** Ids after this one only. */
  readonly after?: number | undefined
  /** Places after this one (and ids, at the same place), in the order of an article's trail. */
  readonly afterPlace?: readonly [place: string, id: number] | undefined
  /** Only what stands: neither retracted nor a retraction. `or rejected`: and what people rejected. */
  readonly standing: boolean | 'or rejected'
  /** By `id` as recorded, or by the order of the versions. */
  readonly order: 'recorded' | 'trail'
  /** -1: all. */
  readonly limit: number
}

const fromVersions = alias(versions, 'from_versions')
const toVersions = alias(versions, 'to_versions')

const textsOf = (side: typeof changes.before | typeof changes.after) =>
  sql<string>`(select json_group_array(t.text order by j.key) from json_each(${side}) j join sentences t on t.id = j.value ->> 0)`

/** Neither retracted nor a retraction. */
export const stands = and(isNull(changes.retracts), sql`not exists (select 1 from changes r where r.retracts = changes.id)`)

function standing({ standing: wanted, verdicts = [] }: ChangeFilter): SQL | undefined {
  if (wanted === false) return undefined
  return wanted === 'or rejected' || verdicts.includes('rejected') ? or(stands, isRejected('changes')) : stands
}

export type ChangeRow = Awaited<ReturnType<typeof changeRows>>[number]

/** The query for changes by a filter, oldest first. Changes of withheld versions are left out. `changeView` reads its rows. */
export function changeRows(store: Store, filter: ChangeFilter) {
  const conditions: (SQL | undefined)[] = [
    filter.slug === undefined ? undefined : ofArticle(filter.slug, filter.claim),
    filter.id === undefined ? undefined : eq(changes.id, filter.id),
    filter.between && filter.slug !== undefined ? isBetween(articleIdOf(filter.slug), ...filter.between) : undefined,
    filter.asOf && filter.slug !== undefined ? sql`${toVersions.place} <= ${placeAsOf(filter.slug, filter.asOf)}` : undefined,
    filter.publication === undefined ? undefined : ofPublication(filter.publication),
    filter.kinds?.length ? sql`(${shownKinds('changes')} & ${maskOf(filter.kinds)}) <> 0` : undefined,
    filter.zone === undefined
      ? undefined
      : sql`exists (select 1 from json_each(case when ${changes.after} = '[]' then ${changes.before} else ${changes.after} end) z
          where z.value ->> 1 = ${ZONES.indexOf(filter.zone)})`,
    filter.source === undefined ? undefined : bySource(filter.source),
    filter.acknowledged === undefined ? undefined : eq(changes.acknowledged, filter.acknowledged),
    filter.after === undefined ? undefined : gt(changes.id, filter.after),
    filter.afterPlace && sql`(${toVersions.place}, ${changes.id}) > (${filter.afterPlace[0]}, ${filter.afterPlace[1]})`,
    standing(filter),
    filter.verdicts?.length
      ? sql`coalesce(${verdictOf('changes')}, 'none') in (select value from json_each(${JSON.stringify(filter.verdicts)}))`
      : undefined,
    changeIsShown('changes'),
  ]
  return store.db
    .select({
      id: changes.id,
      slug: articles.slug,
      fromNumber: fromVersions.number,
      fromCapturedAt: fromVersions.capturedAt,
      toNumber: toVersions.number,
      toCapturedAt: toVersions.capturedAt,
      place: toVersions.place,
      kinds: shownKinds('changes'),
      detail: sql<string>`case when ${comparesWithWithheld('changes')} then '{}' else ${changes.detail} end`,
      acknowledged: changes.acknowledged,
      evidence: sql<string>`case when ${comparesWithWithheld('changes')} then '[]' else ${changes.evidence} end`,
      before: changes.before,
      beforeTexts: textsOf(changes.before),
      after: changes.after,
      afterTexts: textsOf(changes.after),
      retracts: changes.retracts,
      verdict: verdictOf('changes'),
      by: byReview('changes'),
      recordedAt: changes.recordedAt,
    })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .innerJoin(toVersions, eq(toVersions.id, changes.toVersion))
    .leftJoin(fromVersions, eq(fromVersions.id, changes.fromVersion))
    .where(and(...conditions))
    .orderBy(...(filter.order === 'trail' ? [asc(toVersions.place), asc(changes.id)] : [asc(changes.id)]))
    .limit(filter.limit)
}

export function changeView(row: ChangeRow): ChangeView {
  const before = unpackSides(row.before, row.beforeTexts)
  const after = unpackSides(row.after, row.afterTexts)
  const { fromNumber, fromCapturedAt } = row
  return {
    id: row.id,
    slug: row.slug,
    from: fromNumber === null || fromCapturedAt === null ? null : { number: fromNumber, capturedAt: fromCapturedAt },
    to: { number: row.toNumber, capturedAt: row.toCapturedAt },
    kinds: kindsOfMask(row.kinds),
    detail: JSON.parse(row.detail) as Detail,
    acknowledged: row.acknowledged,
    evidence: JSON.parse(row.evidence) as Evidence[],
    before,
    after,
    claims: claimsOf(before, after),
    retracts: row.retracts,
    verdict: row.verdict,
    by: row.by === null ? null : (JSON.parse(row.by) as ByReview),
    recordedAt: row.recordedAt,
  }
}

/** An article's changes, or those on the trail of one of its claims: by ids that are looked up once. */
function ofArticle(slug: string, claim: number | undefined): SQL {
  const article = articleIdOf(slug)
  if (claim === undefined) return sql`${changes.articleId} = ${article}`
  return sql`${changes.id} in (select change_id from ${trails}
    where claim_id = (select id from ${claims} where article_id = ${article} and number = ${claim}))`
}

function isBetween(article: SQL, from: number, to: number | 'latest'): SQL {
  const version = (number: number) => sql`(select id from ${versions} where article_id = ${article} and number = ${number})`
  const latest = sql`(select latest_version from ${articles} where id = ${article})`
  return sql`${changes.toVersion} = ${to === 'latest' ? latest : version(to)} and ${changes.fromVersion} = ${version(from)}`
}

/** By ids, which come in order: an index then gives only what is a page long, where a join would sort all texts of a publication. */
function ofPublication(publication: string): SQL {
  return sql`${changes.id} in (select c.id from articles a join changes c on c.article_id = a.id where a.publication = ${publication})`
}

/** Whoever was reported before the change, and whoever is after it. */
function bySource(source: string): SQL {
  const ids = sourceIds(source)
  return sql`${changes.id} in (select change_id from ${trails} where source_before in ${ids}
    union all select change_id from ${trails} where source_after in ${ids})`
}

function unpackSides(packed: string, texts: string): ChangeSide[] {
  const exacts = JSON.parse(texts) as string[]
  return (JSON.parse(packed) as PackedSide[]).map(([, zone, start, claimNumbers], i) => {
    const exact = exacts[i] ?? ''
    return { zone: ZONES[zone] ?? 'body', start, end: start + exact.length, exact, claims: claimNumbers }
  })
}

/** The numbers of all claims of a change, in order, once each. */
export function claimsOf(before: readonly ChangeSide[], after: readonly ChangeSide[]): number[] {
  return [...new Set([...before, ...after].flatMap((side) => side.claims))].sort((a, b) => a - b)
}

/** The query for the highest id in the feed. */
export function lastChange(store: Store) {
  return store.db.select({ id: sql<number>`coalesce(max(${changes.id}), 0)` }).from(changes)
}
