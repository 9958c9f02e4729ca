/** An archive that is exported and restored gives the same answers, and is exported to the same bytes. */

import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import type { Store } from '../../../src/store/store.ts'
import { restoreLines } from '../../../src/store/transfer/restore.ts'
import { LEFT_OUT, TABLES } from '../../../src/store/transfer/tables.ts'
import { rowCounts, stageOver, well } from '../../http/stage.ts'
import { answersOf, exported, fillWhole, READS, restored } from './whole-archive.ts'

const store = await openStore()
await fillWhole(store)
const counts = await rowCounts(store)
const answers = await answersOf(store)
const lines = await exported(store)
const withSecrets = await exported(store, true)

it('every table is exported, or left out for a reason', () => {
  expect([...TABLES.map(({ name }) => name), ...Object.keys(LEFT_OUT)].sort()).toEqual(Object.keys(counts).sort())
})

it('the archive has a row in every table that is exported', () => {
  expect(TABLES.filter(({ name }) => counts[name] === 0).map(({ name }) => name)).toEqual([])
})

it('its answers are answers', () => {
  expect(READS.filter((path) => !/^(?:200|410) /.test(answers[path] ?? ''))).toEqual([])
})

it('has no secret where none is asked for', () => {
  const text = lines.join('\n')
  for (const secret of ['whsec_', 'a-hub-secret', 'a-callback', 'https://desk.example']) {
    expect(text).not.toContain(secret)
    if (secret !== 'whsec_') expect(withSecrets.join('\n')).toContain(secret)
  }
})

/** The paths whose answers differ. */
async function differing(other: Store): Promise<string[]> {
  const found = await answersOf(other)
  return READS.filter((path) => found[path] !== answers[path])
}

describe.each([
  // A watch tells the hub of its feed, whose subscription is a secret.
  ['without secrets', lines, false, ['/v1/watches']],
  ['with secrets', withSecrets, true, []],
] as const)('%s', (_, given, secrets, different) => {
  it('gives the same answers, and the same export', async () => {
    const other = await openStore()
    await restored(other, given)
    expect(await exported(other, secrets)).toEqual(given)
    expect(await differing(other)).toEqual(different)
    expect(await other.db.all(sql`select * from pragma_foreign_key_check`)).toEqual([])
    const more = stageOver(other)
    await well(more.ingest('ferry', '22:00', 'Ferry Sails', 'A ferry with 222 passengers sailed, the coast guard said.'))
    await well(more.send('POST', '/v1/watches', { url: 'https://gazette.example/mill' }))
    // An id that was given is not given again.
    expect(await other.db.all(sql`select max(id) as id from watches`)).toEqual([{ id: 3 }])
  })
})

it('lines that come one by one, and again, are recorded once', async () => {
  const other = await openStore()
  await restored(other, lines.slice(0, 100), 1)
  await expect(restoreLines(other, lines.slice(0, 1), 1)).resolves.toEqual({ lines: 100, done: false })
  await expect(restoreLines(other, lines.slice(90, 110), 91)).rejects.toThrow(
    /100 lines are recorded, so that line 101 comes next/,
  )
  await expect(restoreLines(other, lines.slice(110, 120), 111)).rejects.toThrow(/line 101 comes next/)
  await expect(restoreLines(other, withSecrets.slice(0, 1), 1)).rejects.toThrow(/Another export/)
  await restoreLines(other, lines.slice(100), 101)
  expect(await exported(other)).toEqual(lines)
  await expect(restoreLines(other, lines.slice(0, 1), 1)).rejects.toThrow(/not empty/)
})
