/** How Node sends: to the addresses that were looked at, without redirects, without the body, and not for long. */
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { nodePost } from '../../src/runtime/node-post.ts'
import { publicLookup, type Resolve } from '../../src/runtime/public-lookup.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A receiver on 127.0.0.1: its port, and what came to it. */
async function receiver(answer: (response: ServerResponse) => void) {
  const came: { method: string | undefined; url: string | undefined; host: string | undefined; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    came.push({ method: request.method, url: request.url, host: request.headers.host, body })
    answer(response)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, came }
}

const init = { headers: { 'Content-Type': 'application/json' }, body: '{"é":1}', signal: AbortSignal.timeout(10_000) }
const resolved =
  (...addresses: string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test('posts the body, and tells the status and Retry-After', async () => {
  const { port, came } = await receiver((response) => response.writeHead(503, { 'Retry-After': '7' }).end('later'))
  const answer = await nodePost(true)(`http://127.0.0.1:${port}/hook?a=1`, init)
  expect(answer).toEqual({ status: 503, retryAfter: '7' })
  expect(came).toEqual([{ method: 'POST', url: '/hook?a=1', host: `127.0.0.1:${port}`, body: '{"é":1}' }])
})

test('follows no redirect', async () => {
  const inner = await receiver((response) => response.end())
  const outer = await receiver((response) => response.writeHead(307, { Location: `http://127.0.0.1:${inner.port}/` }).end())
  expect((await nodePost(true)(`http://127.0.0.1:${outer.port}/`, init)).status).toBe(307)
  expect(inner.came).toEqual([])
})

test('reads no body, however long it is', async () => {
  const { port } = await receiver((response) => response.writeHead(200).write('x'.repeat(1000)))
  expect((await nodePost(true)(`http://127.0.0.1:${port}/`, init)).status).toBe(200)
})

test('ends where its signal says so', async () => {
  const { port } = await receiver(() => {})
  const signal = AbortSignal.timeout(50)
  await expect(nodePost(true)(`http://127.0.0.1:${port}/`, { ...init, signal })).rejects.toThrow()
})

describe('a name', () => {
  test.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00:ec2::254'],
    ['::ffff:127.0.0.1'],
    ['8.8.8.8', '127.0.0.1'],
  ])('that leads to %s is not connected to', async (...addresses) => {
    const { port, came } = await receiver((response) => response.end())
    const post = nodePost(false, resolved(...addresses))
    await expect(post(`http://hooks.example:${port}/`, init)).rejects.toThrow('hooks.example leads to a private address')
    expect(came).toEqual([])
  })

  test('that leads elsewhere the second time is not connected to either: each connection looks, and connects to what it saw', async () => {
    const asked: string[] = []
    const { port, came } = await receiver((response) => response.end())
    const rebinding: Resolve = (name, done) => {
      asked.push(name)
      done(null, [{ address: '127.0.0.1', family: 4 }])
    }
    const post = nodePost(false, rebinding)
    for (const _ of [1, 2]) await expect(post(`http://hooks.example:${port}/`, init)).rejects.toThrow('private')
    expect([asked, came]).toEqual([['hooks.example', 'hooks.example'], []])
  })

  test('that leads nowhere is said so', async () => {
    await expect(nodePost(false, resolved())('http://hooks.example/', init)).rejects.toThrow('hooks.example has no address')
    const failing: Resolve = (_, done) => done(new Error('getaddrinfo ENOTFOUND hooks.example'), [])
    await expect(nodePost(false, failing)('http://hooks.example/', init)).rejects.toThrow('ENOTFOUND')
  })

  test('is connected to at the addresses that were looked at', () => {
    const look = publicLookup(resolved('93.184.215.14', '2606:2800:21f::1'))
    const given: unknown[][] = []
    look('hooks.example', { all: true }, (...values) => given.push(values))
    look('hooks.example', { all: false }, (...values) => given.push(values))
    expect(given).toEqual([
      [
        null,
        [
          { address: '93.184.215.14', family: 4 },
          { address: '2606:2800:21f::1', family: 6 },
        ],
      ],
      [null, '93.184.215.14', 4],
    ])
  })
})
