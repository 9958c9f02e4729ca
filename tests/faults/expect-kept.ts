/** The laws of an archive whose server was killed: nothing that was acknowledged is lost or doubled, and all that is derived holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type SQLite from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { expectDerived } from '../recording/sums.ts'
import { MIGRATIONS } from './archive.ts'
import { type Acknowledged, killed } from './kills.ts'

/** How many rows have the mark of a write. */
const FOUND: Readonly<Record<Acknowledged['kind'], string>> = {
  version: "select count(*) from versions where title = 'Boat ' || ?",
  article: 'select count(*) from articles where slug = ?',
  review: 'select count(*) from reviews where reason = ?',
  withholding: 'select count(*) from withholding_reasons where reason = ?',
}

function notOnce(client: SQLite.Database, acknowledged: readonly Acknowledged[]) {
  const counts = acknowledged.map((one) => ({ ...one, count: client.prepare(FOUND[one.kind]).pluck().get(one.mark) }))
  return counts.filter(({ count }) => count !== 1)
}

/** Kills a server of an entry so many times, and holds the archive against the laws; returns the figures. */
export async function expectKept(entry: string, kills: number) {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-kills-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'archive.sqlite')
  const { acknowledged, unanswered } = await killed(entry, file, kills)
  const client = openSqlite(file, MIGRATIONS)
  onTestFinished(() => void client.close())
  expect(notOnce(client, acknowledged)).toEqual([])
  const versions = acknowledged.filter(({ kind }) => kind === 'version').length
  expect(client.prepare('select count(*) from versions').pluck().get()).toBe(versions)
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(client.pragma('foreign_key_check')).toEqual([])
  for (const index of ['sentence_search', 'statement_search'])
    client.exec(`insert into ${index} (${index}) values ('integrity-check')`)
  const store = sqliteStore(client)
  for (const slug of client.prepare<[], string>('select slug from articles').pluck().all())
    expect(await verify(store, slug)).toMatchObject({ ok: true, faults: [] })
  await expectDerived(store)
  return { kills, acknowledged: acknowledged.length, unanswered }
}
