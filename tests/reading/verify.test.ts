/** Verifying an article while others write to it. */
import { expect, test } from 'vitest'
import { openStore } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import type { Store } from '../../src/store/store.ts'
import { open, publish } from '../recording/desk.ts'
import { interrupted } from './interrupted.ts'
import { fillArticle } from './many-versions.ts'

const record = (store: Store, n: number) => publish(store, `The ferry carried ${100 + n} passengers, its owner said.`, n)

test('finds no fault where a version is recorded before any of its queries', async () => {
  const store = await openStore()
  await open(store)
  await record(store, 1)
  const faults: unknown[] = []
  let queries = 2
  for (let n = 0; n < queries; n++) {
    const reader = interrupted(store, n, () => record(store, n + 2))
    faults.push(...(await verify(reader.store, 'harbour')).faults)
    queries = reader.queries()
  }
  expect(queries).toBeGreaterThan(2)
  expect(faults).toEqual([])
})

test('answers of one state of the archive: the article is read again where a version is recorded meanwhile', async () => {
  const store = await openStore()
  await open(store)
  await record(store, 1)
  const reader = interrupted(store, 1, () => record(store, 2))
  const found = await verify(reader.store, 'harbour')
  expect(found).toEqual(await verify(store, 'harbour'))
  expect(found.versions).toBe(2)
})

test('finds a missing version where another one is recorded meanwhile', async () => {
  const store = await openStore()
  await open(store)
  await fillArticle(store, { versions: 3, length: 100, missing: [2] })
  const reader = interrupted(store, 1, () => record(store, 9))
  const { faults } = await verify(reader.store, 'harbour')
  expect(faults).toContainEqual({ version: 0, entry: null, fault: '4 versions were recorded, 3 are there' })
})
