/** Tests whether the archive has the names in filters, among all that may be shown. */
import { type SQL, sql } from 'drizzle-orm'
import { archive } from '../schema.ts'
import { changeIsShown, isShown } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { sourceIds } from './sources.ts'

/** The names in the filters of a list. */
export interface Named {
  /** An article, by any slug that it ever had. */
  readonly article?: string | undefined
  /** A source’s id or name. */
  readonly source?: string | undefined
  readonly publication?: string | undefined
}

/** A source that a version not withheld has, or a change that is shown. */
const sourceIsShown = (source: string) => sql`exists (select 1 from sources s where s.id in ${sourceIds(source)} and (
  exists (select 1 from wordings w where w.source_id = s.id and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)})
  or exists (select 1 from trails t join changes c on c.id = t.change_id
    where (t.source_before = s.id or t.source_after = s.id) and ${changeIsShown('c')})))`

/** The query for which names exist: 1 or 0 for each, 1 for a name that is not given. One row. */
export function namesExist(store: Store, { article, source, publication }: Named) {
  // Not the number 1: D1 answers with objects, in which a column of that name would come first.
  const known = (name: string | undefined, condition: (name: string) => SQL) =>
    name === undefined ? sql<number>`true` : sql<number>`(${condition(name)})`
  return store.db
    .select({
      article: known(article, (slug) => sql`${articleIdOf(slug)} is not null`),
      source: known(source, sourceIsShown),
      publication: known(publication, (name) => sql`exists (select 1 from articles a where a.publication = ${name})`),
    })
    .from(archive)
}
