/** An archive that had changes before they were counted has the same counts after the migration. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import { open, publish } from './ingest/desk.ts'

test('the migration counts what is there', async () => {
  const database = openSqlite(':memory:', 'migrations')
  const store = sqliteStore(database)
  await open(store)
  await publish(store, 'The mayor, Ada Moreno, said that the mill will close.', 1)
  await publish(store, 'The mayor, Ada Moreno, said that the mill may close. It is old.', 70)
  const counted = () =>
    ['change_counts', 'source_change_counts', 'archive_change_counts'].map((table) =>
      database.prepare(`select * from ${table}`).all(),
    )
  const kept = counted()
  expect(kept.map((rows) => rows.length)).toEqual([3, 2, 3])
  const drop =
    "select 'drop ' || type || ' ' || name || ';' as text from sqlite_master where name glob ? and type in ('table', 'view')"
  const texts = ['*change_counts', 'counted_*'].flatMap((glob) => database.prepare<[string], { text: string }>(drop).all(glob))
  for (const { text } of texts) database.exec(text)
  database.exec(readFileSync('migrations/0002_statistics.sql', 'utf8'))
  expect(counted()).toEqual(kept)
})
