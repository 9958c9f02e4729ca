/** Reads the publications of the archive: the names that articles have, each with how much there is of it. */
import { and, asc, gt, isNotNull, sql } from 'drizzle-orm'
import { articles } from '../../schema.ts'
import { isNoAlias } from '../../sql/stands-for.ts'
import type { Store } from '../../store.ts'

/** The query for publications by name, after one. Their articles are counted without aliases. */
export function publicationRows(store: Store, after: string | undefined, limit: number) {
  return store.db
    .select({
      name: sql<string>`${articles.publication}`,
      articles: sql<number>`sum(${isNoAlias(sql`articles.id`)})`,
      versions: sql<number>`sum(${articles.versionCount})`,
      latestCapturedAt: sql<string | null>`max(${articles.latestCapturedAt})`,
    })
    .from(articles)
    .where(and(isNotNull(articles.publication), after === undefined ? undefined : gt(articles.publication, after)))
    .groupBy(articles.publication)
    .orderBy(asc(articles.publication))
    .limit(limit)
}
