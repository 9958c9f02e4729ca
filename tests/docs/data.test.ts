/** The recipes of docs/data.md over the demo archive: DuckDB runs its own, and the queries of the others run on SQLite. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { command } from '../cli/on-file.ts'
import { stageOver, well } from '../http/stage.ts'
import { codeIn, fencesOf, page, rowsOf } from './pages.ts'

const text = page('docs/data.md')
const folder = mkdtempSync(join(tmpdir(), 'claimtrail-data-'))
const file = join(folder, 'data.sqlite')
let archive: ReturnType<typeof openSqlite>

beforeAll(async () => {
  await command('seed', '--archive', file)
  archive = openSqlite(file, 'migrations')
})

afterAll(() => {
  archive.close()
  rmSync(folder, { recursive: true })
})

const recipes = (info: string) => fencesOf(text).flatMap((fence) => (fence.info === info ? [fence.body] : []))
const recipe = (info: string) => recipes(info)[0] ?? ''

type Row = Record<string, unknown>
const rowsAs = (query: string) => archive.prepare<[], Row>(query).all()

it.each(['versions_flat', 'claims_flat', 'changes_flat'])('names the columns of %s', (view) => {
  const [, columns = ''] = rowsOf(text).find(([first]) => first === `\`${view}\``) ?? []
  const own = archive.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(view)
  expect(codeIn(columns)).toEqual(own)
})

describe('the recipe for', () => {
  it('pandas reads rows that have its columns', () => {
    const [query = ''] = /(?<=read_sql\(")[^"]+/.exec(recipe('python')) ?? []
    const rows = rowsAs(query)
    expect(rows.length).toBeGreaterThan(20)
    for (const [, name] of recipe('python').matchAll(/changes\["(\w+)"\]|parse_dates=\["(\w+)"\]|groupby\(\["(\w+)"/g)) {
      if (name !== undefined) expect(rows[0]).toHaveProperty(name)
    }
  })

  it('R counts the claims of sources', () => {
    const [query = ''] = /(?<=dbGetQuery\(archive, ")[^"]+/.exec(recipe('r')) ?? []
    expect(rowsAs(query)[0]).toMatchObject({ source: 'Vladimir V. Putin', certain: expect.any(Number) })
  })

  it.each([
    ['python', /\["(\w+)"|, "(\w+)"\]|"(\w+)":|by\("(\w+)"|key="(\w+)"/g, 12],
    ['r', /(?<=[(~] ?)(\w+)(?= ~|, days)|(\w+)(?=\) &| ==)/g, 4],
  ] as const)('%s over HTTP asks for rows that have its columns', async (info, names, count) => {
    const [, code = ''] = recipes(info)
    const { ask } = stageOver(sqliteStore(archive))
    const columns: string[] = []
    for (const [path] of code.matchAll(/\/v1\/[\w/]+\?[\w=&]+/g)) {
      const answer = await (await well(ask(path))).text()
      const [first = ''] = answer.split(/\r?\n/)
      columns.push(...(path.endsWith('csv') ? first.split(',') : Object.keys(JSON.parse(first))))
    }
    const named = [...code.matchAll(names)].map(([, ...found]) => found.find((name) => name !== undefined) ?? '')
    expect([named.filter((name) => !columns.includes(name)), new Set(named).size]).toEqual([[], count])
  })

  it('DuckDB counts kinds, writes Parquet and reads it', async () => {
    const [, query = ''] = /sqlite3 .* "(.+)" > changes\.csv/.exec(text) ?? []
    writeFileSync(join(folder, 'changes.csv'), Papa.unparse(rowsAs(query), { newline: '\r\n' }))
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    const [kinds = '', parquet = '', hours = ''] = recipe('sql')
      .split(';')
      .map((query) => query.replaceAll(/'(changes\.\w+)'/g, (_, name) => `'${join(folder, name)}'`))
    const told = (await duck.runAndReadAll(kinds)).getRowObjects()
    const own = rowsAs(
      "select count(*) as n from changes_flat where ' ' || kinds || ' ' like '% superseded %' and from_version > 0",
    )
    expect(told.find(({ kind }) => kind === 'superseded')).toMatchObject({ changes: BigInt(Number(own[0]?.n)) })
    expect(told.find(({ kind }) => kind === 'softened')).toMatchObject({ disclosed: 0 })
    await duck.run(parquet)
    const [{ hours: median } = {}] = (await duck.runAndReadAll(hours)).getRowObjects()
    expect(Number(median)).toBeGreaterThan(0)
    duck.closeSync()
  })
})
