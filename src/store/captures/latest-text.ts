/** The text of an article's latest version, withheld or not: captures are compared with it. */
import { and, desc, lte, sql } from 'drizzle-orm'
import { versions } from '../schema.ts'
import type { Store } from '../store.ts'

export interface LatestText {
  readonly id: number
  readonly number: number
  readonly capturedAt: string
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly contentHash: string
}

/** The latest version, or the one at a time. Null: the article has none by then. */
export async function latestText(store: Store, slug: string, at?: string): Promise<LatestText | null> {
  const [row] = await store.db
    .select({
      id: versions.id,
      number: versions.number,
      capturedAt: versions.capturedAt,
      title: versions.title,
      byline: versions.byline,
      body: versions.body,
      contentHash: versions.contentHash,
    })
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
