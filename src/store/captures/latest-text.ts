/** The text of an article's latest version, withheld or not: captures are compared with it. */
import { desc, sql } from 'drizzle-orm'
import { versions } from '../schema.ts'
import type { Store } from '../store.ts'

/** Null: the article has no version. */
export async function latestText(
  store: Store,
  slug: string,
): Promise<{ title: string; body: string; contentHash: string } | null> {
  const [row] = await store.db
    .select({ title: versions.title, body: versions.body, contentHash: versions.contentHash })
    .from(versions)
    .where(sql`${versions.articleId} = (select article_id from slugs where slug = ${slug})`)
    .orderBy(desc(versions.place))
    .limit(1)
  return row ?? null
}
