/** Reads sources: who is reported to say things, in an article and across the archive. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { articleIdOf } from './articles.ts'
import { articles, claims, sources, wordings } from './schema.ts'
import { holds } from './search.ts'
import type { Store } from './store.ts'
import { isShown } from './withholdings.ts'

export interface SourceFilter {
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  readonly kind?: 'named' | 'unnamed' | 'document' | undefined
  readonly q?: string | undefined
  readonly afterId?: number | undefined
  readonly limit: number
}

const lastPlace = sql`(select max(w.from_place) from wordings w where w.claim_id = ${claims.id})`

/** The query for sources with the number of their claims, by id. */
export function sourceRows(store: Store, filter: SourceFilter) {
  return store.db
    .select({
      id: sources.id,
      kind: sources.kind,
      name: sources.name,
      present: sql<number>`sum(${claims.status} = 'present')`,
      claims: sql<number>`count(*)`,
      articles: sql<number>`count(distinct ${claims.articleId})`,
    })
    .from(sources)
    .innerJoin(claims, eq(claims.sourceId, sources.id))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(wordings, and(eq(wordings.claimId, claims.id), eq(wordings.fromPlace, lastPlace)))
    .where(
      and(
        isShown(sql`${claims.articleId}`, sql`${wordings.fromPlace}`, sql`${wordings.untilPlace}`),
        filter.slug === undefined ? undefined : sql`${claims.articleId} = ${articleIdOf(filter.slug)}`,
        filter.publication === undefined ? undefined : eq(articles.publication, filter.publication),
        filter.kind === undefined ? undefined : eq(sources.kind, filter.kind),
        filter.q === undefined ? undefined : holds(sources.name, filter.q),
        filter.afterId === undefined ? undefined : gt(sources.id, filter.afterId),
      ),
    )
    .groupBy(sources.id)
    .orderBy(asc(sources.id))
    .limit(filter.limit)
}

export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number]
