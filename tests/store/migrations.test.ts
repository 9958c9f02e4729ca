/** Migrations of SQLite files: each once, wholly or not at all, and never into the database of something else. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../src/store/migration-names.ts'
import { applyMigrations } from '../../src/store/sqlite-migrations.ts'

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-migrations-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const tablesOf = (database: SQLite.Database) =>
  database
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by 1")
    .pluck()
    .all()

it('the build knows the files of migrations/', () => {
  expect(MIGRATIONS).toEqual(readdirSync('migrations').sort())
})

describe('applyMigrations', () => {
  it('applies each file once, in the order of names', () => {
    const database = new SQLite(':memory:')
    const first = { '0002_b.sql': 'insert into a values (2);', '0001_a.sql': 'create table a (n);', 'notes.txt': 'nothing' }
    expect(applyMigrations(database, folderOf(first))).toEqual(['0001_a.sql', '0002_b.sql'])
    expect(applyMigrations(database, folderOf({ ...first, '0003_c.sql': 'create table c (n);' }))).toEqual(['0003_c.sql'])
    expect(database.prepare('select count(*) from a').pluck().get()).toBe(1)
  })

  it('leaves nothing of a file that fails, and names it', () => {
    const database = new SQLite(':memory:')
    const folder = folderOf({ '0001_a.sql': 'create table a (n); insert into missing values (1);' })
    expect(() => applyMigrations(database, folder)).toThrow(/Migration 0001_a.sql failed: no such table: missing/)
    expect(tablesOf(database)).toEqual(['d1_migrations'])
  })

  it('refuses an archive that a newer program migrated, naming what it does not know, and leaves it alone', () => {
    const database = new SQLite(':memory:')
    const old = { '0001_a.sql': 'create table a (n);' }
    applyMigrations(database, folderOf({ ...old, '0003_c.sql': 'create table c (n);' }))
    const folder = folderOf({ ...old, '0002_b.sql': 'create table b (n);' })
    expect(() => applyMigrations(database, folder)).toThrow(/newer version of Claimtrail.*0003_c\.sql/)
    expect(tablesOf(database)).toEqual(['a', 'c', 'd1_migrations'])
  })

  it('refuses the database of something else and leaves it alone', () => {
    const database = new SQLite(':memory:')
    database.exec('create table bookmarks (url)')
    expect(() => applyMigrations(database, folderOf({ '0001_a.sql': 'create table a (n);' }))).toThrow(/something else/)
    expect(tablesOf(database)).toEqual(['bookmarks'])
  })
})
