/** Watches from end to end on Node: the entry as it is started, and a news site on this machine with edits and faults. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PATIENCE, STORIES } from './edition.ts'
import { NewsSite } from './news-site.ts'
import { type Ask, askOf, followEditions, RIGHT, TOKEN } from './watched-edition.ts'

const site = new NewsSite()
const folder = mkdtempSync(join(tmpdir(), 'claimtrail-watch-'))
let app: ChildProcess
let ask: Ask

beforeAll(async () => {
  const env = {
    ARCHIVE: ':memory:',
    RAW: folder,
    PORT: '0',
    BOOTSTRAP_TOKEN: TOKEN,
    PRIVATE_CAPTURES: '1',
    CAPTURE_PAUSE: '0',
    CAPTURE_TIMEOUT: PATIENCE,
  }
  app = spawn(process.execPath, ['src/node.ts'], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = app.stdout ? await once(app.stdout, 'data') : []
  ask = askOf(/http:\S+/.exec(String(line))?.[0] ?? '')
}, 60_000)

afterAll(() => {
  app.kill('SIGKILL')
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

test('true edits become versions, no others do, and every fault is named', { timeout: 300_000 }, async () => {
  const [origin = ''] = await site.listen()
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
