/** Reads how many claims of an article have changed since they were first told. */
import { sql } from 'drizzle-orm'
import { KINDS } from '../../../core/changes/change.ts'
import { articles } from '../../schema.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { standsInSight } from '../../sql/stands.ts'
import { shownKinds } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleIdOf } from '../articles.ts'

const LATER = maskOf(KINDS.filter((kind) => kind !== 'introduced'))

export function changedClaims(store: Store, slug: string) {
  return store.db
    .select({
      count: sql<number>`(select count(distinct t.claim_id) from changes c join trails t on t.change_id = c.id
        join claims k on k.id = t.claim_id where c.article_id = articles.id and k.verdict is not 'rejected'
        and c.aside = 0 and (${shownKinds('c')} & ${LATER}) <> 0 and ${standsInSight('c')})`,
    })
    .from(articles)
    .where(sql`${articles.id} = ${articleIdOf(slug)}`)
}
