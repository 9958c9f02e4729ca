/** Sentences of one article whose rows would keep the same short hash. */
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { sentenceHash, shortHash } from '../../src/store/hash.ts'
import type { Store } from '../../src/store/store.ts'
import { open, publish } from './desk.ts'
import { EQUAL_SHORT } from './equal-hashes.ts'

const [first, second] = EQUAL_SHORT
const OTHER = 'Nobody objected, the council said.'

const rowsOf = (store: Store) =>
  store.db.all<{ text: string; digits: number }>(sql`select text, length(hex(hash)) as digits from sentences order by id`)

it('are those of this test', () => {
  expect(shortHash(sentenceHash(first))).toBe(shortHash(sentenceHash(second)))
  expect(sentenceHash(first)).not.toBe(sentenceHash(second))
})

it.each([
  ['of one version', [`${first} ${second}`]],
  ['of one version, and again in others', [`${first} ${second}`, `${second} ${OTHER}`, `${OTHER} ${first} ${second}`]],
  ['of two versions', [first, second]],
  ['of two versions, and again in another', [first, second, first]],
])('are two rows, each with its text: %s', async (_name, bodies) => {
  const store = await openStore()
  await open(store)
  for (const [n, body] of bodies.entries()) await publish(store, body, n)
  const rows = await rowsOf(store)
  expect(rows.filter(({ text }) => text !== OTHER)).toEqual([
    { text: first, digits: 8 },
    { text: second, digits: 24 },
  ])
  expect((await verify(store, 'harbour')).faults).toEqual([])
})

it('are two rows in whatever order they come', async () => {
  const store = await openStore()
  await open(store)
  await publish(store, second, 2)
  await publish(store, first, 1)
  expect((await rowsOf(store)).map(({ digits }) => digits)).toEqual([8, 24])
  expect((await verify(store, 'harbour')).faults).toEqual([])
})
