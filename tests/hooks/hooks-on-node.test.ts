/** Hooks from end to end on Node: the entry as it is started, a receiver on this machine, and the library that verifies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const TOKEN = 'bootstrap-token-of-the-tests'
const came: { headers: IncomingHttpHeaders; body: string }[] = []
let status = 200
let app: ChildProcess
let receiver: Server
let api: string

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    came.push({ headers: request.headers, body })
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  app = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, ARCHIVE: ':memory:', PORT: '0', BOOTSTRAP_TOKEN: TOKEN, PRIVATE_HOOKS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = app.stdout ? await once(app.stdout, 'data') : []
  api = /http:\S+/.exec(String(line))?.[0] ?? ''
}, 60_000)

afterAll(() => {
  app.kill('SIGKILL')
  receiver.close()
})

async function send<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }
  const response = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json() as Promise<Answer>
}

const version = (body: string) => send<object>('/v1/articles/ferry/versions', { title: 'Ferry Freed', body })

test('a version that is posted reaches the receiver, signed; and the process ends when it is told to', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const { secret } = await send<{ secret: string }>('/v1/hooks', { url, filters: { kind: 'number_changed,softened' } })
  expect(await send('/v1/hooks/1/test', {})).toMatchObject({ type: 'ping', status: 'delivered', response_status: 200 })
  await send('/v1/articles', { slug: 'ferry' })
  await version('The ferry will sail on Friday with 212 passengers, the harbour office said.')
  await version('The ferry may sail on Friday with 221 passengers, the harbour office said.')
  await vi.waitFor(() => expect(came).toHaveLength(2), 20_000)
  const [ping, message] = came.map(({ body, headers }) => new Webhook(secret).verify(body, headers as Record<string, string>))
  expect(ping).toMatchObject({ type: 'ping' })
  expect(message).toMatchObject({
    type: 'changes.recorded',
    data: { article: 'ferry', versions: [2], changes: [{ kinds: expect.arrayContaining(['softened', 'number_changed']) }] },
  })
  status = 500
  await version('The ferry may sail on Friday with 230 passengers, the harbour office said.')
  await vi.waitFor(() => expect(came).toHaveLength(3), 20_000)
  expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
  const ended = once(app, 'exit')
  app.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
