/** The text of an article's latest version, withheld or not: captures are compared with it. */
import { and, desc, lte, sql } from 'drizzle-orm'
import { versions } from '../schema.ts'
import type { Store } from '../store.ts'

/** The latest version, or the one at a time. Null: the article has none by then. */
export async function latestText(
  store: Store,
  slug: string,
  at?: string,
): Promise<{ title: string; body: string; contentHash: string } | null> {
  const [row] = await store.db
    .select({ title: versions.title, body: versions.body, contentHash: versions.contentHash })
    .from(versions)
    .where(
      and(
        sql`${versions.articleId} = (select article_id from slugs where slug = ${slug})`,
        at === undefined ? undefined : lte(versions.capturedAt, at),
      ),
    )
    .orderBy(desc(versions.place))
    .limit(1)
  return row ?? null
}
