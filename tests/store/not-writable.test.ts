/** Files that cannot be written: a write is refused whole and says why, reads go on, and writes succeed again when the cause is gone. */
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type SQLite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { type Stage, stageOver, tellStory, well } from '../http/stage.ts'

interface Archive {
  readonly file: string
  readonly client: SQLite.Database
  readonly stage: Stage
}

/** The bytes of an archive with a story, whose journal is not in a file of its own. */
const story = await (async () => {
  const client = openSqlite(':memory:', 'migrations')
  await tellStory(stageOver(sqliteStore(client), {}, 0))
  return client.serialize()
})()

function openArchive(): Archive {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-not-writable-'))
  const file = join(folder, 'archive.sqlite')
  writeFileSync(file, story)
  const client = openSqlite(file, 'migrations')
  onTestFinished(() => {
    client.close()
    rmSync(folder, { recursive: true })
  })
  const stage = stageOver(sqliteStore(client), {}, 0)
  vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => void vi.restoreAllMocks())
  return { file, client, stage }
}

/** What makes the file one that takes no writes, and returns what ends that; null: nothing does. */
type Cause = (archive: Archive) => (() => void) | null

const FULL = 'The archive takes no writes: the disk is full.'
const READ_ONLY = 'The archive takes no writes: its file is read-only.'
const GONE = 'The archive takes no writes: its file was removed or replaced.'
const LOCKED = 'Another process is writing to the archive. Send it again.'

const full: Cause = ({ client }) => {
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`)
  return () => void client.pragma('max_page_count = 1000000')
}

const CAUSES: readonly (readonly [string, Cause, string, string, string, number, number])[] = [
  ['a full disk', full, 'not_writable', FULL, 'not writable', 200, 503],
  [
    'a read-only database',
    ({ client }) => {
      client.pragma('query_only = on')
      return () => void client.pragma('query_only = off')
    },
    ...(['not_writable', READ_ONLY, 'not writable', 200, 503] as const),
  ],
  [
    'a file that was removed',
    ({ file }) => {
      rmSync(file)
      return null
    },
    ...(['not_writable', GONE, 'replaced', 503, 503] as const),
  ],
  [
    'a file that was replaced',
    ({ file }) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
      return null
    },
    ...(['not_writable', GONE, 'replaced', 503, 503] as const),
  ],
  [
    'a lock of another process',
    ({ file }) => {
      const other = openSqlite(file, 'migrations')
      other.exec('begin immediate')
      return () => void other.close()
    },
    ...(['busy', LOCKED, 'ready', 200, 200] as const),
  ],
]

const long = Array.from({ length: 200 }, (_, n) => `The ferry of quay ${n} will sail on Friday, the office said.`).join(' ')

const WRITES: Readonly<Record<string, (stage: Stage) => Promise<Response>>> = {
  'a version': ({ ingest }) => ingest('ferry', '20:00', 'Ferry Sails', long),
  'an article': ({ send }) => send('POST', '/v1/articles', { slug: 'mill', title: long.slice(0, 400) }),
  'a review': ({ send }) =>
    send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'reject', reason: long.slice(0, 900) }),
  'a withholding': ({ send }) => send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: long.slice(0, 900) }),
  'a watch': ({ send }) => send('POST', '/v1/watches', { url: `https://gazette.example/${'x'.repeat(900)}` }),
  'a hook': ({ send }) => send('POST', '/v1/hooks', { url: 'https://desk.example/', description: long.slice(0, 400) }),
}

/** All rows of the tables that writes append to. */
const rowsOf = (client: SQLite.Database) =>
  ['articles', 'versions', 'changes', 'reviews', 'withholding_reasons', 'watches', 'hooks', 'archive'].map((table) =>
    client.prepare(`select * from ${table}`).all(),
  )

const stateOf = async ({ ask }: Stage, path: string) => {
  const answer = await ask(path)
  return [answer.status, ((await answer.json()) as { database: string }).database]
}

describe.each(CAUSES)('%s', (_, cause, code, detail, state, health, readiness) => {
  // Small rows find room in pages that a full disk has already.
  const writes = Object.entries(WRITES).slice(0, cause === full ? 1 : undefined)
  it.each(writes)('%s', async (_, write) => {
    const archive = openArchive()
    const { client, stage } = archive
    const before = rowsOf(client)
    const end = cause(archive)
    const answer = await write(stage)
    expect([answer.status, await answer.json()]).toMatchObject([503, { code, detail }])
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(rowsOf(client)).toEqual(before)
    await well(stage.ask('/v1/articles/ferry/versions/1'))
    expect(await stateOf(stage, '/healthz')).toEqual([health, state])
    expect(await stateOf(stage, '/readyz')).toEqual([readiness, state])
    if (!end) return
    end()
    expect(await stateOf(stage, '/readyz')).toEqual([200, 'ready'])
    await well(write(stage))
    expect(await verify(stage.store, 'ferry')).toMatchObject({ ok: true, faults: [] })
  })
})
