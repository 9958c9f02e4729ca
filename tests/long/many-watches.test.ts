/**
 * A thousand watches that are due on Node, over a news site at many ports of this machine: each is checked once, each host gets one request at a
 * time, memory is level, and a process that is killed in the middle and started again loses nothing and does nothing twice.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canonicalKey } from '../../src/addresses/canonical-key.ts'
import { watchesAdded } from '../../src/store/captures/watches.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { NewsSite } from '../watching/news-site.ts'
import { article, REST } from '../watching/site.ts'

const HOSTS = 100
const PAGES = 10
const ALL = HOSTS * PAGES
/** How much larger the process may be after the last check than after a quarter of them, in MiB. */
const LEVEL = 100

let site: NewsSite
let folder: string
let archive: string
let app: ChildProcess | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimtrail-long-'))
  archive = join(folder, 'archive.sqlite')
  site = new NewsSite()
  site.delay = 5
  const origins = await site.listen(HOSTS)
  site.pages.set('/robots.txt', { headers: { 'Content-Type': 'text/plain' }, body: 'User-agent: *\nAllow: /\n' })
  for (let n = 0; n < PAGES; n++) site.pages.set(`/story-${n}`, (host) => ({ body: storyAt(host, n) }))
  await withArchive(async (store) => {
    const now = new Date().toISOString()
    const urls = origins.flatMap((origin) => Array.from({ length: PAGES }, (_, n) => `${origin}/story-${n}`))
    const watches = urls.map((url) => ({
      kind: 'page' as const,
      url,
      key: canonicalKey(url) ?? url,
      host: new URL(url).host,
      article: null,
      feed: null,
      settings: '{}',
      every: null,
      dueAt: now,
    }))
    await store.batchWrite(watchesAdded(watches, now))
  })
})

afterEach(async () => {
  if (app?.signalCode === null && app.exitCode === null) {
    const ended = once(app, 'exit')
    app.kill('SIGKILL')
    await ended
  }
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

const storyAt = (host: string, n: number) =>
  article(
    `Story ${n} of ${host.replace(':', ' ')}`,
    `${n + 2} boats came to port ${host.split(':')[1]} on Monday, the office said.`,
    ...REST,
  )

/** Opens the archive beside the process that watches. */
async function withArchive<Result>(work: (store: ReturnType<typeof sqliteStore>) => Promise<Result>): Promise<Result> {
  const database = openSqlite(archive, 'migrations')
  try {
    return await work(sqliteStore(database))
  } finally {
    database.close()
  }
}

async function start(): Promise<ChildProcess> {
  const env = { ARCHIVE: archive, PORT: '0', PRIVATE_CAPTURES: '1', CAPTURE_PAUSE: '0' }
  const child = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

/** The resident memory of a process, in MiB. */
const memoryOf = ({ pid }: ChildProcess) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

const counted = (query: ReturnType<typeof sql>) =>
  withArchive(async ({ db }) => (await db.all<{ n: number }>(query))[0]?.n ?? 0)
const captures = () => counted(sql`select count(*) as n from captures`)

/** Waits until there are so many captures. */
const captured = (many: number) =>
  vi.waitFor(async () => expect(await captures()).toBeGreaterThanOrEqual(many), { timeout: 600_000, interval: 250 })

/** The archive in the end: a good capture a watch, and an article with one version each. */
async function expectEachOnce(): Promise<void> {
  expect(await captures()).toBe(ALL)
  expect(await counted(sql`select count(distinct watch_id) as n from captures where outcome = 'created'`)).toBe(ALL)
  expect(await counted(sql`select count(*) as n from versions`)).toBe(ALL)
  expect(await counted(sql`select count(*) as n from articles`)).toBe(ALL)
  expect(await counted(sql`select count(*) as n from watches where checks = 1 and due_at > checked_at`)).toBe(ALL)
  expect(site.most).toBe(1)
}

test('each is checked once, at a level size of the process', async () => {
  const began = performance.now()
  app = await start()
  const empty = memoryOf(app)
  await captured(ALL / 4)
  const quarter = memoryOf(app)
  await captured(ALL)
  const full = memoryOf(app)
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `${ALL} checks in ${seconds} s; ${[empty, quarter, full].map(Math.round).join(', ')} MiB at none, a quarter and all`,
  )
  expect(site.read).toHaveLength(ALL)
  expect(new Set(site.read).size).toBe(ALL)
  await expectEachOnce()
  expect(full - quarter).toBeLessThan(LEVEL)
})

test('a process that is killed loses nothing and does nothing twice', async () => {
  app = await start()
  await captured(ALL / 3)
  const ended = once(app, 'exit')
  app.kill('SIGKILL')
  await ended
  const before = await captures()
  expect(before).toBeLessThan(ALL)
  const began = performance.now()
  app = await start()
  await captured(ALL)
  console.log(`${ALL - before} checks in ${Math.round((performance.now() - began) / 1000)} s after the process was killed`)
  await expectEachOnce()
  // The checks that were under way are made again.
  const again = site.read.length - ALL
  expect(again).toBeGreaterThanOrEqual(0)
  expect(again).toBeLessThanOrEqual(6)
  expect(new Set(site.read).size).toBe(ALL)
})
