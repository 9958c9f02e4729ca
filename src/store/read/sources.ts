/** Reads sources: the people and documents to which claims are attributed, in an article and across the archive. */
import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { sources } from '../schema.ts'
import { ofStatement } from '../sql/packed-statement.ts'
import { isShown } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { type AsOf, lastPosition } from './last-position.ts'
import { holdsWords } from './search.ts'

/** Whether people rejected the claim of a wording `w`. */
const isRejected = sql`exists (select 1 from claims r where r.id = w.claim_id and r.verdict = 'rejected')`

export interface SourceFilter {
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  /** As of a version or a time; default now. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly kind?: 'named' | 'unnamed' | 'document' | undefined
  /** Words of the name, in any order. */
  readonly q?: string | undefined
  readonly id?: number | undefined
  readonly afterId?: number | undefined
  /** By id, or by claims, the most first. */
  readonly sort?: 'id' | 'claims' | undefined
  /** The claims and the id of the last row of the page before, where claims sort. */
  readonly afterClaims?: readonly [claims: number, id: number] | undefined
  readonly limit: number
}

/** The wordings of a source whose words are read for its mentions. */
const MOST_READ = 8

/** JSON: the words by which texts name a source with a name, in versions that are not withheld; a few of them tell enough. */
const mentions = sql<string>`(select json_group_array(distinct mention) from (
  select substr(x.text, ${ofStatement.sourceStart(sql`t.analysis`)} + 1,
    ${ofStatement.sourceEnd(sql`t.analysis`)} - ${ofStatement.sourceStart(sql`t.analysis`)}) as mention
  from wordings w join statements t on t.id = w.statement_id join sentences x on x.id = t.sentence_id
  where w.source_id = sources.id and sources.kind = 'named' and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)}
  limit ${sql.raw(String(MOST_READ))}) where mention is not null)`

/** The ids of the sources with this id or name, as a subquery. */
export function sourceIds(source: string): SQL {
  if (/^\d+$/.test(source)) return sql`(${Number(source)})`
  return sql`(select id from ${sources} where name = ${source}
    or (kind in ('named', 'unnamed', 'document') and key = ${source.toLowerCase()}))`
}

/**
 * The query for sources with the number of the claims that have had them in a version that is not withheld, and of those
 * that have them now, or then; and of how many articles.
 */
export function sourceRows(store: Store, filter: SourceFilter) {
  const counts = countsOf(filter)
  return store.db
    .select({
      id: sources.id,
      kind: sources.kind,
      name: sources.name,
      mentions,
      present: counts.present,
      claims: counts.claims,
      articles: counts.articles,
    })
    .from(sources)
    .where(
      and(
        counts.some,
        filter.kind === undefined ? undefined : eq(sources.kind, filter.kind),
        filter.q === undefined ? undefined : holdsWords(sources.name, filter.q),
        filter.id === undefined ? undefined : eq(sources.id, filter.id),
        filter.afterId === undefined ? undefined : gt(sources.id, filter.afterId),
        filter.afterClaims && following(counts.claims, filter.afterClaims),
      ),
    )
    .orderBy(...(filter.sort === 'claims' ? [desc(counts.claims), asc(sources.id)] : [asc(sources.id)]))
    .limit(filter.limit)
}

/** The condition for rows after a row, where claims sort. */
const following = (claims: SQL, [last, id]: readonly [number, number]) =>
  sql`${claims} <= ${last} and (${claims} < ${last} or ${sources.id} > ${id})`

/** Not a bare digit: D1 answers with objects, and a key that is a number comes first in those. */
const one = sql<number>`(1)`

interface Counts {
  readonly claims: SQL<number>
  readonly present: SQL<number>
  readonly articles: SQL<number>
  /** Whether there are any. */
  readonly some: SQL
}

/** The counts of a source: those that are kept, or counted as of a place. */
function countsOf({ slug, publication, asOf }: SourceFilter): Counts {
  if (slug !== undefined && asOf) return countsThen(sql`${articleIdOf(slug)}`, lastPosition(slug, asOf))
  if (slug !== undefined) {
    const kept = (column: SQL) =>
      sql<number>`(select ${column} from article_sources k where k.article_id = ${articleIdOf(slug)} and k.source_id = sources.id)`
    const some = sql`sources.id in (select k.source_id from article_sources k where k.article_id = ${articleIdOf(slug)})`
    return { claims: kept(sql`k.claims`), present: kept(sql`k.present`), articles: one, some }
  }
  if (publication === undefined)
    return {
      claims: sql<number>`sources.claims`,
      present: sql<number>`sources.present`,
      articles: sql<number>`sources.articles`,
      some: sql`sources.articles > 0`,
    }
  const kept = sql`article_sources k join articles a on a.id = k.article_id
    where k.source_id = sources.id and a.publication = ${publication}`
  return {
    claims: sql<number>`(select sum(k.claims) from ${kept})`,
    present: sql<number>`(select sum(k.present) from ${kept})`,
    articles: sql<number>`(select count(*) from ${kept})`,
    some: sql`exists (select 1 from ${kept})`,
  }
}

/** Counted from the wordings of an article up to a place. */
function countsThen(articleId: SQL, place: SQL): Counts {
  const attributed = sql`wordings w where w.source_id = sources.id and w.article_id = ${articleId} and w.from_place <= ${place}
    and not ${isRejected} and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)}`
  return {
    claims: sql<number>`(select count(distinct w.claim_id) from ${attributed})`,
    present: sql<number>`(select count(*) from ${attributed} and (w.until_place is null or w.until_place > ${place}))`,
    articles: one,
    some: sql`sources.id in (select o.source_id from wordings o where o.article_id = ${articleId}) and exists (select 1 from ${attributed})`,
  }
}

export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number]
