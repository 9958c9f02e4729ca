/** Answers that Node keeps as bytes: given while nothing was written, to requests that any reader may send. */
import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest'
import { KeptAnswers } from '../../src/runtime/kept-answers.ts'
import { writesSeen } from '../../src/store/sqlite.ts'

const file = join(mkdtempSync(join(tmpdir(), 'claimtrail-kept-')), 'archive.sqlite')
const database = new SQLite(file)
database.pragma('journal_mode = WAL')
database.exec('create table numbers (n integer); insert into numbers values (0)')
const other = new SQLite(file)
const now = () => Number(database.prepare('select n from numbers').pluck().get())
const write = (connection = database) => connection.exec('update numbers set n = n + 1')

let asked = 0
/** Runs in the app before it answers. */
let before: () => void = () => {}
/** The text that the app cached under an ETag. */
let cached: { readonly etag: string; readonly text: string } | null = null
let admits = true
let server: ReturnType<typeof createServer>

const app = (given: Request): Response => {
  asked++
  const n = now()
  before()
  const etag = `"v${n}"`
  const headers = { etag, 'content-type': 'application/json', 'cache-control': 'no-cache', vary: 'Accept' }
  if (given.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  if (new URL(given.url).pathname === '/rows')
    return new Response(new Blob([`${n}`]).stream(), { headers: { ...headers, 'x-accel-buffering': 'no' } })
  if (new URL(given.url).pathname === '/none') return new Response('no', { status: 404 })
  return new Response(JSON.stringify({ n, accept: given.headers.get('accept'), long: 'é'.repeat(2000) }), { headers })
}

beforeEach(async () => {
  ;[asked, before, cached, admits] = [0, () => {}, null, true]
  const textOf = (_: string, etag: string) => (cached?.etag === etag ? cached.text : null)
  const kept = new KeptAnswers(
    writesSeen(database),
    40_000,
    () => {},
    textOf,
    () => admits,
  )
  const listener = getRequestListener((given, bindings) => kept.fetch(given, bindings as HttpBindings, app))
  server = createServer((given, response) => {
    if (!kept.answer(given, response)) void listener(given, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => server.close())

function ask(headers: Record<string, string> = {}, path = '/a', method = 'GET') {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; bytes: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) })
    })
    sent.on('error', reject).end()
  })
}
const numberIn = (bytes: Buffer) => (JSON.parse(bytes.toString()) as { n: number }).n

it.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
])('compresses the first answer too: %s', async (coding, plain) => {
  const first = await ask({ 'accept-encoding': coding })
  expect([asked, first.headers['content-encoding'], first.headers.vary]).toEqual([1, coding, 'Accept, Accept-Encoding'])
  expect(numberIn(plain(first.bytes))).toBe(now())
  expect(first.headers['content-length']).toBe(String(first.bytes.byteLength))
  const second = await ask({ 'accept-encoding': coding })
  expect([asked, second.bytes.equals(first.bytes), second.headers.etag]).toEqual([1, true, first.headers.etag])
})

test.each([
  ['the text that the app cached under its ETag', () => `"v${now()}"`, true],
  ['the answer itself, where the app cached another', () => `"v${now() + 1}"`, false],
])('keeps %s', async (_, etag, isCached) => {
  cached = { etag: etag(), text: '{"n":"é"}' }
  const first = await ask()
  const second = await ask()
  expect([asked, numberIn(first.bytes)]).toEqual([1, now()])
  expect(second.bytes.toString()).toBe(isCached ? cached.text : first.bytes.toString())
  expect(second.headers['content-length']).toBe(String(second.bytes.byteLength))
})

it('keeps no answer that is made while it is sent', async () => {
  for (let i = 0; i < 2; i++) expect((await ask({}, '/rows')).bytes.toString()).toBe(`${now()}`)
  expect(asked).toBe(2)
})

it('gives each answer an id of its own, and keeps none', async () => {
  const ids = []
  for (let i = 0; i < 3; i++) ids.push((await ask()).headers['x-request-id'])
  expect(asked).toBe(1)
  expect(new Set(ids.slice(1)).size).toBe(2)
})

it('gives the same answer without the app', async () => {
  const first = await ask()
  const second = await ask()
  expect(asked).toBe(1)
  expect(second.bytes).toEqual(first.bytes)
  expect(second.headers).toMatchObject({
    etag: first.headers.etag,
    'content-type': 'application/json',
    vary: 'Accept, Accept-Encoding',
  })
})

test.each([
  ['this connection', database],
  ['another', other],
])('is asked anew after a write of %s', async (_, connection) => {
  const first = numberIn((await ask()).bytes)
  write(connection)
  expect(numberIn((await ask()).bytes)).toBe(first + 1)
  expect(numberIn((await ask()).bytes)).toBe(first + 1)
  expect(asked).toBe(2)
})

it('is asked anew where something was written while the app answered', async () => {
  before = () => {
    before = () => {}
    write(other)
  }
  const first = numberIn((await ask()).bytes)
  expect(numberIn((await ask()).bytes)).toBe(first + 1)
})

test.each([
  [{ authorization: 'Bearer secret' }],
  [{ cookie: 'session=secret' }],
  [{ 'accept-datetime': 'Thu, 31 May 2007 20:35:00 GMT' }],
  [{ range: 'bytes=0-1' }],
  [{ 'x-unknown': '1' }],
])('neither keeps nor gives an answer for %j', async (headers) => {
  await ask(headers as Record<string, string>)
  await ask()
  await ask(headers as Record<string, string>)
  expect(asked).toBe(3)
})

test.each([
  ['another method', {}, '/a', 'HEAD'],
  ['another media type', { accept: 'text/csv' }, '/a', 'GET'],
  ['another host', { host: 'post.example' }, '/a', 'GET'],
  ['another query', {}, '/a?b=1', 'GET'],
])('%s is another answer', async (_, headers, path, method) => {
  await ask()
  await ask(headers as Record<string, string>, path, method)
  expect(asked).toBe(2)
})

it('keeps no failure', async () => {
  await ask({}, '/none')
  await ask({}, '/none')
  expect(asked).toBe(2)
})

it('answers 304 to who has it', async () => {
  const { headers } = await ask()
  const again = await ask({ 'if-none-match': `"x", W/${headers.etag}` })
  expect([again.status, again.bytes.length, again.headers.etag, asked]).toEqual([304, 0, headers.etag, 1])
  expect((await ask({ 'if-none-match': '"x"' })).status).toBe(200)
})

test.each([
  ['gzip', gunzipSync, 'gzip, deflate'],
  ['br', brotliDecompressSync, 'gzip, br;q=0.9'],
] as const)('is compressed once for all that take %s, under a weak ETag', async (coding, unpack, accepted) => {
  const plain = await ask()
  await ask({ 'accept-encoding': accepted })
  const coded = await vi.waitFor(async () => {
    const answer = await ask({ 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBe(coding)
    return answer
  })
  expect(unpack(coded.bytes)).toEqual(plain.bytes)
  expect(coded.headers.etag).toBe(`W/${plain.headers.etag}`)
  expect((await ask({ 'accept-encoding': `${coding};q=0` })).headers['content-encoding']).toBeUndefined()
  expect((await ask({ 'if-none-match': coded.headers.etag ?? '' })).status).toBe(304)
  expect(asked).toBe(1)
})

it('lets those go that were used longest ago', async () => {
  for (let n = 0; n < 12; n++) await ask({}, `/${n}`)
  await ask({}, '/11')
  expect(asked).toBe(12)
  await ask({}, '/0')
  expect(asked).toBe(13)
})

test('a request that is refused is left to the app, and no other', async () => {
  await ask()
  admits = false
  await ask()
  expect(asked).toBe(2)
  admits = true
  await ask()
  expect(asked).toBe(2)
})
