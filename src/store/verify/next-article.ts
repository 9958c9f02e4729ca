/** Reads articles one after another. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'

/** The first article behind an id; undefined: there is none. */
export async function nextArticle(
  store: Store,
  after: number,
): Promise<{ readonly id: number; readonly slug: string } | undefined> {
  const [row] = await store.db.all<{ id: number; slug: string }>(
    sql`select id, slug from articles where id > ${after} order by id limit 1`,
  )
  return row
}

/** How many articles there are, up to an id. */
export async function articleCount(store: Store, until = Number.MAX_SAFE_INTEGER): Promise<number> {
  const [row] = await store.db.all<{ articles: number }>(sql`select count(*) as articles from articles where id <= ${until}`)
  return row?.articles ?? 0
}
