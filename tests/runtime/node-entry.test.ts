/** The Node entry as it is started: analyses, what its parser refuses, the address it listens on, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const HOST = '127.0.0.2'
const TOKEN = 'a-token-of-the-first-hour'
let app: ChildProcess
let origin: string
let port: number

async function start(): Promise<void> {
  app = spawn(process.execPath, ['src/node.ts'], {
    env: { ...process.env, ARCHIVE: ':memory:', PORT: '0', HOST, REQUEST_LOG: '1', BOOTSTRAP_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = app.stdout ? await once(app.stdout, 'data') : []
  origin = /http:\S+/.exec(String(line))?.[0] ?? ''
  port = Number(new URL(origin).port)
}

beforeAll(start, 60_000)
afterAll(() => app.kill('SIGKILL'))

/** A connection on which this is sent, as it stands. */
function sent(request: string) {
  const socket = connect(port, HOST)
  socket.write(request)
  return socket
}

test('it listens on HOST', () => expect(origin).toBe(`http://${HOST}:${port}`))

test('it analyzes', async () => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"body":"It rained."}' }
  const answer = await fetch(`${origin}/v1/analyze/claims`, init)
  expect([answer.status, await answer.json()]).toMatchObject([200, { claims: [{ label: 'It rained' }] }])
})

describe('what the parser refuses is answered with problem details', () => {
  test.each([
    ['no HTTP', 'not a request\r\n\r\n', 400, 'invalid'],
    ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'invalid'],
    ['a Host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400, 'invalid'],
    ['a bad chunk', 'POST /v1/tokens HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400, 'invalid'],
    ['large headers', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    [
      'an expectation',
      'POST /v1/tokens HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      417,
      'expectation_failed',
    ],
  ])('%s', async (_, request, status, code) => {
    const [head = '', body = ''] = (await text(sent(request))).split('\r\n\r\n')
    expect(head.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z]`))
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(': ') as [string, string]),
    )
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(JSON.parse(body)).toEqual({
      type: `urn:claimtrail:problem:${code}`,
      title: expect.stringMatching(/\S/),
      status,
      detail: expect.stringMatching(/\S/),
      code,
      errors: [],
    })
  })
})

test('a request of HTTP/1.0 needs no Host', async () => {
  expect(await text(sent('GET /healthz HTTP/1.0\r\n\r\n'))).toMatch(/^HTTP\/1.1 200 /)
})

describe('what it tells its operator', () => {
  /** The lines of requests to a path that come until `done` is asked. */
  async function linesOf(ask: () => Promise<unknown>, count: number): Promise<Record<string, unknown>[]> {
    let out = ''
    const take = (chunk: Buffer) => (out += chunk)
    app.stdout?.on('data', take)
    await ask()
    while (out.split('\n').length <= count) await new Promise((resolve) => setTimeout(resolve, 10))
    app.stdout?.off('data', take)
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  test('an answer that the app cached has the id of each request', async () => {
    const ids: (string | null)[] = []
    for (let i = 0; i < 3; i++) {
      // No answer to a request with a field like this is kept in front of the app.
      const { headers } = await fetch(`${origin}/v1/claims`, { headers: { 'X-Unknown': '1', 'X-Request-Id': `proxy-${i}` } })
      ids.push(headers.get('x-request-id'))
    }
    expect(ids).toEqual(['proxy-0', 'proxy-1', 'proxy-2'])
  })

  test('each request is a line of JSON with its id and route, and without its query', async () => {
    const lines = await linesOf(async () => {
      const named = await fetch(`${origin}/v1/articles/none?q=1`, { headers: { 'X-Request-Id': 'proxy-7' } })
      expect(named.headers.get('x-request-id')).toBe('proxy-7')
      const own = await fetch(`${origin}/nowhere`, { headers: { 'X-Request-Id': 'not one "id"' } })
      expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }, 2)
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        id: 'proxy-7',
        method: 'GET',
        path: '/v1/articles/none',
        route: '/v1/articles/:slug',
        status: 400,
        ms: expect.any(Number),
      },
      expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), route: '*', status: 404 }),
    ])
  })

  test('metrics are for its operator, count requests by route, and the archive', async () => {
    expect((await fetch(`${origin}/metrics`)).status).toBe(401)
    await (await fetch(`${origin}/healthz`)).text()
    const answer = await fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } })
    expect(answer.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    const metrics = await answer.text()
    expect(metrics).toMatch(/^claimtrail_requests_total\{method="GET",route="\/healthz",status="200"\} [1-9]/m)
    expect(metrics).toMatch(/^claimtrail_request_seconds_bucket\{le="0.1",route="\/healthz"\} [1-9]/m)
    for (const name of ['articles', 'versions', 'watches', 'deliveries'])
      expect(metrics).toMatch(new RegExp(`^claimtrail_${name} 0$`, 'm'))
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m)
    expect(metrics.trimEnd()).toMatch(/# EOF$/)
  })
})

test('it ends on SIGTERM, whatever is only half sent', async () => {
  const halves = [
    'GET /healthz HTTP/1.1\r\nHost: a\r\n',
    'POST /v1/analyze/claims HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n',
  ].map(sent)
  for (const socket of halves) socket.on('error', () => {})
  // What the last connection sent first has been answered; so the others have arrived, too.
  await once(halves[2] as (typeof halves)[0], 'data')
  const ended = once(app, 'exit')
  app.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
