/** The headers that hold for every answer: what browsers may not do with it, and that public files stay public. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createApp } from '../../src/app.ts'
import { PROTECTIVE_HEADERS } from '../../src/web/protective-headers.ts'
import { type Document, type Operation, operationsOf } from './described.ts'
import { JSON_HEADERS, read, type Stage, stageOver, tellStory } from './stage.ts'

const NAMES = Object.keys(PROTECTIVE_HEADERS)
const NOTHING = PROTECTIVE_HEADERS['Content-Security-Policy']

let stage: Stage
let operations: readonly Operation[]

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  operations = operationsOf(await read<Document>(stage.ask, '/openapi.json'))
})

/** What an answer lacks of the headers that every answer has. */
const lackingOf = ({ headers }: Response) => NAMES.filter((name) => !headers.has(name))

/** The path of an operation with the examples of its parameters. */
const pathOf = ({ path, parameters }: Operation) =>
  path.replace(/\{(\w+)\}/g, (_, name) => {
    const found = parameters.find((one) => one.name === name && one.in === 'path')
    return encodeURIComponent(name === 'slug' ? 'ferry' : String(found?.example ?? found?.schema.minimum ?? 1))
  })

describe('every operation of the document', () => {
  test.each([
    ['with the bootstrap token', JSON_HEADERS],
    ['without a token', {}],
    ['with the ETag that it has', { ...JSON_HEADERS, 'If-None-Match': '*' }],
    ['with a token that is none', { Authorization: 'Bearer none' }],
  ])('%s', async (_, headers) => {
    const lacking: string[] = []
    for (const operation of operations) {
      const answer = await stage.ask(pathOf(operation), { method: operation.method, headers })
      await answer.body?.cancel()
      const at = `${operation.name} ${answer.status}`
      lacking.push(...lackingOf(answer).map((name) => `${at}: ${name}`))
      const policy = answer.headers.get('content-security-policy')
      if (policy !== NOTHING && operation.operationId !== 'getDocs') lacking.push(`${at}: ${policy}`)
    }
    expect(lacking).toEqual([])
  })
})

describe('so have', () => {
  test.each([
    ['GET', '/'],
    ['HEAD', '/a/ferry'],
    ['GET', '/a/ferry'],
    ['GET', '/a/none'],
    ['GET', '/sign-in'],
    ['POST', '/sign-in'],
    ['GET', '/tokens'],
    ['GET', '/none'],
    ['GET', '/v1/none'],
    ['PUT', '/v1/articles'],
    ['OPTIONS', '/v1/articles'],
    ['POST', '/mcp'],
    ['GET', '/mcp'],
    ['GET', '/websub/1/x'],
    ['GET', '/v1/articles?format=csv'],
    ['GET', '/v1/articles/ferry/compare/1..2?format=unified'],
    ['GET', '/feeds/changes.atom'],
  ])('%s %s', async (method, path) => expect(lackingOf(await stage.ask(path, { method }))).toEqual([]))
})

/** The policy of an answer, and that of the 304 to who has it. */
async function policies(path: string): Promise<(string | null)[]> {
  const first = await stage.ask(path, { headers: { Accept: 'text/html' } })
  const etag = first.headers.get('etag') ?? ''
  const second = await stage.ask(path, { headers: { Accept: 'text/html', 'If-None-Match': etag } })
  expect([first.status, second.status]).toEqual([200, 304])
  return [first, second].map(({ headers }) => headers.get('content-security-policy'))
}

describe('a 304 has the policy of its answer, which browsers replace by it', () => {
  test.each([
    ['/a/ferry', /^default-src 'none'; script-src 'self'.*frame-ancestors 'none'$/],
    ['/embed/a/ferry', /^default-src 'none'; script-src 'self'.*frame-ancestors \*$/],
    ['/docs', /^default-src 'self'.*frame-ancestors 'none'$/],
    ['/v1/articles/ferry', new RegExp(`^${NOTHING}$`)],
  ])('%s', async (path, pattern) => {
    const [first, second] = await policies(path)
    expect(first).toMatch(pattern)
    expect(second).toBe(first)
  })
})

test.each([
  ['/embed/a/none', /frame-ancestors \*$/],
  ['/a/none', /frame-ancestors 'none'$/],
])('the failure at %s stands in a frame where the page does', async (path, pattern) => {
  const { status, headers } = await stage.ask(path, { headers: { Accept: 'text/html' } })
  expect(status).toBe(404)
  expect(headers.get('content-security-policy')).toMatch(pattern)
})

test.each([
  ['http://archive.example', undefined, null],
  ['https://archive.example', undefined, 'max-age=31536000'],
  ['http://archive.example', 'https://archive.example', 'max-age=31536000'],
  ['https://archive.example', 'http://archive.example', null],
])('asked at %s, known at %s: Strict-Transport-Security %s', async (origin, publicUrl, expected) => {
  const { ask } = stageOver(stage.store, { publicUrl })
  for (const path of ['/v1/articles', '/', '/none']) {
    const { headers } = await ask(origin + path)
    expect(headers.get('strict-transport-security')).toBe(expected)
  }
})

test('a response that a middleware makes by itself has them too', async () => {
  const config = { readTokenRequired: false, bootstrapToken: '' }
  const app = createApp(() => ({ store: {} as never, config, clock: Date.now }))
  app.get('/docs/page.css', () => new Response('', { headers: { 'Content-Type': 'text/css' } }))
  expect(lackingOf(await app.request('/docs/page.css'))).toEqual([])
})

test.each([
  ['public, max-age=3600', 'public, max-age=3600', null],
  ['no-cache', 'private, no-cache', 'Authorization'],
])('where reading is closed, a file with Cache-Control: %s has %s', async (given, control, vary) => {
  const config = { readTokenRequired: true, bootstrapToken: '' }
  const app = createApp(() => ({ store: {} as never, config, clock: Date.now }))
  app.get('/docs/page.css', (c) => c.text('', 200, { 'Cache-Control': given }))
  const { headers } = await app.request('/docs/page.css')
  expect([headers.get('cache-control'), headers.get('vary')]).toEqual([control, vary])
})
