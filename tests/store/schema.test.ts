/** The tables of schema.ts and its neighbors have the columns and types of the migrated database. */
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import * as captureSchema from '../../src/store/capture-schema.ts'
import * as countTables from '../../src/store/count-tables.ts'
import * as hookSchema from '../../src/store/hook-schema.ts'
import * as schema from '../../src/store/schema.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const database = openSqlite(':memory:', 'migrations')

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

/** The columns of a table or view, by name. */
const columnsOf = (table: string) =>
  new Map(
    database
      .prepare<[string], Column>('select name, type, "notnull", pk from pragma_table_info(?)')
      .all(table)
      .map((column) => [column.name, column]),
  )

const tables = Object.values({ ...schema, ...captureSchema, ...countTables, ...hookSchema }).filter(
  (one) => one instanceof SQLiteTable,
)

/** Tables that only SQL writes and reads. */
const WITHOUT_SCHEMA = [
  'alias_decisions',
  'audit',
  'bound_states',
  'erased',
  'erasing',
  'erasures',
  'lapsed_reviews',
  'log',
  'log_keys',
  'log_tiles',
  'outbox',
  'restorations',
  'sessions',
  'withholding_reasons',
]

it('every table of the migrations is described, but those that only SQL names', () => {
  const migrated = database
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not glob 'sqlite_*'",
    )
    .pluck()
    .all()
  const described = tables.map((table) => getTableConfig(table).name)
  expect(migrated.filter((name) => !described.includes(name) && !name.startsWith('d1_')).sort()).toEqual(WITHOUT_SCHEMA)
})

describe.each(tables.map((table) => [getTableConfig(table).name, getTableConfig(table).columns] as const))(
  '%s',
  (name, columns) => {
    const migrated = columnsOf(name)
    const isView = database.prepare('select 1 from sqlite_master where type = ? and name = ?').get('view', name) !== undefined

    it('has the columns of the migrations', () => {
      expect(columns.map((column) => column.name).sort()).toEqual([...migrated.keys()].sort())
    })

    it.each(columns.map((column) => [column.name, column] as const))('%s has its type', (_, column) => {
      const { type, notnull, pk } = migrated.get(column.name) ?? { type: '', notnull: 0, pk: 0 }
      expect(column.getSQLType().toUpperCase()).toBe(type.toUpperCase())
      // Of a view SQLite knows no constraint; a primary key is never null.
      if (!isView) expect(column.notNull).toBe(notnull === 1 || pk > 0)
      if (!isView && column.primary) expect(pk).toBe(1)
    })
  },
)
