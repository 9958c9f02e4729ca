/** Reads claims: of an article at any of its versions, one with its presence, and across the archive. */
import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { SourceKind, Statement } from '../core/article.ts'
import type { Kind } from '../core/changes/change.ts'
import { articleIdOf } from './articles.ts'
import { maskOf } from './changes.ts'
import { articles, type CLAIM_STATUSES, claims, sentences, sources, statements, trails, wordings } from './schema.ts'
import { matchQuery } from './search.ts'
import { sourceIds } from './sources.ts'
import type { Store } from './store.ts'
import { type AsOf, placeAsOf } from './versions.ts'
import { isShown } from './withholdings.ts'

export type ClaimStatus = (typeof CLAIM_STATUSES)[number]
export type ClaimSort = 'number' | 'check_worthiness' | 'changes'

export interface ClaimFilter {
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** As of a version or a time; default now. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly number?: number | undefined
  readonly status?: readonly ClaimStatus[] | undefined
  /** A source's id or name. */
  readonly source?: string | undefined
  /** Claims that have a standing change of one of these kinds. */
  readonly kinds?: readonly Kind[] | undefined
  readonly publication?: string | undefined
  readonly q?: string | undefined
  readonly minCheckWorthiness?: number | undefined
  readonly sort: ClaimSort
  /** The sort key and id of the last row of the page before. */
  readonly after?: readonly [key: number, id: number] | undefined
  readonly limit: number
}

const changeStands = sql`c.retracts is null and not exists (select 1 from changes r where r.retracts = c.id)`

/** The wording that counts: the last one that began by then. */
const lastWording = (place: SQL | undefined) =>
  place === undefined
    ? sql`(select max(w.from_place) from wordings w where w.claim_id = ${claims.id})`
    : sql`(select max(w.from_place) from wordings w where w.claim_id = ${claims.id} and w.from_place <= ${place})`

const versionNumber = (place: SQL) =>
  sql<number | null>`(select v.number from versions v where v.article_id = ${claims.articleId} and v.place = ${place})`

/** The number of the last version that had the wording, or null while it stands. */
const lastVersion = (stands: SQL) =>
  sql<
    number | null
  >`case when ${stands} then null else (select v.number from versions v where v.article_id = ${claims.articleId}
    and v.place < ${wordings.untilPlace} order by v.place desc limit 1) end`

/** The query for claims by a filter, each with its wording. `claimView` reads its rows. */
export function claimRows(store: Store, filter: ClaimFilter) {
  const place = filter.asOf && filter.slug !== undefined ? placeAsOf(filter.slug, filter.asOf) : undefined
  const stands =
    place === undefined
      ? sql`${wordings.untilPlace} is null`
      : sql`(${wordings.untilPlace} is null or ${wordings.untilPlace} > ${place})`
  const status =
    place === undefined
      ? sql<ClaimStatus>`${claims.status}`
      : sql<ClaimStatus>`case when ${stands} then 'present' else ${wordings.ended} end`
  const worthiness = sql<number>`(${statements.analysis} ->> 'checkWorthiness')`
  const changes = sql<number>`(select count(*) from ${trails} t join changes c on c.id = t.change_id join versions v on v.id = c.to_version
    where t.claim_id = ${claims.id} and ${changeStands} ${place === undefined ? sql`` : sql`and v.place <= ${place}`})`
  const key = { number: sql<number>`${claims.number}`, check_worthiness: worthiness, changes }[filter.sort]
  const [afterKey, afterId] = filter.after ?? []
  const down = filter.sort !== 'number'
  return store.db
    .select({
      key,
      id: claims.id,
      slug: articles.slug,
      publication: articles.publication,
      number: claims.number,
      status,
      sentence: sentences.text,
      headline: sentences.headline,
      analysis: statements.analysis,
      reading: wordings.reading,
      sourceId: sources.id,
      sourceName: sources.name,
      sourceKind: sql<SourceKind | null>`${sources.kind}`,
      firstVersion: versionNumber(sql`(select min(w.from_place) from wordings w where w.claim_id = ${claims.id})`),
      lastVersion: lastVersion(stands),
      successor: wordings.successor,
      changes,
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(wordings, and(eq(wordings.claimId, claims.id), eq(wordings.fromPlace, lastWording(place))))
    .innerJoin(statements, eq(statements.id, wordings.statementId))
    .innerJoin(sentences, eq(sentences.id, statements.sentenceId))
    .leftJoin(sources, eq(sources.id, wordings.sourceId))
    .where(
      and(
        filter.slug === undefined ? undefined : sql`${claims.articleId} = ${articleIdOf(filter.slug)}`,
        filter.number === undefined ? undefined : eq(claims.number, filter.number),
        filter.publication === undefined ? undefined : eq(articles.publication, filter.publication),
        filter.status?.length ? sql`${status} in (select value from json_each(${JSON.stringify(filter.status)}))` : undefined,
        filter.source === undefined ? undefined : sql`${wordings.sourceId} in ${sourceIds(filter.source)}`,
        filter.kinds?.length
          ? sql`exists (select 1 from ${trails} t join changes c on c.id = t.change_id where t.claim_id = ${claims.id}
              and (c.kinds & ${maskOf(filter.kinds)}) <> 0 and ${changeStands})`
          : undefined,
        filter.q === undefined
          ? undefined
          : sql`${wordings.statementId} in (select rowid from statement_search where statement_search match ${matchQuery(filter.q)})`,
        filter.minCheckWorthiness === undefined ? undefined : sql`${worthiness} >= ${filter.minCheckWorthiness}`,
        afterKey === undefined || afterId === undefined
          ? undefined
          : down
            ? sql`(${key}, -${claims.id}) < (${afterKey}, ${-afterId})`
            : gt(claims.id, afterId),
        isShown(sql`${claims.articleId}`, sql`${wordings.fromPlace}`, sql`${wordings.untilPlace}`),
      ),
    )
    .orderBy(...(down ? [desc(key), asc(claims.id)] : [asc(claims.id)]))
    .limit(filter.limit)
}

export type ClaimRow = Awaited<ReturnType<typeof claimRows>>[number]

/** A claim as readers see it in a list. */
export interface ClaimView extends Omit<ClaimRow, 'analysis' | 'reading' | 'key' | 'headline'> {
  readonly statement: Statement
}

export function claimView({ analysis, reading, key, headline, ...row }: ClaimRow): ClaimView {
  return { ...row, statement: JSON.parse(analysis) as Statement }
}

/** The query for the stretches of a claim's wordings, in order. */
export function presenceRows(store: Store, slug: string, number: number) {
  const numberAt = (place: typeof wordings.fromPlace | typeof wordings.untilPlace) =>
    sql<number | null>`(select v.number from versions v where v.article_id = ${wordings.articleId} and v.place = ${place})`
  return store.db
    .select({ fromNumber: numberAt(wordings.fromPlace), untilNumber: numberAt(wordings.untilPlace), ended: wordings.ended })
    .from(wordings)
    .innerJoin(claims, eq(claims.id, wordings.claimId))
    .where(and(sql`${claims.articleId} = ${articleIdOf(slug)}`, eq(claims.number, number)))
    .orderBy(asc(wordings.fromPlace))
}
