/** Gives entries of the log to the rows of an archive from before it had one. */
import { sql } from 'drizzle-orm'
import { logEntries } from '../log/append.ts'
import { versionPages } from '../read/log.ts'
import { isConflict, type Store } from '../store.ts'
import { bumpArchive } from '../write/revision.ts'
import { ArticleComparison } from './compare-article.ts'

/**
 * Appends the entries that the next articles lack, at most so many, each in a write of its own. An article that is written to meanwhile is
 * read again. Returns whether all articles have them.
 */
export async function completeLog(store: Store, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let done = 0; done < most; done++) {
    const [next] = await store.db.all<{ until: number | null; id: number | null; recordings: number | null }>(sql`
      select r.logged_until as until, a.id, a.recordings from archive r
      left join articles a on a.id = (select min(id) from articles where id > r.logged_until)`)
    if (!next || next.until === null) return true
    const { id, recordings } = next
    try {
      await store.batchWrite(
        id === null
          ? [sql`update archive set logged_until = null`, bumpArchive]
          : [
              // The condition that nobody wrote to the article since it was read.
              sql`update articles set recordings = ${recordings} + 1 where id = ${id}`,
              ...logEntries(id, await unlogged(store, id)),
              sql`update archive set logged_until = ${id}`,
            ],
      )
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  return false
}

async function unlogged(store: Store, articleId: number) {
  const comparison = new ArticleComparison(store, articleId)
  for await (const rows of versionPages(store, articleId, Number.MAX_SAFE_INTEGER)) for (const row of rows) comparison.add(row)
  const found = await comparison.differences(Number.MAX_SAFE_INTEGER)
  return found.unlogged.map(({ entry }) => entry)
}
