/** An archive that had changes and sources before they were counted has the same counts after the migrations. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, publish } from '../recording/desk.ts'

const named = (type: string, glob: string) =>
  `select 'drop ' || type || ' ' || name || ';' as text from sqlite_master where type = '${type}' and name glob '${glob}'`

test.each([
  {
    file: '0013_counts_by_disclosure.sql',
    counts: ['select * from change_counts', 'select * from source_change_counts', 'select * from archive_change_counts'],
    rows: [3, 2, 3],
    undo: [
      named('table', '*change_counts'),
      named('view', 'counted_*'),
      // The migration drops the tables and views that are there before.
      `select 'create table ' || value || ' (a)' as text from json_each('["change_counts", "source_change_counts", "archive_change_counts"]')`,
      `select 'create view ' || value || ' as select 1' as text from json_each('["counted_changes", "counted_sources"]')`,
    ],
  },
  {
    file: '0005_source_counts.sql',
    counts: ['select * from article_sources', 'select name, claims, present, articles from sources'],
    rows: [1, 2],
    undo: [
      named('table', 'article_sources'),
      named('index', 'sources_by_claims'),
      "select 'alter table sources drop column ' || name as text from pragma_table_info('sources') where name in ('claims', 'present', 'articles')",
    ],
  },
  {
    file: '0010_furniture.sql',
    counts: ['select * from changes'],
    rows: [3],
    undo: [
      named('view', 'counted_*'),
      named('index', 'changes_of_furniture'),
      named('index', 'changes_of_later_versions'),
      "select 'alter table changes drop column ' || name as text from pragma_table_info('changes') where name = 'furniture'",
      // The migration drops the views that are there before.
      "select 'create view ' || value || ' as select 1' as text from json_each('[\"counted_changes\", \"counted_sources\"]')",
    ],
  },
])('$file counts what is there', async ({ file, counts, rows, undo }) => {
  const database = openSqlite(':memory:', 'migrations')
  const store = sqliteStore(database)
  await open(store)
  await publish(store, 'The mayor, Ada Moreno, said that the mill will close.', 1)
  await publish(store, 'The mayor, Ada Moreno, said that the mill may close. It is old.', 70)
  if (file.startsWith('0005')) {
    await publish(store, 'The mayor, Lena Voss, said that the mill may close. It is old.', 80)
    await withhold(store, { id: 3, articleId: 1 }, 'An order.', NOW)
  }
  const counted = () => counts.map((query) => database.prepare(query).all())
  const kept = counted()
  expect(kept.map((found) => found.length)).toEqual(rows)
  // Later migrations made views over these tables, and gave the column of furniture its present name.
  for (const view of ['versions', 'claims', 'changes']) database.exec(`drop view ${view}_flat`)
  database.exec('alter table changes rename column aside to furniture')
  const texts = undo.flatMap((query) => database.prepare<[], { text: string }>(query).all())
  for (const { text } of texts) database.exec(text)
  expect(() => expect(counted()).toEqual(kept)).toThrow()
  database.exec(readFileSync(`migrations/${file}`, 'utf8'))
  database.exec('alter table changes rename column furniture to aside')
  expect(counted()).toEqual(kept)
})
