/** Reads that belong to one answer see one state of the file, whatever another process writes between them. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { articles } from '../../src/store/schema.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

test('a write of another connection between two reads of a batch shows in neither, and in the next batch', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'claimtrail-snapshot-')), 'archive.db')
  const client = openSqlite(file, MIGRATIONS)
  const other = openSqlite(file, MIGRATIONS)
  let queries = 0
  const write = () =>
    other.exec("insert into articles (slug, created_at) values ('harbour', '2030'); update archive set revision = 77")
  const store = sqliteStore(client, { logQuery: () => ++queries === 2 && write() })
  const slugs = () => store.db.select({ slug: articles.slug }).from(articles)
  expect(await store.batchRead([slugs(), slugs(), slugs()])).toEqual([[], [], []])
  const now = [{ slug: 'harbour' }]
  expect(await store.batchRead([slugs(), slugs()])).toEqual([now, now])
  expect(client.inTransaction).toBe(false)
})

test('a read that fails fails the batch and ends its snapshot', async () => {
  const client = openSqlite(':memory:', MIGRATIONS)
  const store = sqliteStore(client)
  const slugs = () => store.db.select({ slug: articles.slug }).from(articles)
  const [good, bad] = [slugs(), slugs()]
  client.exec('alter table articles rename to gone')
  await expect(store.batchRead([good, bad])).rejects.toThrow(/no such table/)
  expect(client.inTransaction).toBe(false)
})
