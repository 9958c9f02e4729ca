/** A file that another process is writing to. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { count, open, post, publish } from '../recording/desk.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

test('a write to a locked file is busy, and is done once the file is free', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'claimtrail-locked-')), 'archive.db')
  const store = sqliteStore(openSqlite(file, MIGRATIONS))
  await open(store)
  const other = openSqlite(file, MIGRATIONS)
  other.exec('begin immediate')
  await expect(post(store, 'Barley rose by 3 percent.', 1)).rejects.toMatchObject({ code: 'busy', status: 503 })
  other.exec('rollback')
  await publish(store, 'Barley rose by 3 percent.', 1)
  expect(await count(store, 'versions')).toBe(1)
})
