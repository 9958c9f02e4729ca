/** The tree of the log in the database: the hashes of complete tiles of 256 entries are kept, so that a root or a proof reads few entries. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type SQL, sql } from 'drizzle-orm'
import { type Hash, rootOf, type Subtree, subtreesOf } from '../../log/merkle.ts'
import type { Store } from '../store.ts'
import { LOG_KINDS, type LogLeaf, leafOf } from './kinds.ts'

const HEIGHT = 8
/** How many entries a tile has. */
export const TILE = 2 ** HEIGHT
/** How many tiles one query reads whole. */
const READ_AT_ONCE = 40

export type LogRow = LogLeaf & { readonly position: number }

type Packed = {
  readonly id: number
  readonly kind: number
  readonly article: number | null
  readonly subject: number
  readonly digest: string
}

/** The entries after a position, up to another, in their order. */
export async function logRows(store: Store, after: number, limit: number, until = Number.MAX_SAFE_INTEGER): Promise<LogRow[]> {
  const rows =
    await store.db.all<Packed>(sql`select id, kind, article_id as article, subject, lower(hex(digest)) as digest from log
    where id > ${after} and id <= ${until} order by id limit ${limit}`)
  return rows.map(({ id, kind, ...row }) => ({ ...row, position: id, kind: LOG_KINDS[kind] ?? ('' as LogLeaf['kind']) }))
}

/** How many entries the log has. */
export async function logSize(store: Store): Promise<number> {
  const [row] = await store.db.all<{ size: number }>(sql`select coalesce(max(id), 0) as size from log`)
  return row?.size ?? 0
}

/** The hashes of the leaves of tiles, by the positions of their entries from 0. */
async function leavesOf(store: Store, tiles: readonly number[], size: number): Promise<Map<number, Hash>> {
  const leaves = new Map<number, Hash>()
  for (const tile of tiles) {
    const rows = await logRows(store, tile * TILE, Math.min(TILE, size - tile * TILE))
    for (const row of rows) leaves.set(row.position - 1, leafOf(row))
  }
  return leaves
}

/** The hashes of complete tiles before a size, by their numbers from 0: those that are kept. */
export async function keptTiles(store: Store, size: number): Promise<Map<number, Hash>> {
  const rows = await store.db.all<{ id: number; hash: string }>(
    sql`select id, lower(hex(hash)) as hash from log_tiles where id <= ${Math.floor(size / TILE)}`,
  )
  return new Map(rows.map(({ id, hash }) => [id - 1, hexToBytes(hash)]))
}

const tileHash = (tile: number, leaves: ReadonlyMap<number, Hash>): Hash => subtreesOf((i) => leafAt(leaves, i))(HEIGHT, tile)

function leafAt(leaves: ReadonlyMap<number, Hash>, index: number): Hash {
  const leaf = leaves.get(index)
  if (!leaf) throw new RangeError(`the log has no entry ${index + 1}`)
  return leaf
}

/**
 * Computes something of the tree of the first `size` entries. `compute` runs twice, first to learn which tiles are read. Throws RangeError
 * where the log has gaps.
 */
export async function ofTree<Result>(store: Store, size: number, compute: (subtree: Subtree) => Result): Promise<Result> {
  const kept = await keptTiles(store, size)
  const wanted = new Set<number>()
  compute((height, index) => {
    const first = Math.floor((index * 2 ** height) / TILE)
    if (height < HEIGHT) wanted.add(first)
    else for (let tile = first; tile < first + 2 ** (height - HEIGHT); tile++) if (!kept.has(tile)) wanted.add(tile)
    return new Uint8Array(32)
  })
  const leaves = await leavesOf(store, [...wanted], size)
  const parts = subtreesOf((i) => leafAt(leaves, i))
  const tiles = subtreesOf((tile) => kept.get(tile) ?? tileHash(tile, leaves))
  return compute((height, index) => (height < HEIGHT ? parts(height, index) : tiles(height - HEIGHT, index)))
}

/** The root of the first `size` entries. */
export const rootAt = (store: Store, size: number): Promise<Hash> => ofTree(store, size, (subtree) => rootOf(size, subtree))

/** The statements that keep the hashes of tiles that are complete and not kept yet, of a few: a write appends them. */
export async function sealTiles(store: Store, size: number, kept: number): Promise<SQL[]> {
  const until = Math.min(Math.floor(size / TILE), kept + READ_AT_ONCE)
  if (until <= kept) return []
  const tiles = Array.from({ length: until - kept }, (_, i) => kept + i)
  const leaves = await leavesOf(store, tiles, size)
  const rows = tiles.map((tile) => [tile + 1, bytesToHex(tileHash(tile, leaves))])
  return [
    sql`insert or ignore into log_tiles (id, hash) select value ->> 0, unhex(value ->> 1) from json_each(${JSON.stringify(rows)})`,
  ]
}
