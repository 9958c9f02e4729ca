/** The audit log: a row for every request that wrote, beside what it wrote, and none for one that did not. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import { forgetAddresses } from '../../../src/app.ts'
import { createToken } from '../../../src/auth/bearer-tokens.ts'
import { Failure } from '../../../src/failure.ts'
import type { Store } from '../../../src/store/store.ts'
import { signedIn } from '../../pages/editing/browser.ts'
import { JSON_HEADERS, NOW, read, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

const CLIENT = '198.51.100.7'
const DAY = 86_400_000

let now: number
let store: Store
let stage: Stage

interface Entry {
  readonly id: number
  readonly at: string
  readonly token: { readonly id: number; readonly name: string; readonly signed_in: boolean }
  readonly method: string
  readonly route: string
  readonly path: string
  readonly article: string | null
  readonly address: string | null
  readonly request_id: string
  readonly status: number | null
  readonly location: string | null
}

const open = (given = {}, over: Store = store) =>
  stageOver(over, { auditDays: 90, ...given }, 0, { clock: () => now, client: CLIENT })

beforeEach(async () => {
  now = Date.parse(NOW)
  store = await openStore()
  await tellStory(stageOver(store))
  stage = open()
})

const admin = { headers: { Authorization: `Bearer ${TOKEN}` } }
const listed = async (query = ''): Promise<Entry[]> =>
  (await read<{ data: Entry[] }>((path) => stage.ask(path, admin), `/v1/audit${query}`)).data
const newest = async () => (await listed('?limit=1'))[0]
const count = async () => (await listed('?limit=200')).length

describe('a write has one row', () => {
  const bootstrap = { id: 0, name: 'bootstrap', signed_in: false }

  test('with who, what, when, from where, and the answer', async () => {
    const before = await count()
    const headers = { 'X-Request-Id': 'an-id-of-a-proxy' }
    await well(stage.send('PUT', '/v1/articles/ferry/versions/1/withholding', { reason: 'An order' }, headers))
    expect(await newest()).toEqual({
      id: expect.any(Number),
      at: NOW,
      token: bootstrap,
      method: 'PUT',
      route: '/v1/articles/:slug/versions/:number/withholding',
      path: '/v1/articles/ferry/versions/1/withholding',
      article: 'ferry',
      address: CLIENT,
      request_id: 'an-id-of-a-proxy',
      status: 200,
      location: null,
    })
    expect(await count()).toBe(before + 1)
  })

  test.each<[string, string, object | null, object]>([
    ['POST', '/v1/articles', { slug: 'pier' }, { status: 201, article: 'pier', location: '/v1/articles/pier' }],
    ['PATCH', '/v1/articles/ferry', { slug: 'ferry-aground' }, { status: 200, article: 'ferry-aground' }],
    ['POST', '/v1/articles/ferry/versions', { title: 'New', body: 'It sank.' }, { status: 201, article: 'ferry' }],
    ['POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }, { status: 201, article: 'ferry' }],
    ['POST', '/v1/articles/bridge/alias', { of: 'ferry', reason: 'One story' }, { article: 'bridge' }],
    ['POST', '/v1/hooks', { url: 'https://desk.example/x' }, { status: 201, article: null, location: '/v1/hooks/1' }],
    ['POST', '/v1/watches', { url: 'https://gazette.example/pier' }, { status: 201, article: null }],
    ['POST', '/v1/tokens', { name: 'desk', scopes: ['archive:read'] }, { status: 201, article: null }],
  ])('%s %s', async (method, path, body, expected) => {
    const before = await count()
    await well(stage.send(method, path, body))
    expect(await newest()).toMatchObject({ method, path, token: bootstrap, ...expected })
    expect(await count()).toBe(before + 1)
  })

  test('of the token that it carries, by its name of then', async () => {
    const { token, info } = await createToken(store, { name: 'desk', scopes: ['archive:write'], now: NOW })
    await well(stage.send('POST', '/v1/articles', { slug: 'pier' }, { Authorization: `Bearer ${token}` }))
    expect(await newest()).toMatchObject({ token: { id: info.id, name: 'desk', signed_in: false } })
    expect((await listed(`?token=${info.id}`)).length).toBe(1)
  })

  test('of who signed in to the pages, the sign-in and the sign-out too', async () => {
    const { token, info } = await createToken(store, { name: 'Ada', scopes: ['archive:admin'], now: NOW })
    const browser = await signedIn(stage, token)
    expect(await newest()).toMatchObject({ route: '/sign-in', token: { id: info.id, signed_in: false }, status: 303 })
    await browser.post('/tokens', { name: 'x', scopes: ['archive:read'] })
    expect(await newest()).toMatchObject({ route: '/tokens', token: { id: info.id, signed_in: true }, status: 201 })
    await browser.post('/sign-out', {})
    expect(await newest()).toMatchObject({ route: '/sign-out', token: { id: info.id, signed_in: true }, status: 303 })
  })

  test('many versions that one request sends have one', async () => {
    const before = await count()
    const lines = [1, 2, 3].map(
      (n) => `{"article":"ferry","title":"t","body":"${n} people came.","captured_at":"2026-02-2${n}"}\n`,
    )
    const headers = { ...JSON_HEADERS, 'Content-Type': 'application/x-ndjson' }
    await (await well(stage.ask('/v1/ingest', { method: 'POST', headers, body: lines.join('') }))).text()
    expect(await count()).toBe(before + 1)
  })
})

describe('no row has', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a read', () => stage.ask('/v1/articles', admin)],
    ['a write without a token', () => stage.ask('/v1/articles', { method: 'POST' })],
    ['a write that is refused', () => stage.send('POST', '/v1/articles', { slug: 'ferry' })],
    ['a write with a fault', () => stage.send('POST', '/v1/articles', { slug: '' })],
    ['an analysis', () => stage.send('POST', '/v1/analyze/claims', { body: 'It rained.' })],
    ['a sign-in that failed', () => signedIn(stage, 'none').catch(() => null)],
  ])('%s', async (_, ask) => {
    const before = await count()
    await ask()
    expect(await count()).toBe(before)
  })

  test('what an Idempotency-Key answers again', async () => {
    const send = () => stage.send('POST', '/v1/articles', { slug: 'pier' }, { 'Idempotency-Key': 'a' })
    await well(send())
    const before = await count()
    expect((await well(send())).headers.get('idempotency-replayed')).toBe('true')
    expect(await count()).toBe(before)
  })
})

describe('the row and what it tells of are one write', () => {
  test('a write that fails has none, and the same again has one', async () => {
    let fails = 1
    const failing: Store = {
      ...store,
      batchWrite: (statements) => (fails-- > 0 ? Promise.reject(new Failure('busy', 'later')) : store.batchWrite(statements)),
    }
    const before = await count()
    const { send } = open({}, failing)
    expect((await send('POST', '/v1/articles', { slug: 'pier' })).status).toBe(503)
    expect(await count()).toBe(before)
    await well(send('POST', '/v1/articles', { slug: 'pier' }))
    expect(await count()).toBe(before + 1)
  })

  test('where the row cannot be written, nothing is', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {})
    await store.db.run(sql`create trigger full before insert on audit begin select raise(abort, 'full'); end`)
    expect((await stage.send('POST', '/v1/articles', { slug: 'pier' })).status).toBe(500)
    expect((await stage.ask('/v1/articles/pier')).status).toBe(404)
  })

  test('a process that ends before it answers leaves a row without a status', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {})
    let writes = 0
    const ending: Store = {
      ...store,
      batchWrite: (statements) => (writes++ > 0 ? Promise.reject(new Error('ended')) : store.batchWrite(statements)),
    }
    await open({}, ending).send('POST', '/v1/articles', { slug: 'pier' })
    expect(await newest()).toMatchObject({ path: '/v1/articles', status: null, article: null, location: null })
  })
})

/** The words with which the database refuses a statement. */
async function refusalOf(statement: string): Promise<string> {
  try {
    await store.db.run(sql.raw(statement))
  } catch (error) {
    return `${error} ${error instanceof Error ? error.cause : ''}`
  }
  return 'it was done'
}

describe('it is appended only', () => {
  test.each([
    'delete from audit',
    'insert or replace into audit select * from audit',
    "update audit set token = 'another'",
    'update audit set token_id = 7',
    "update audit set at = '2020-01-01'",
    "update audit set path = '/'",
    'update audit set status = 200',
    'update audit set status = null',
    "update audit set location = '/'",
    'update audit set article_id = null where article_id is not null',
    "update audit set address = '203.0.113.9'",
    "update audit set address = null, method = 'GET'",
  ])('%s', async (statement) => {
    await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
    const refused = await refusalOf(statement)
    expect(refused).toContain('the audit log is appended only')
  })
})

describe('addresses', () => {
  test.each([
    [89, CLIENT],
    [90, CLIENT],
    [91, null],
  ])('after %i days: %s', async (days, expected) => {
    await well(stage.send('POST', '/v1/articles', { slug: 'pier' }))
    now += days * DAY
    await forgetAddresses({ store, config: { readTokenRequired: false, bootstrapToken: '', auditDays: 90 }, clock: () => now })
    expect((await newest())?.address).toBe(expected)
  })

  test('are not kept where the setting is 0', async () => {
    await well(open({ auditDays: 0 }).send('POST', '/v1/articles', { slug: 'pier' }))
    expect((await newest())?.address).toBeNull()
  })
})

describe('GET /v1/audit', () => {
  test('has filters, pages and formats', async () => {
    expect((await listed('?article=bridge&limit=200')).map(({ path }) => path)).toEqual([
      '/v1/articles/bridge/versions',
      '/v1/articles',
    ])
    now += DAY
    await well(stage.send('POST', '/v1/articles', { slug: 'pier' }))
    expect((await listed('?since=2026-03-02')).map(({ article }) => article)).toEqual(['pier'])
    const csv = await (await well(stage.ask('/v1/audit?format=csv', admin))).text()
    expect(csv.split('\r\n')[0]).toBe(
      'id,at,token,token_name,signed_in,method,route,path,article,address,request_id,status,location',
    )
    const lines = (await (await well(stage.ask('/v1/audit?format=ndjson', admin))).text()).trim().split('\n')
    expect(lines.length).toBe(await count())
    const first = await read<{ next: string }>((path) => stage.ask(path, admin), '/v1/audit?limit=2')
    const ids = [...(await listed('?limit=2')), ...(await listed(`?limit=2&cursor=${first.next}`))].map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
    expect(new Set(ids).size).toBe(4)
  })

  test('is for administrators, and no cache keeps it', async () => {
    const { token } = await createToken(store, { name: 'desk', scopes: ['archive:read', 'archive:write'], now: NOW })
    expect((await stage.ask('/v1/audit', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(403)
    expect((await stage.ask('/v1/audit', admin)).headers.get('cache-control')).toBe('no-store')
  })
})
