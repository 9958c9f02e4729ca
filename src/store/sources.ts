/** Reads sources: who is reported to say things, in an article and across the archive. */
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { articleIdOf } from './articles.ts'
import { type AsOf, placeAsOf } from './as-of.ts'
import { sources } from './schema.ts'
import { holds } from './search.ts'
import { isShown } from './shown.ts'
import type { Store } from './store.ts'

/** Whether people rejected the claim of a wording `w`. */
const isRejected = sql`exists (select 1 from claims r where r.id = w.claim_id and r.verdict = 'rejected')`

export interface SourceFilter {
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  /** As of a version or a time; default now. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly kind?: 'named' | 'unnamed' | 'document' | undefined
  readonly q?: string | undefined
  readonly afterId?: number | undefined
  readonly limit: number
}

/** The ids of the sources with this id or name, as a subquery. */
export function sourceIds(source: string): SQL {
  if (/^\d+$/.test(source)) return sql`(${Number(source)})`
  return sql`(select id from ${sources} where name = ${source}
    or (kind in ('named', 'unnamed', 'document') and key = ${source.toLowerCase()}))`
}

/**
 * The query for sources, by id, with the number of the claims that have had them in a version that is not withheld, and of those
 * that have them now, or then.
 */
export function sourceRows(store: Store, filter: SourceFilter) {
  const { slug, publication, asOf } = filter
  const place = asOf && slug !== undefined ? placeAsOf(slug, asOf) : null
  const ofArticles = (articleId: SQL) =>
    and(
      slug === undefined ? undefined : sql`${articleId} = ${articleIdOf(slug)}`,
      publication === undefined
        ? undefined
        : sql`(select a.publication from articles a where a.id = ${articleId}) = ${publication}`,
    ) ?? sql`true`
  const said = sql`wordings w where w.source_id = sources.id and not ${isRejected} and ${ofArticles(sql`w.article_id`)}
    and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)} and ${place ? sql`w.from_place <= ${place}` : sql`true`}`
  const present = place
    ? sql<number>`(select count(*) from ${said} and (w.until_place is null or w.until_place > ${place}))`
    : sql<number>`(select count(*) from claims c where c.source_id = sources.id and c.status = 'present'
        and c.verdict is not 'rejected' and ${ofArticles(sql`c.article_id`)})`
  return store.db
    .select({
      id: sources.id,
      kind: sources.kind,
      name: sources.name,
      present,
      claims: sql<number>`(select count(distinct w.claim_id) from ${said})`,
      articles: sql<number>`(select count(distinct w.article_id) from ${said})`,
    })
    .from(sources)
    .where(
      and(
        sql`exists (select 1 from ${said})`,
        filter.kind === undefined ? undefined : eq(sources.kind, filter.kind),
        filter.q === undefined ? undefined : holds(sources.name, filter.q),
        filter.afterId === undefined ? undefined : gt(sources.id, filter.afterId),
      ),
    )
    .orderBy(asc(sources.id))
    .limit(filter.limit)
}

export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number]
