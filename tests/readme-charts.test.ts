/** The panel and the notebook's cell of README, asked of the demo archive: every field that they name is there. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import { planIngest } from '../src/cli/input/ingest-plan.ts'
import { openSqlite, sqliteStore } from '../src/store/sqlite.ts'
import { NOW, stageOver, well } from './http/stage.ts'

const readme = readFileSync('README.md', 'utf8')
const HOST = 'http://127.0.0.1:8787'
const stage = stageOver(sqliteStore(openSqlite(':memory:', 'migrations')))

beforeAll(async () => {
  const [story] = await planIngest(['seed/kremlin-cease-fire'], { title: null, slug: null, publication: null }, new Date(NOW))
  if (!story) throw new Error('there is no demo story')
  const { slug, title, publication, versions } = story
  await well(stage.send('POST', '/v1/articles', { slug, title, publication }))
  for (const { version } of versions) await well(stage.send('POST', `/v1/articles/${slug}/versions`, version))
})

/** The first block of README in a language, after a heading. */
function block(language: string, heading: string): string {
  const after = readme.slice(readme.indexOf(`\n### ${heading}\n`))
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(after)?.[1] ?? ''
}

/** Of a chart: the points by series. */
function drawn(rows: readonly Record<string, unknown>[], series: string, count: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) sums[String(row[series])] = (sums[String(row[series])] ?? 0) + Number(row[count])
  return sums
}

test('the panel shows the demo’s changes', async () => {
  const panel = JSON.parse(block('json', 'Statistics')) as {
    readonly targets: readonly {
      readonly url: string
      readonly root_selector: string
      readonly columns: readonly { readonly selector: string; readonly type: 'timestamp' | 'string' | 'number' }[]
    }[]
    readonly transformations: readonly { readonly options: { readonly fields: readonly string[] } }[]
  }
  const [target] = panel.targets
  const url = target?.url
    .replace(/\$\{__from:date:iso\}/, '2025-03-11T23:00:00.000Z')
    .replace(/\$\{__to:date:iso\}/, '2025-03-19T00:00:00.000Z')
  expect(url?.startsWith(HOST)).toBe(true)
  expect(url).not.toContain('$')
  const answer = (await (await well(stage.ask(url?.slice(HOST.length) ?? ''))).json()) as Record<string, unknown>
  const rows = answer[target?.root_selector ?? ''] as Record<string, unknown>[]
  const columns = target?.columns ?? []
  for (const row of rows) {
    for (const { selector, type } of columns) {
      const value = row[selector]
      expect([selector, typeof value]).toEqual([selector, type === 'number' ? 'number' : 'string'])
      if (type === 'timestamp') expect(new Date(String(value)).toISOString()).toBe(value)
    }
  }
  for (const field of panel.transformations.flatMap(({ options }) => options.fields)) {
    expect(columns.map(({ selector }) => selector)).toContain(field)
  }
  expect(new Set(rows.map(({ time }) => time)).size).toBe(9)
  expect(drawn(rows, 'kind', 'count')).toMatchObject({ superseded: expect.any(Number), softened: 1 })
})

test('the notebook’s cell reads the demo’s changes', async () => {
  const cell = block('python', 'Statistics')
  const url = /url = "([^"]+)"/.exec(cell)?.[1] ?? ''
  expect(url.startsWith(HOST)).toBe(true)
  const csv = await (await well(stage.ask(url.slice(HOST.length)))).text()
  const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
  const named = [...cell.matchAll(/(?:index|columns|values)="(\w+)"|parse_dates=\["(\w+)"\]/g)].map((m) => m[1] ?? m[2])
  expect(named).toEqual(['time', 'time', 'kind', 'count'])
  for (const name of named) expect(meta.fields).toContain(name)
  // A pivot wants each pair of index and column once.
  expect(new Set(data.map(({ time, kind }) => `${time} ${kind}`)).size).toBe(data.length)
  expect(drawn(data, 'kind', 'count')).toMatchObject({ softened: 1 })
})
