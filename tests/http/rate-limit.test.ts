/** Limits of requests: on every route, by address and by token, each budget by itself. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../src/auth/bearer-tokens.ts'
import { budgetOf, processLimit } from '../../src/http/request/rate-limit.ts'
import { BUDGETS, type Budget } from '../../src/settings/budgets.ts'
import { type Document, operationsOf } from './described.ts'
import { NOW, read, type Stage, stageOver, tellStory } from './stage.ts'

const FEW = { reads: 3, writes: 3, analyses: 3, signIns: 3 }

let client: string
let now: number
let stage: Stage
let free: Stage

beforeEach(async () => {
  client = '198.51.100.7'
  now = Date.parse(NOW)
  const store = await openStore()
  free = stageOver(store)
  await tellStory(free)
  stage = stageOver(store, {}, 0, {
    limit: processLimit(FEW, () => now),
    get client() {
      return client
    },
  })
})

/** The statuses of the same request, sent so often. */
async function statuses(path: string, init: RequestInit = {}, times = 5, asked: Stage = stage): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await asked.ask(path, init)).status)
  return all
}

describe('every operation is limited', async () => {
  const operations = operationsOf(await read<Document>(stageOver({} as never).ask, '/openapi.json'))

  test.each(operations.map(({ name, method, path }) => [name, method, path.replace(/\{\w+\}/g, '1')] as const))(
    '%s',
    async (_, method, path) => {
      const init = { method }
      const before = await statuses(path, init, 3)
      expect(before).not.toContain(429)
      const answer = await stage.ask(path, init)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '20'])
      expect(await answer.json()).toMatchObject({ type: 'urn:claimtrail:problem:too_many_requests', status: 429 })
      now += 20_000
      expect((await stage.ask(path, init)).status).not.toBe(429)
    },
  )

  test.each(['/', '/a/ferry', '/sign-in', '/none', '/v1/none', '/feeds/none', '/static/none'])(
    'so is the page %s',
    async (path) => {
      expect((await statuses(path)).slice(3)).toEqual([429, 429])
    },
  )
})

test('a person is told on a page', async () => {
  await statuses('/')
  const answer = await stage.ask('/', { headers: { Accept: 'text/html' } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(await answer.text()).toContain('Too many requests came from your address')
})

describe('the budget', () => {
  test.each<[string, string, Budget]>([
    ['GET', '/v1/articles', 'reads'],
    ['HEAD', '/a/ferry', 'reads'],
    ['OPTIONS', '/v1/articles', 'reads'],
    ['GET', '/try', 'reads'],
    ['POST', '/v1/analyze/claims', 'analyses'],
    ['POST', '/try', 'analyses'],
    ['POST', '/mcp', 'analyses'],
    ['POST', '/sign-in', 'signIns'],
    ['POST', '/sign-out', 'writes'],
    ['POST', '/v1/articles', 'writes'],
    ['DELETE', '/v1/tokens/1', 'writes'],
    ['PUT', '/v1/analyzers', 'writes'],
  ])('of %s %s: %s', (method, path, budget) => expect(budgetOf(method, path)).toBe(budget))

  const requests: Record<Budget, [string, RequestInit]> = {
    reads: ['/v1/articles', {}],
    writes: ['/v1/articles', { method: 'POST' }],
    analyses: ['/v1/analyze/claims', { method: 'POST' }],
    signIns: ['/sign-in', { method: 'POST' }],
  }

  test.each(BUDGETS)('of %s is no other', async (budget) => {
    expect((await statuses(...requests[budget])).at(-1)).toBe(429)
    for (const other of BUDGETS.filter((one) => one !== budget))
      expect(await statuses(...requests[other], 1)).not.toContain(429)
  })
})

describe('an address', () => {
  test.each([
    ['another address', '203.0.113.9', false],
    ['the same address, mapped into IPv6', '::ffff:198.51.100.7', true],
  ])('%s', async (_, other, limited) => {
    await statuses('/v1/articles')
    client = other
    expect((await statuses('/v1/articles', {}, 1)).includes(429)).toBe(limited)
  })

  test('counts with 64 bits of IPv6', async () => {
    client = '2001:db8:1:2::1'
    await statuses('/v1/articles')
    client = '2001:db8:1:2::2'
    expect(await statuses('/v1/articles', {}, 1)).toEqual([429])
    client = '2001:db8:1:3::1'
    expect(await statuses('/v1/articles', {}, 1)).toEqual([200])
  })

  test('is limited though each request carries another token that is none', async () => {
    const all: number[] = []
    for (let i = 0; i < 5; i++)
      all.push((await stage.ask('/v1/articles', { method: 'POST', headers: { Authorization: `Bearer none-${i}` } })).status)
    expect(all).toEqual([401, 401, 401, 429, 429])
  })
})

test('a token is limited though each request comes from another address', async () => {
  const { token } = await createToken(free.store, { name: 'desk', scopes: ['archive:admin'], now: NOW })
  const all: number[] = []
  for (let i = 1; i <= 5; i++) {
    client = `203.0.113.${i}`
    all.push((await stage.ask('/v1/tokens', { headers: { Authorization: `Bearer ${token}` } })).status)
  }
  expect(all).toEqual([200, 200, 200, 429, 429])
})

test('without a limit there is none', async () => expect(await statuses('/v1/articles', {}, 50, free)).not.toContain(429))

test('a budget of 0 is none', async () => {
  const none = stageOver(free.store, {}, 0, { limit: processLimit({ ...FEW, reads: 0 }, () => now) })
  expect(await statuses('/v1/articles', {}, 50, none)).not.toContain(429)
  expect((await statuses('/v1/articles', { method: 'POST' }, 5, none)).at(-1)).toBe(429)
})
