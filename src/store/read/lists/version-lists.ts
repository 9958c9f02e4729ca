/** Reads lists of versions: those of an article in order, those of the archive as they were recorded. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { articles, versions } from '../../schema.ts'
import { standsInSight } from '../../sql/stands.ts'
import { shownKinds } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleIdOf } from '../articles.ts'
import { headColumns } from '../versions.ts'

const listColumns = {
  ...headColumns,
  kinds: sql<string>`(select json_group_array(${shownKinds('c')}) from changes c where c.article_id = ${versions.articleId} and c.to_version = ${versions.id}
    and c.aside = 0 and ${standsInSight('c')})`,
}

/** The query for an article's versions in order, after a place. */
export function versionRows(store: Store, slug: string, after: string | undefined, limit: number) {
  return store.db
    .select(listColumns)
    .from(versions)
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(and(sql`${versions.articleId} = ${articleIdOf(slug)}`, after === undefined ? undefined : gt(versions.place, after)))
    .orderBy(asc(versions.place))
    .limit(limit)
}

export interface RecordedFilter {
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  /** Ids after this one, and up to the other. */
  readonly after: number
  readonly until?: number | undefined
  readonly limit: number
}

/** The query for versions of the archive as they were recorded. */
export function recordedVersions(store: Store, { slug, publication, after, until, limit }: RecordedFilter) {
  return (
    store.db
      .select(listColumns)
      .from(versions)
      .innerJoin(articles, eq(articles.id, versions.articleId))
      .where(
        and(
          gt(versions.id, after),
          until === undefined ? undefined : sql`${versions.id} <= ${until}`,
          slug === undefined ? undefined : sql`${versions.articleId} = ${articleIdOf(slug)}`,
          // By ids, which come in order: a join would sort all versions of the publication.
          publication === undefined
            ? undefined
            : sql`${versions.id} in (select v.id from articles a join versions v on v.article_id = a.id
              where a.publication = ${publication} and v.id > ${after})`,
        ),
      )
      // The sign: those of an article are sorted, which is less than a walk of the whole log.
      .orderBy(slug === undefined ? asc(versions.id) : sql`+${versions.id}`)
      .limit(limit)
  )
}

/** The query for the highest id in the log. */
export function lastVersion(store: Store) {
  return store.db.select({ id: sql<number>`coalesce(max(${versions.id}), 0)` }).from(versions)
}

export type VersionListRow = Awaited<ReturnType<typeof versionRows>>[number]
