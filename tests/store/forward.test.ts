/**
 * Migrations forward over an archive that has rows, from every schema that there was: the rows of `archive-0019.sql`, as far as a schema
 * has their columns, become those that the same archive has today.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/store/migration-names.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import { applyMigrations } from '../../src/store/sqlite-migrations.ts'
import { expectSums } from '../recording/sums.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-forward-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A folder with the first `count` migrations. */
function first(count: number): string {
  const to = mkdtempSync(join(folder, 'migrations-'))
  for (const name of readdirSync('migrations').sort().slice(0, count)) copyFileSync(join('migrations', name), join(to, name))
  return to
}

const DUMPED = 19
const dumped = join(folder, 'dumped.sqlite')
{
  const database = new SQLite(dumped)
  applyMigrations(database, first(DUMPED))
  database.exec(readFileSync('tests/store/archive-0019.sql', 'utf8'))
  database.close()
}

const names = (database: Database, query: string) => database.prepare<[], string>(query).pluck().all()
const tablesOf = (database: Database, schema: string) =>
  names(
    database,
    `select name from ${schema}.sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%_search%'
      and name <> 'd1_migrations'`,
  )
const columnsOf = (database: Database, schema: string, table: string) =>
  names(database, `select name from pragma_table_info('${table}', '${schema}')`)

/** The archive of the dump as a program of the first `count` migrations would have it. */
function archiveAt(count: number): Database {
  const database = new SQLite(':memory:')
  applyMigrations(database, first(count))
  database.exec(`attach '${dumped}' as dumped`)
  database.pragma('foreign_keys = off')
  const triggers = names(database, "select sql from sqlite_schema where type = 'trigger'")
  for (const name of names(database, "select name from sqlite_schema where type = 'trigger'"))
    database.exec(`drop trigger ${name}`)
  const there = tablesOf(database, 'dumped')
  for (const table of tablesOf(database, 'main').filter((name) => there.includes(name))) {
    const has = columnsOf(database, 'dumped', table)
    const columns = columnsOf(database, 'main', table).filter((name) => has.includes(name))
    database.exec(`delete from main.${table};
      insert into main.${table} (${columns}) select ${columns} from dumped.${table}`)
  }
  for (const sql of triggers) database.exec(sql)
  database.exec('detach dumped')
  return database
}

const KEPT = [
  'articles',
  'versions',
  'sentences',
  'statements',
  'claims',
  'wordings',
  'changes',
  'trails',
  'reviews',
  'withholding_reasons',
  'slugs',
  'sources',
  'checks',
]
/** Until this migration the dump has nothing of what is counted: the migrations count it. */
const UNCOUNTED = 4

const rowsOf = (database: Database, tables: readonly string[]) =>
  Object.fromEntries(
    tables.map((table) => [
      table,
      names(
        database,
        `select json_array(${columnsOf(database, 'main', table).map((c) => `case when typeof(${c}) = 'blob' then hex(${c}) else ${c} end`)}) as row from ${table} order by row`,
      ),
    ]),
  )

const today = new SQLite(readFileSync(dumped))
applyMigrations(today, 'migrations')
const expected = rowsOf(today, KEPT)

test.each(MIGRATIONS.slice(0, DUMPED).map((name, i) => [name, i + 1] as const))('from %s', async (_, count) => {
  const database = archiveAt(count)
  applyMigrations(database, 'migrations')
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(rowsOf(database, KEPT)).toEqual(expected)
  if (count <= UNCOUNTED) await expectSums(sqliteStore(database))
})

test.each(MIGRATIONS.slice(DUMPED).map((name, i) => [name, DUMPED + i + 1] as const))('with a stop after %s', (_, count) => {
  const database = archiveAt(DUMPED)
  applyMigrations(database, first(count))
  const again = new SQLite(database.serialize())
  applyMigrations(again, 'migrations')
  expect(again.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(rowsOf(again, KEPT)).toEqual(expected)
})
