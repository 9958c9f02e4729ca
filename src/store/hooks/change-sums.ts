/** Sums of changes for digests: by article, kinds and acknowledgment; and who says the claims of single changes. */
import { and, eq, sql } from 'drizzle-orm'
import type { ChangeFilter } from '../read/change-filter.ts'
import { conditionsOf, toVersions } from '../read/changes.ts'
import { articles, changes } from '../schema.ts'
import { recordedAt } from '../sql/recorded-at.ts'
import { shownKinds } from '../sql/visibility.ts'
import type { Store } from '../store.ts'

/** The query for how many changes a filter chooses, by article, kinds and acknowledgment, and when the first and the last were recorded. */
export function changeSums(store: Store, filter: ChangeFilter) {
  const kinds = shownKinds('changes')
  return store.db
    .select({
      slug: articles.slug,
      kinds: sql<number>`${kinds}`,
      acknowledged: changes.acknowledged,
      changes: sql<number>`count(*)`,
      first: sql<string>`min(${recordedAt('changes')})`,
      last: sql<string>`max(${recordedAt('changes')})`,
    })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .innerJoin(toVersions, eq(toVersions.id, changes.toVersion))
    .where(and(...conditionsOf(filter)))
    .groupBy(changes.articleId, kinds, changes.acknowledged)
}

/** The query for the last change that was recorded at a time or before; no row: there is none. */
export function lastChangeBy(store: Store, time: string) {
  return store.db
    .select({ id: changes.id })
    .from(changes)
    .where(sql`${recordedAt('changes')} <= ${time}`)
    .orderBy(sql`${changes.id} desc`)
    .limit(1)
}

/** The changes of so many articles. */
export const amongArticles = (slugs: readonly string[]) =>
  sql`(select c.id from changes c where c.article_id in
    (select s.article_id from slugs s where s.slug in (select value from json_each(${JSON.stringify(slugs)}))))`

/** The query for the sources that say the claims of changes; those that said them, where nothing stands there afterwards. */
export function changeSources(store: Store, ids: readonly number[]) {
  return store.db
    .select({
      change: sql<number>`t.change_id`,
      name: sql<string>`s.name`,
    })
    .from(sql`trails t join changes c on c.id = t.change_id
      join sources s on s.id = case when c.after = '[]' then t.source_before else t.source_after end`)
    .where(sql`t.change_id in (select value from json_each(${JSON.stringify(ids)}))`)
}
