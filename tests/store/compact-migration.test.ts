/** An archive of before migration 0021 has, after the migrations, the rows that the program of today records. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { applyMigrations } from '../../src/store/sqlite-migrations.ts'
import { tellEarlier } from './earlier-archive.ts'

const TABLES = ['versions', 'sentences', 'statements', 'claims', 'wordings', 'changes', 'trails', 'reviews', 'sources'] as const
const ORDER: Partial<Record<string, string>> = { wordings: 'claim_id, from_place', trails: 'claim_id, change_id' }

/** Rows in the order of their keys. Nothing refers to the id of a wording, which tells only when it was written. */
const rowsOf = (database: Database, table: string) =>
  database
    .prepare<[], Record<string, unknown>>(`select * from ${table} order by ${ORDER[table] ?? 'id'}`)
    .all()
    .map(({ id, ...row }) => (table === 'wordings' ? row : { id, ...row }))

const archive = new SQLite(':memory:')
const anew = openSqlite(':memory:', 'migrations')

beforeAll(async () => {
  const earlier = mkdtempSync(join(tmpdir(), 'claimtrail-earlier-'))
  for (const name of readdirSync('migrations').filter((name) => name < '0020'))
    copyFileSync(join('migrations', name), join(earlier, name))
  applyMigrations(archive, earlier)
  archive.exec(readFileSync('tests/store/archive-0019.sql', 'utf8'))
  applyMigrations(archive, 'migrations')
  await tellEarlier(sqliteStore(anew))
})

it.each(TABLES)('%s', (table) => {
  expect(rowsOf(archive, table)).toEqual(rowsOf(anew, table))
  expect(rowsOf(archive, table).length).toBeGreaterThan(0)
})

describe('the story', () => {
  const analyses = () =>
    (rowsOf(anew, 'statements') as { analysis: string }[]).map(({ analysis }) => JSON.parse(analysis) as unknown[])
  const some = (column: string, table: string, matches: (value: string) => boolean) =>
    (rowsOf(anew, table) as Record<string, string | null>[]).some((row) => matches(row[column] ?? ''))

  it('has statements with a cue, amounts, hedges, dates and a rule that is named in full', () => {
    const all = analyses()
    expect(all.some((one) => one[7] !== null)).toBe(true)
    for (const list of [10, 11, 12]) expect(all.some((one) => ((one[list] ?? []) as unknown[]).length > 0)).toBe(true)
    expect(all.some((one) => (one[9] as unknown[]).includes(0))).toBe(true)
  })

  it('has evidence with and without words, and readings of every length, or none', () => {
    expect(some('evidence', 'changes', (value) => value === '')).toBe(true)
    expect(some('evidence', 'changes', (value) => value.includes('"'))).toBe(true)
    const readings = (rowsOf(anew, 'wordings') as { reading: string | null }[]).map(({ reading }) =>
      JSON.parse(reading ?? '[]'),
    )
    expect([...new Set(readings.map(({ length }) => length))].sort()).toEqual([0, 2, 3, 4, 5])
  })
})

it('leaves no row that points to nothing, and nothing writable that was not', () => {
  expect(archive.pragma('foreign_key_check')).toEqual([])
  for (const table of ['versions', 'sentences', 'statements', 'changes'])
    expect(() => archive.exec(`update ${table} set id = id`)).toThrow(/immutable|appended/)
})
