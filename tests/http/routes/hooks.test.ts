/** Hooks over HTTP: made, shown, changed, removed; what is secret stays so. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken } from '../../../src/auth/bearer-tokens.ts'
import { JSON_HEADERS, NOW, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface Hook extends Record<string, unknown> {
  readonly id: number
  readonly secret: string
  readonly since: string
}

const URL = 'https://desk.example/hook'
let stage: Stage

beforeEach(async () => {
  stage = stageOver(await openStore())
})

const json = async <Answer>(answer: Promise<Response>) => (await well(answer)).json() as Promise<Answer>
const make = (more: object = {}) => json<Hook>(stage.send('POST', '/v1/hooks', { url: URL, ...more }))
const get = <Answer = Record<string, unknown>>(path: string) => json<Answer>(stage.ask(path, { headers: JSON_HEADERS }))
const patch = (id: number, body: object) => json<Record<string, unknown>>(stage.send('PATCH', `/v1/hooks/${id}`, body))

describe('a hook', () => {
  test('is made, and its secret is shown once', async () => {
    await tellStory(stage)
    const response = await well(
      stage.send('POST', '/v1/hooks', {
        url: URL,
        description: ' The desk ',
        filters: { kind: 'softened,negated', zone: 'lead', acknowledged: false, publication: 'Harbour Gazette' },
      }),
    )
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe('/v1/hooks/1')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { secret, ...hook } = (await response.json()) as Hook
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(hook).toEqual({
      id: 1,
      url: URL,
      format: 'standard',
      every: 'write',
      at: '08:00',
      description: 'The desk',
      filters: { kind: ['softened', 'negated'], zone: 'lead', acknowledged: false, publication: 'Harbour Gazette' },
      enabled: true,
      disabled_reason: null,
      disabled_at: null,
      failures: 0,
      next_attempt_at: null,
      since: expect.any(String),
      previous_secret_until: null,
      created_at: NOW,
      updated_at: NOW,
    })
    expect(await get('/v1/hooks/1')).toEqual(hook)
    expect(await get('/v1/hooks')).toEqual({ data: [hook], next: null })
    for (const path of [
      '/v1/hooks',
      '/v1/hooks?format=csv',
      '/v1/hooks?format=ndjson',
      '/v1/hooks/1',
      '/v1/hooks/1/deliveries',
    ]) {
      const answer = await well(stage.ask(path, { headers: JSON_HEADERS }))
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('etag')).toBeNull()
      expect(await answer.text()).not.toContain(secret.slice(6, 20))
    }
  })

  test('begins at the end of the feed, or where it is told to', async () => {
    await tellStory(stage)
    const feed = await get<{ next: string }>('/v1/changes?limit=200')
    expect((await make()).since).toBe(feed.next)
    expect((await make({ since: 'now' })).since).toBe(feed.next)
    const { next: early } = await get<{ next: string }>('/v1/changes?limit=2')
    expect((await make({ since: early })).since).toBe(early)
    const beyond = btoa(JSON.stringify(['feed', 1_000_000]))
    expect((await make({ since: beyond })).since).toBe(feed.next)
  })

  test('is changed field by field', async () => {
    await tellStory(stage)
    const { secret: _, ...hook } = await make({ filters: { kind: ['negated'] } })
    expect(await patch(1, {})).toEqual(hook)
    expect(await patch(1, { url: 'https://other.example/' })).toEqual({ ...hook, url: 'https://other.example/' })
    expect(await patch(1, { filters: { article: 'ferry' } })).toMatchObject({ filters: { article: 'ferry' } })
    expect(await patch(1, { description: 'A desk' })).toMatchObject({ description: 'A desk' })
    expect(await patch(1, { description: null })).toMatchObject({ description: null })
    expect(await patch(1, { enabled: false })).toMatchObject({
      enabled: false,
      disabled_reason: 'Disabled with the token "bootstrap".',
      disabled_at: NOW,
    })
    expect(await patch(1, { url: URL })).toMatchObject({ enabled: false })
    expect(await patch(1, { enabled: true })).toEqual({ ...hook, filters: { article: 'ferry' } })
  })

  test('is removed with its log, and its number is not given again', async () => {
    await make()
    await well(stage.send('POST', '/v1/hooks/1/test', ''))
    expect(await json(stage.send('DELETE', '/v1/hooks/1', ''))).toEqual({ id: 1, removed: true })
    expect(await stage.store.db.all(sql`select * from deliveries`)).toEqual([])
    expect((await stage.ask('/v1/hooks/1', { headers: JSON_HEADERS })).status).toBe(404)
    expect((await make()).id).toBe(2)
  })

  test('gets another secret, shown once, and the one before stays for a day', async () => {
    const { secret } = await make()
    const until = '2026-03-02T12:00:00.000Z'
    const answer = await json<Hook>(stage.send('POST', '/v1/hooks/1/secret', ''))
    expect(answer).toEqual({ id: 1, secret: expect.stringMatching(/^whsec_/), previous_secret_until: until })
    expect(answer.secret).not.toBe(secret)
    expect(await get('/v1/hooks/1')).toMatchObject({ previous_secret_until: until })
    expect(await stage.store.db.all(sql`select secret, previous_secret from hooks`)).toEqual([
      { secret: answer.secret, previous_secret: secret },
    ])
  })

  test('gets no third secret while the first one still signs, and is told until when that is', async () => {
    let now = Date.parse(NOW)
    stage = stageOver(stage.store, {}, 0, { clock: () => now })
    await make()
    const rotate = () => stage.send('POST', '/v1/hooks/1/secret', '')
    const { secret, previous_secret_until: until } = await json<Hook>(rotate())
    now = Date.parse(String(until)) - 1
    const refused = await rotate()
    expect([refused.status, await refused.json()]).toMatchObject([409, { detail: expect.stringContaining(String(until)) }])
    now++
    expect((await json<Hook>(rotate())).secret).not.toBe(secret)
    expect(await stage.store.db.all(sql`select previous_secret from hooks`)).toEqual([{ previous_secret: secret }])
  })

  test.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/secret'],
    ['POST', '/test'],
    ['GET', '/deliveries'],
  ])('that is not there: %s /v1/hooks/9%s', async (method, path) => {
    const init = method === 'PATCH' ? { body: '{}' } : {}
    const response = await stage.ask(`/v1/hooks/9${path}`, { method, headers: JSON_HEADERS, ...init })
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})

test('http and private addresses are taken where the setting says so', async () => {
  const open = stageOver(stage.store, { privateHooks: true })
  await well(open.send('POST', '/v1/hooks', { url: 'http://127.0.0.1:9000/hook' }))
  await well(open.send('PATCH', '/v1/hooks/1', { url: 'http://localhost:9000/hook' }))
  expect((await stage.send('PATCH', '/v1/hooks/1', { url: 'http://localhost:9000/' })).status).toBe(400)
  expect((await open.send('POST', '/v1/hooks', { url: 'http://a:b@localhost/' })).status).toBe(400)
})

test('the scope is hooks:write, for reading too', async () => {
  const scopes = ['archive:read', 'archive:write', 'review:write', 'archive:admin'] as const
  const { token } = await createToken(stage.store, { name: 'all but one', scopes, now: NOW })
  const { token: right } = await createToken(stage.store, { name: 'hooks', scopes: ['hooks:write'], now: NOW })
  const ask = (bearer: string) => stage.ask('/v1/hooks', { headers: { Authorization: `Bearer ${bearer}` } })
  expect((await ask(token)).status).toBe(403)
  expect((await ask(right)).status).toBe(200)
})

test.each([
  [['hooks:write'], 403],
  [['archive:read'], 403],
  [['hooks:write', 'archive:read'], 200],
] as const)('where reading is closed, %s opens hooks with %i', async (scopes, status) => {
  const closed = stageOver(stage.store, { readTokenRequired: true })
  await make()
  const { token } = await createToken(stage.store, { name: 'hooks', scopes, now: NOW })
  const headers = { ...JSON_HEADERS, Authorization: `Bearer ${token}` }
  const made = await closed.send('POST', '/v1/hooks', { url: URL, since: btoa(JSON.stringify(['feed', 0])) }, headers)
  expect(made.status).toBe(status === 200 ? 201 : status)
  if (status === 403) {
    const missing = scopes[0] === 'hooks:write' ? 'archive:read, which this archive requires for reading' : 'hooks:write'
    expect(await made.json()).toMatchObject({ code: 'forbidden', detail: `The token "hooks" lacks the scope ${missing}.` })
  }
  expect((await closed.send('PATCH', '/v1/hooks/1', { description: 'Ours' }, headers)).status).toBe(status)
  expect((await closed.ask('/v1/hooks/1/deliveries', { headers })).status).toBe(status)
})

test('hooks are listed page by page', async () => {
  for (let n = 0; n < 3; n++) await make({ description: `No. ${n}` })
  const first = await get<{ data: Hook[]; next: string }>('/v1/hooks?limit=2')
  expect(first.data.map((hook) => hook.id)).toEqual([1, 2])
  const second = await get<{ data: Hook[]; next: null }>(`/v1/hooks?limit=2&cursor=${first.next}`)
  expect([second.data.map((hook) => hook.id), second.next]).toEqual([[3], null])
})

test('an archive has at most a thousand hooks', async () => {
  await make()
  await stage.store.db.run(sql`insert into hooks (url, filters, secret, cursor, due_at, created_at, updated_at)
    select url, filters, 'secret ' || value, cursor, due_at, created_at, updated_at from hooks, json_each(${JSON.stringify(Array.from({ length: 999 }, (_, i) => i))})`)
  const refused = await stage.send('POST', '/v1/hooks', { url: URL })
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { code: 'conflict', detail: 'The archive has 1000 hooks, which is the most. Remove one first.' },
  ])
  await well(stage.send('DELETE', '/v1/hooks/1', ''))
  expect(await make()).toMatchObject({ url: URL })
})
