/** The log in the database: kept tiles, and entries for the rows of an archive from before it. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { inclusionProof, isIncluded, rootOf, subtreesOf } from '../../src/log/merkle.ts'
import { verifyArchive } from '../../src/reading/verify/verify-archive.ts'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { review } from '../../src/reviews/review.ts'
import { leafOf } from '../../src/store/log/kinds.ts'
import { logRows, logSize, ofTree, rootAt, sealTiles, TILE } from '../../src/store/log/tree.ts'
import type { Store } from '../../src/store/store.ts'
import { completeLog } from '../../src/store/verify/complete.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, post, publish } from '../recording/desk.ts'
import { forgetLog } from '../recording/log-anew.ts'

let store: Store
beforeEach(async () => {
  store = await openStore()
  await open(store)
})

const FERRY = 'The ferry may run aground. Nobody was hurt, the harbour master said.'

/** Appends so many entries past the archive. */
const fill = (entries: number) =>
  store.db.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${entries})
    insert into log (kind, article_id, subject, digest) select 13, 1, i + 100000, randomblob(32) from n`)

const faults = async () => {
  const found: string[] = []
  for await (const line of verifyArchive(store, { deep: true })) found.push(...line.faults.map(({ fault }) => fault))
  return found
}

describe('tiles', () => {
  it('are kept by the ingests after they are complete, and give the root that all entries give', async () => {
    await fill(3 * TILE)
    await publish(store, FERRY, 1)
    const size = await logSize(store)
    const [{ tiles } = { tiles: 0 }] = await store.db.all<{ tiles: number }>(sql`select count(*) as tiles from log_tiles`)
    expect(tiles).toBe(3)
    const leaves = (await logRows(store, 0, size)).map(leafOf)
    const plain = subtreesOf((i) => leaves[i] as Uint8Array)
    for (const at of [1, TILE - 1, TILE, TILE + 1, 2 * TILE, 3 * TILE - 1, size]) {
      expect(await rootAt(store, at)).toEqual(rootOf(at, plain))
      for (const index of [0, at >> 1, at - 1]) {
        const proof = await ofTree(store, at, (subtree) => inclusionProof(index, at, subtree))
        expect(isIncluded(leaves[index] as Uint8Array, index, at, proof, rootOf(at, plain))).toBe(true)
      }
    }
  })

  it('that were edited are found', async () => {
    await fill(TILE)
    await store.batchWrite(await sealTiles(store, await logSize(store), 0))
    await store.db.run(sql`update log_tiles set hash = zeroblob(32)`)
    expect(await faults()).toContain('the kept hash of the tile that ends here is another')
  })
})

describe('an archive from before the log', () => {
  beforeEach(async () => {
    await open(store, 'market')
    await publish(store, FERRY, 1, { url: 'https://news.example/ferry' })
    await publish(store, FERRY.replace('may run', 'ran'), 3)
    await post(store, FERRY.replace('may run', 'ran'), 4)
    await publish(store, 'Barley rose by 7 percent, the exchange said.', 2, {}, 'market')
    await withhold(store, { id: 2, articleId: 1 }, 'A court order', NOW)
    await review(store, 'harbour', 1, { action: 'confirm', change: null, review: null, detail: {}, reason: null }, 'desk', NOW)
    await forgetLog(store)
  })

  it('has no faults meanwhile, and is whole once all articles have entries', async () => {
    expect((await verify(store, 'harbour')).ok).toBe(true)
    expect(await completeLog(store, 1)).toBe(false)
    expect(await completeLog(store)).toBe(true)
    expect(await faults()).toEqual([])
    expect(await logSize(store)).toBeGreaterThan(10)
    expect(await completeLog(store)).toBe(true)
  })

  it('is written to meanwhile as ever', async () => {
    await completeLog(store, 1)
    await publish(store, `${FERRY} Divers were sent.`, 6)
    await publish(store, `${FERRY} Divers came.`, 2)
    await publish(store, 'Barley rose by 9 percent, the exchange said.', 5, {}, 'market')
    await completeLog(store)
    expect(await faults()).toEqual([])
    await publish(store, 'Barley fell, the exchange said.', 7, {}, 'market')
    expect(await faults()).toEqual([])
  })

  it('finds an edit that came after', async () => {
    await completeLog(store)
    await store.db.run(sql`drop trigger if exists changes_keep_update`)
    await store.db.run(sql`update changes set kinds = 1 where id = 3`)
    expect(await faults()).not.toEqual([])
  })
})
