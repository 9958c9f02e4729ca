/** Archives in files: what is acknowledged is on disk, and the file stays the one that was opened. */
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { healthOf } from '../../src/store/health.ts'
import { archive } from '../../src/store/schema.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'archive.sqlite')
}

test('every commit is synced to the disk', () => {
  const database = openSqlite(newFile(), 'migrations')
  const FULL = 2
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(database.pragma('synchronous', { simple: true })).toBe(FULL)
  database.close()
})

test('a statement is not prepared again for the value of its limit', async () => {
  const client = openSqlite(':memory:', 'migrations')
  const prepared: string[] = []
  const prepare = client.prepare.bind(client)
  client.prepare = ((text: string) => {
    prepared.push(text)
    return prepare(text)
  }) as typeof client.prepare
  const { db } = sqliteStore(client)
  const ids = db.select({ id: archive.id }).from(archive)
  for (const limit of [0, 1]) expect(await ids.limit(limit)).toHaveLength(limit)
  expect(await db.select({ id: archive.id }).from(archive).limit(1).offset(1)).toEqual([])
  // SQLite plans by a parameter that stands alone there.
  expect(prepared.map((text) => text.replace(/.* from /, ''))).toEqual(['"archive" limit +?', '"archive" limit +? offset +?'])
})

test.each([
  ['stays where it is', 'ready', () => undefined],
  ['is removed', 'replaced', (file: string) => rmSync(file)],
  [
    'is replaced by a copy',
    'replaced',
    (file: string) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
  ],
])('a file that %s is %s', async (_, database, change) => {
  const file = newFile()
  const client = openSqlite(file, 'migrations')
  onTestFinished(() => void client.close())
  const store = sqliteStore(client)
  change(file)
  expect(await healthOf(store)).toEqual({ database })
})

test('an archive in memory is ready', async () => {
  expect(await healthOf(sqliteStore(openSqlite(':memory:', 'migrations')))).toEqual({ database: 'ready' })
})
