/** Compares what the database keeps of the log with its entries: positions, hashes of tiles, keys, and the articles that they name. */
import { sql } from 'drizzle-orm'
import { GrowingTree, type Hash, isEqual } from '../../log/merkle.ts'
import { textDigest } from '../log/digests.ts'
import { logKeys } from '../log/keys.ts'
import { LOG_KINDS, leafOf } from '../log/kinds.ts'
import { keptTiles, logRows, TILE } from '../log/tree.ts'
import type { Store } from '../store.ts'
import { compareSingles, Differences, type StoredEntry } from './differences.ts'

/** How many entries are read at once. */
const READ_AT_ONCE = 16 * TILE

/** The root of the first `size` entries, by all of them, and the faults of the log. */
export async function compareLog(store: Store, size: number): Promise<{ readonly root: Hash; readonly found: Differences }> {
  const found = new Differences()
  const tree = new GrowingTree()
  const kept = await keptTiles(store, size)
  const keys: StoredEntry[] = []
  let tile = new GrowingTree()
  for (let after = 0; after < size; ) {
    const rows = (await logRows(store, after, READ_AT_ONCE)).filter(({ position }) => position <= size)
    for (const row of rows) {
      if (row.position !== tree.size + 1 && found.faults.length === 0)
        found.fault(0, tree.size + 1, 'the log has no such entry')
      if (!LOG_KINDS.includes(row.kind)) found.fault(0, row.position, 'the entry is of no known kind')
      if (row.kind === 'key') keys.push({ id: row.position, kind: row.kind, subject: row.subject, digest: row.digest })
      const leaf = leafOf(row)
      tree.add(leaf)
      tile.add(leaf)
      if (tile.size < TILE) continue
      const hash = kept.get(tree.size / TILE - 1)
      if (hash && !isEqual(hash, tile.root()))
        found.fault(0, row.position, 'the kept hash of the tile that ends here is another')
      tile = new GrowingTree()
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.position
  }
  if (tree.size < size && found.faults.length === 0) found.fault(0, tree.size + 1, 'the log has no such entry')
  const signed = (await logKeys(store)).map(({ id, key }) => ({ id, digest: textDigest(key) }))
  found.add(compareSingles('key', keys, signed))
  return { root: tree.root(), found }
}

/** The articles of which the log has entries but no row is there, by their ids. */
export async function lostArticles(store: Store, size: number): Promise<readonly number[]> {
  const rows = await store.db.all<{ id: number }>(
    sql`select distinct l.article_id as id from log l where l.id <= ${size} and l.article_id is not null
      and not exists (select 1 from articles a where a.id = l.article_id)`,
  )
  return rows.map(({ id }) => id)
}
