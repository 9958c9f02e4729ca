/** The outbox of hooks: each write that appends changes leaves its row there in the same write, and no other does. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { openStore } from '#harness'
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, post, publish } from './desk.ts'

const FERRY = 'The ferry Halcyon ran aground off Pellow. Nobody was hurt, the harbour master said.'
const MOVED = 'The ferry Halcyon ran aground near Pellow. 3 people were hurt, the harbour master said.'
const LATE = 'The ferry Halcyon ran aground off Pellow. 2 people were hurt, the harbour master said.'

let store: Store
beforeEach(async () => {
  store = await openStore()
  await open(store)
})

const rows = () =>
  store.db.all<{ id: number; articleId: number }>(sql`select id, article_id as articleId from outbox order by id`)

async function lastChange(): Promise<number> {
  const [row] = await store.db.all<{ id: number }>(sql`select coalesce(max(id), 0) as id from changes`)
  return row?.id ?? 0
}

/** The row that a write leaves. */
async function leaves(write: () => Promise<unknown>): Promise<void> {
  const before = await rows()
  const last = await lastChange()
  await write()
  expect(await lastChange()).toBeGreaterThan(last)
  expect(await rows()).toEqual([...before, { id: await lastChange(), articleId: 1 }])
}

async function leavesNone(write: () => Promise<unknown>): Promise<void> {
  const before = await rows()
  await write()
  expect(await rows()).toEqual(before)
}

const reject = { action: 'reject', change: null, review: null, detail: {}, reason: 'No claim' } as const

it('has a row for every write that appends changes', async () => {
  await leaves(() => publish(store, FERRY, 1))
  await leaves(() => publish(store, MOVED, 9))
  // A late version takes changes back.
  await leaves(() => publish(store, LATE, 5))
  await leaves(() => review(store, 'harbour', 2, reject, 'Ada Moreno', NOW))
})

it('has none for a write that appends none', async () => {
  await publish(store, FERRY, 1)
  await leavesNone(() => open(store, 'market'))
  await leavesNone(() => post(store, FERRY, 2))
  await leavesNone(() => review(store, 'harbour', 1, { ...reject, action: 'confirm', reason: null }, 'Ada Moreno', NOW))
  await leavesNone(() => withhold(store, { id: 1, articleId: 1 }, 'An order', NOW))
})

it.each(['changes', 'trails', 'outbox'])('has none of a write of which a row of %s is refused', async (table) => {
  await publish(store, FERRY, 1)
  const before = [await rows(), await lastChange()]
  await store.db.run(
    sql.raw(`create trigger refuse before insert on ${table} begin select raise(abort, 'the disk is full'); end`),
  )
  await expect(publish(store, MOVED, 2)).rejects.toThrow()
  expect([await rows(), await lastChange()]).toEqual(before)
  expect(await store.db.all(sql`select number from versions`)).toEqual([{ number: 1 }])
  await store.db.run(sql`drop trigger refuse`)
  await leaves(() => publish(store, MOVED, 2))
})
