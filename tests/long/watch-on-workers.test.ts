/**
 * Watches from end to end in workerd: the Worker in `wrangler dev`, with D1, Queues and R2 as they run locally, and a news site on this
 * machine. The first edition is read by cron alone, through its test address.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openLocalD1 } from '../../scripts/local-d1.ts'
import { openD1 } from '../../src/store/d1.ts'
import { createWatch } from '../../src/watching/watches.ts'
import { PATIENCE, STORIES } from '../watching/edition.ts'
import { NewsSite } from '../watching/news-site.ts'
import { type Ask, askOf, followEditions, RIGHT, TOKEN, watchedAt } from '../watching/watched-edition.ts'

const site = new NewsSite()
const state = mkdtempSync(join(tmpdir(), 'claimtrail-workers-'))
let worker: ChildProcess
let origin = ''
let api = ''
let ask: Ask

beforeAll(async () => {
  ;[origin = ''] = await site.listen()
  const { database, close } = await openLocalD1(state)
  for (const url of watchedAt(origin)) {
    const given = { url, kind: 'page', article: null, settings: {}, every: null } as const
    await createWatch(openD1(database), given, new Date().toISOString(), true)
  }
  await close()
  const port = await freePort()
  api = `http://127.0.0.1:${port}`
  ask = askOf(api)
  const settings = { BOOTSTRAP_TOKEN: TOKEN, PRIVATE_CAPTURES: '1', CAPTURE_PAUSE: '0', CAPTURE_TIMEOUT: PATIENCE }
  const flags = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    String(await freePort()),
    '--persist-to',
    state,
  ]
  const variables = Object.entries(settings).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  worker = spawn(
    process.execPath,
    [
      'node_modules/wrangler/bin/wrangler.js',
      'dev',
      ...flags,
      '--show-interactive-dev-session=false',
      '--log-level',
      'warn',
      ...variables,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    },
  )
  await vi.waitFor(async () => expect((await fetch(`${api}/healthz`)).status).toBe(200), { timeout: 120_000, interval: 200 })
})

afterAll(async () => {
  site.close()
  if (worker?.exitCode === null) {
    const ended = once(worker, 'exit')
    worker.kill()
    await ended
  }
  rmSync(state, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await once(probe.listen(0, '127.0.0.1'), 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

test('true edits become versions, no others do, and every fault is named', async () => {
  const began = performance.now()
  const { outcomes, versions } = await followEditions(ask, site, origin, async () => {
    const answer = await fetch(`${api}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)
    expect(answer.status).toBe(200)
  })
  console.log(`${2 * STORIES.length + 2} checks in ${Math.round((performance.now() - began) / 1000)} s`)
  expect(outcomes).toEqual(RIGHT.outcomes)
  expect(Object.fromEntries(Object.entries(versions).map(([path, bodies]) => [path, bodies.length]))).toEqual(RIGHT.versions)
  for (const { path, holds = '' } of STORIES.filter(({ holds }) => holds)) expect(versions[path]?.at(-1)).toContain(holds)
  expect(site.most).toBe(1)
  expect(site.read.filter((address) => address.includes('/private/'))).toEqual([])
})

test('the bytes of a version are in the bucket', async () => {
  const { data } = await ask<{ data: { id: number }[] }>('GET', '/v1/captures?outcome=created&limit=1')
  const headers = { Authorization: `Bearer ${TOKEN}` }
  const answer = await fetch(`${api}/v1/captures/${data[0]?.id}/raw`, { headers })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<h1>')
})
