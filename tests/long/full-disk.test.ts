/** The Node entry where its file may not grow: writes are refused whole, reads go on, and a start with more room goes on as before. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const TOKEN = 'a-token-of-the-full-disk'
const HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }
const folder = mkdtempSync(join(tmpdir(), 'claimtrail-full-'))

/** Starts the app in a shell that first runs `limit`; returns its address. */
async function started(limit: string): Promise<{ app: ChildProcess; url: string }> {
  const app = spawn('sh', ['-c', `${limit} exec "$0" src/node.ts`, process.execPath], {
    env: { ...process.env, ARCHIVE: join(folder, 'archive.sqlite'), PORT: '0', HOST: '127.0.0.1', BOOTSTRAP_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void app.kill('SIGKILL'))
  const [line] = app.stdout ? await once(app.stdout, 'data') : []
  return { app, url: /http:\S+/.exec(String(line))?.[0] ?? '' }
}

const send = (url: string, path: string, body: object) =>
  fetch(`${url}${path}`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) })

const read = async (url: string, path: string): Promise<Record<string, unknown>> => (await fetch(`${url}${path}`)).json()

const textOf = (n: number) =>
  Array.from({ length: 300 }, (_, k) => `Boat ${k} of fleet ${n} will carry ${n + k} passengers, the office said.`).join(' ')

test('a file that may not grow', async () => {
  onTestFinished(() => rmSync(folder, { recursive: true }))
  // Without limit first: migrations need room.
  const before = await started('')
  expect((await send(before.url, '/v1/articles', { slug: 'ferry' })).status).toBe(201)
  before.app.kill('SIGTERM')
  await once(before.app, 'exit')

  // In blocks of 512 bytes.
  const { app, url } = await started('ulimit -f 4096;')
  let recorded = 0
  let answer = await send(url, '/v1/articles/ferry/versions', { title: '', body: textOf(0) })
  while (answer.status === 201 && recorded < 100) {
    recorded++
    answer = await send(url, '/v1/articles/ferry/versions', { title: '', body: textOf(recorded) })
  }
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'not_writable' }])
  expect(await read(url, '/v1/articles/ferry')).toMatchObject({ version_count: recorded })
  expect(await read(url, '/healthz')).toEqual({ ok: true, database: 'not writable' })
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  app.kill('SIGTERM')
  await once(app, 'exit')

  const after = await started('')
  expect(await read(after.url, '/readyz')).toEqual({ ok: true, database: 'ready' })
  expect(await read(after.url, '/v1/articles/ferry/verify')).toMatchObject({ ok: true, versions: recorded })
  expect((await send(after.url, '/v1/articles/ferry/versions', { title: '', body: textOf(recorded) })).status).toBe(201)
})
