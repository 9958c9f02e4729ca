/** The views for analysis say what the interface says, in words, and nothing of withheld versions. */
import { sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { KINDS } from '../../src/core/changes/change.ts'
import { TOLD } from '../../src/core/changes/weight.ts'
import { maskOf } from '../../src/store/sql/kind-mask.ts'
import { stageOver, well } from '../http/stage.ts'
import { fillWhole } from './transfer/whole-archive.ts'

const store = await openStore()
await fillWhole(store)
const { ask } = stageOver(store, {}, 0)

type Flat = Record<string, string | number | null>
const rowsOf = (view: string) => store.db.all<Flat>(sql`select * from ${sql.identifier(view)} order by id`)
const [versions, claims, changes] = [await rowsOf('versions_flat'), await rowsOf('claims_flat'), await rowsOf('changes_flat')]

/** The rows of a list as CSV: every cell as text, and a list in it as words. */
async function csv(path: string): Promise<Record<string, string>[]> {
  const text = await (await well(ask(`${path}${path.includes('?') ? '&' : '?'}format=csv&limit=200`))).text()
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const inWords = (cell: string) => (/^\[.*\]$/.test(cell) ? (JSON.parse(cell) as unknown[]).join(' ') : cell)
  return data.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, inWords(cell)])))
}

/** Cells of a row as the CSV of the interface has them. */
const cells = (row: Flat | undefined, names: readonly string[], flags: readonly string[] = []) =>
  Object.fromEntries(names.map((name) => [name, flags.includes(name) ? String(row?.[name] === 1) : String(row?.[name] ?? '')]))

it('the kinds are those of today, in their order', async () => {
  const [view] = await store.db.all<{ sql: string }>(sql`select sql from sqlite_master where name = 'changes_flat'`)
  expect(view?.sql).toContain(JSON.stringify(KINDS))
  expect(view?.sql).toContain(`(c.shown & ${maskOf(TOLD)}) <> 0`)
})

describe('changes_flat', () => {
  const NAMES = [
    'article',
    'from_version',
    'to_version',
    'captured_at',
    'kinds',
    'acknowledged',
    'technical',
    'claims',
    'before',
    'after',
    'verdict',
    'recorded_at',
  ]

  it('has the changes that the interface tells as those that stand', async () => {
    const told = await csv('/v1/changes?sort=-captured&first_versions=true')
    const technical = changes.filter((row) => row.technical === 0)
    expect(technical.map(({ id }) => String(id))).toEqual(told.map(({ id }) => id).sort((a, b) => Number(a) - Number(b)))
    for (const row of told) {
      const own = changes.find(({ id }) => String(id) === row.id)
      expect([row.id, cells(own, NAMES, ['acknowledged', 'technical'])]).toEqual([
        row.id,
        Object.fromEntries(NAMES.map((name) => [name, row[name]])),
      ])
    }
  })

  it.each(['true', 'false'])('says whether a change was disclosed: %s', async (disclosed) => {
    const told = await csv(`/v1/changes?sort=-captured&disclosed=${disclosed}`)
    if (disclosed === 'false') expect(told).not.toEqual([])
    const own = changes.filter((row) => row.disclosed === (disclosed === 'true' ? 1 : 0))
    expect(own.map(({ id }) => String(id))).toEqual(told.map(({ id }) => id).sort((a, b) => Number(a) - Number(b)))
  })
})

describe('claims_flat', () => {
  const NAMES = [
    'label',
    'verdict',
    'status',
    'source',
    'source_kind',
    'cue',
    'quotation',
    'certainty',
    'polarity',
    'check_worthiness',
    'first_version',
    'last_version',
    'changes',
  ]

  it('has the claims of the interface', async () => {
    const told = await csv('/v1/claims')
    expect(claims).toHaveLength(told.length)
    for (const row of told) {
      const own = claims.find(({ article, claim }) => article === row.article && String(claim) === row.number)
      expect([row.article, row.number, cells(own, NAMES)]).toEqual([
        row.article,
        row.number,
        Object.fromEntries(NAMES.map((name) => [name, row[name] ?? ''])),
      ])
      expect(own?.sentence).toBe(row.text)
    }
  })
})

describe('versions_flat', () => {
  it('has every version, and of withheld ones what the log shows', () => {
    const withheld = versions.filter((row) => row.withheld !== null)
    expect(versions).toHaveLength(7)
    expect(withheld).toHaveLength(1)
    expect(withheld[0]).toMatchObject({
      article: 'ferry',
      version: 2,
      withheld: 'By order of the court',
      title: null,
      body: null,
      byline: null,
      url: null,
      words: null,
    })
    for (const { body, withheld: reason } of versions) expect(body === null).toBe(reason !== null)
  })
})

it('nothing has the text of a withheld version', async () => {
  const secret = 'The tug Borkum lost a cable'
  const stage = stageOver(await openStore(), {}, 0)
  await well(stage.send('POST', '/v1/articles', { slug: 'tug' }))
  const rest = 'The ferry will sail on Friday, the operator said.'
  const told = `${secret}, Karla Weiss said.`
  for (const [hour, texts] of [
    ['08', [rest, told]],
    ['09', [rest]],
    ['10', [rest, told]],
  ] as const) {
    await well(stage.ingest('tug', `${hour}:00`, 'Tug at Work', ...texts))
  }
  const all = async () =>
    JSON.stringify(
      await Promise.all(
        ['versions_flat', 'claims_flat', 'changes_flat'].map((view) =>
          stage.store.db.all(sql`select * from ${sql.identifier(view)}`),
        ),
      ),
    )
  expect(await all()).toContain(secret)
  await well(stage.send('PUT', '/v1/articles/tug/versions/1/withholding', { reason: 'An order' }))
  expect(await all()).toContain('restored')
  await well(stage.send('PUT', '/v1/articles/tug/versions/3/withholding', { reason: 'An order' }))
  expect(await all()).not.toMatch(/Borkum|Weiss/)
})
