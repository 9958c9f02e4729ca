/** Watches from end to end on Node: the entry as it is started, and a news site on this machine with edits and faults. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { PATIENCE, STORIES } from '../watching/edition.ts'
import { NewsSite } from '../watching/news-site.ts'
import { article, REST } from '../watching/site.ts'
import { type Ask, askOf, followEditions, RIGHT, TOKEN } from '../watching/watched-edition.ts'

const site = new NewsSite()
const folder = mkdtempSync(join(tmpdir(), 'claimtrail-watch-'))
const apps: ChildProcess[] = []

/** Starts the entry; `timeout`: how long it waits for a page, in seconds. */
async function start(timeout: string): Promise<{ app: ChildProcess; ask: Ask }> {
  const env = {
    ARCHIVE: ':memory:',
    RAW: folder,
    PORT: '0',
    BOOTSTRAP_TOKEN: TOKEN,
    PRIVATE_CAPTURES: '1',
    CAPTURE_PAUSE: '0',
    CAPTURE_TIMEOUT: timeout,
  }
  const app = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  apps.push(app)
  const [line] = app.stdout ? await once(app.stdout, 'data') : []
  return { app, ask: askOf(/http:\S+/.exec(String(line))?.[0] ?? '') }
}

afterAll(() => {
  for (const app of apps) app.kill('SIGKILL')
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

test('true edits become versions, no others do, and every fault is named', { timeout: 300_000 }, async () => {
  const [[origin = ''], { app, ask }] = await Promise.all([site.listen(), start(PATIENCE)])
  const { outcomes, versions } = await followEditions(ask, site, origin, async (urls) => {
    for (const url of urls) await ask('POST', '/v1/watches', { url })
  })
  expect(outcomes).toEqual(RIGHT.outcomes)
  expect(Object.fromEntries(Object.entries(versions).map(([path, bodies]) => [path, bodies.length]))).toEqual(RIGHT.versions)
  for (const { path, holds = '' } of STORIES.filter(({ holds }) => holds)) expect(versions[path]?.at(-1)).toContain(holds)
  expect(site.most).toBe(1)
  expect(site.read.filter((address) => address.includes('/private/'))).toEqual([])
  const ended = once(app, 'exit')
  app.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('a host that does not answer delays no other', { timeout: 300_000 }, async () => {
  const [[slow = '', other = ''], { ask }] = await Promise.all([site.listen(2), start('600')])
  site.pages.set('/stuck', { silent: true })
  site.pages.set('/harbour', { body: article('Harbour Opens', 'The harbour opened on Monday, the office said.', ...REST) })
  await ask('POST', '/v1/watches', { url: `${slow}/stuck` })
  await vi.waitFor(() => expect(site.read).toContain(`${slow}/stuck`), { timeout: 60_000 })
  // The readers that had nothing to do have gone to sleep by then.
  await new Promise((resolve) => setTimeout(resolve, 200))
  await ask('POST', '/v1/watches', { url: `${other}/harbour` })
  const captured = async () => (await ask<{ data: { address: string; outcome: string }[] }>('GET', '/v1/captures')).data
  await vi.waitFor(async () => expect(await captured()).toHaveLength(1), { timeout: 60_000 })
  expect(await captured()).toMatchObject([{ address: `${other}/harbour`, outcome: 'created' }])
})
