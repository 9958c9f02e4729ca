/** An archive that goes from D1 to a SQLite file and back, and the other way round, line by line the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openLocalD1 } from '../../scripts/local-d1.ts'
import { openD1 } from '../../src/store/d1.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { answersOf, exported, fillWhole, restored } from '../store/transfer/whole-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-between-'))
const closing: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true })
})

async function d1(): Promise<Store> {
  const { database, close } = await openLocalD1(join(folder, `d1-${closing.length}`))
  closing.push(close)
  return openD1(database)
}

const sqlite = async (): Promise<Store> => sqliteStore(openSqlite(':memory:', 'migrations'))

it.each([
  ['D1, SQLite and D1', [d1, sqlite, d1]],
  ['SQLite, D1 and SQLite', [sqlite, d1, sqlite]],
])('%s', async (_, [first, second, third]) => {
  const origin = await first?.()
  const through = await second?.()
  const last = await third?.()
  if (!origin || !through || !last) throw new Error('three databases')
  await fillWhole(origin)
  const lines = await exported(origin, true)
  await restored(through, lines, 200)
  await restored(last, await exported(through, true), 200)
  expect(await exported(last, true)).toEqual(lines)
  expect(await answersOf(last)).toEqual(await answersOf(origin))
})
