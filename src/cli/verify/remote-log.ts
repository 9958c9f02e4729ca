/** Recomputes the roots of a log from all its entries, as an archive sends them. */
import type { Client } from '../../client.ts'
import { GrowingTree, type Hash } from '../../log/merkle.ts'
import { type LOG_KINDS, leafOf } from '../../store/log/kinds.ts'
import { jsonLines } from '../archive/json-lines.ts'

/** How many entries are asked for at once. */
const WINDOW = 20_000

interface Entry {
  readonly position: number
  readonly kind: (typeof LOG_KINDS)[number]
  readonly article_id: number | null
  readonly subject: number
  readonly digest: string
}

/**
 * The roots of the log at some sizes. An entry that is missing or comes in another order has another root. `seen` is called after each
 * window with the count of entries so far.
 */
export async function rootsOf(
  client: Client,
  sizes: readonly number[],
  seen: (entries: number) => void,
): Promise<Map<number, Hash>> {
  const tree = new GrowingTree()
  const roots = new Map<number, Hash>()
  const keep = () => {
    if (sizes.includes(tree.size)) roots.set(tree.size, tree.root())
  }
  keep()
  const last = Math.max(...sizes)
  while (tree.size < last) {
    const before = tree.size
    const query = { after: String(before), until: String(Math.min(before + WINDOW, last)), format: 'ndjson' as const }
    for await (const { position, kind, article_id, subject, digest } of jsonLines<Entry>(
      client.v1.log.entries.$get({ query }),
    )) {
      if (position !== tree.size + 1) return roots
      tree.add(leafOf({ kind, article: article_id, subject, digest }))
      keep()
    }
    if (tree.size === before) break
    seen(tree.size)
  }
  return roots
}
