/** Tokens over HTTP: their end, their last use, and that one that is not valid any more opens nothing, whatever was kept. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import type { Store } from '../../../src/store/store.ts'
import { signedIn, signIn } from '../../pages/editing/browser.ts'
import { NOW, read, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

const CLOSED = { readTokenRequired: true }
const HOUR = 3_600_000
const ADMIN = { Authorization: `Bearer ${TOKEN}` }

let now: number
let store: Store
let stage: Stage

interface Token {
  readonly id: number
  readonly token: string
  readonly expires_at: string | null
  readonly last_used_at: string | null
}

beforeEach(async () => {
  now = Date.parse(NOW)
  store = await openStore()
  stage = stageOver(store, CLOSED, 1_000_000, { clock: () => now })
  await tellStory(stage)
})

const made = async (more: object = {}): Promise<Token> =>
  (await well(stage.send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:read', 'archive:admin'], ...more }))).json()

const bearer = ({ token }: Token) => ({ Authorization: `Bearer ${token}` })

const listed = async (): Promise<Token | undefined> => {
  const answer = await well(stage.ask('/v1/tokens', { headers: ADMIN }))
  return ((await answer.json()) as { data: Token[] }).data[0]
}

describe('expires_at', () => {
  test.each([
    [undefined, null],
    [null, null],
    ['2026-03-31', '2026-03-31T23:59:59.999Z'],
    ['2026-03-31T10:00+02:00', '2026-03-31T08:00:00.000Z'],
  ])('%j is kept as %j', async (expires_at, expected) => {
    expect((await made({ expires_at })).expires_at).toBe(expected)
    expect((await listed())?.expires_at).toBe(expected)
  })

  test.each([NOW, '2026-02-28', 'soon', 7])('%j is refused', async (expires_at) => {
    const answer = await stage.send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:read'], expires_at })
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ path: 'expires_at' }] }])
  })
})

/** Ways to end a token. */
const ENDS = {
  revoked: (token: Token) => well(stage.ask(`/v1/tokens/${token.id}`, { method: 'DELETE', headers: ADMIN })),
  expired: async () => {
    now += HOUR
  },
}

describe.each(['revoked', 'expired'] as const)('once it is %s', (end) => {
  const one = () => made({ expires_at: new Date(now + HOUR).toISOString() })

  test.each([
    ['an answer that is kept', {}],
    ['an answer that the caller has', { 'If-None-Match': '*' }],
  ])('it does not open %s', async (_, headers) => {
    const token = await one()
    const ask = (more: object = {}) => stage.ask('/v1/articles/ferry', { headers: { ...bearer(token), ...more } })
    const etag = (await well(ask())).headers.get('etag') ?? ''
    expect((await ask({ 'If-None-Match': etag })).status).toBe(304)
    await ENDS[end](token)
    for (const one of [headers, { 'If-None-Match': etag }]) expect((await ask(one)).status).toBe(401)
  })

  test('it signs nobody in, and who signed in with it is out', async () => {
    const token = await one()
    const browser = await signedIn(stage, token.token)
    expect((await browser.get('/tokens')).status).toBe(200)
    await ENDS[end](token)
    expect((await browser.get('/tokens')).status).toBe(401)
    expect((await browser.post('/tokens', { name: 'x', scopes: ['archive:read'] })).status).toBe(401)
    expect((await signIn(stage, token.token)).status).toBe(403)
  })
})

test('a token that a replica still has is refused once the primary database knows that it was revoked', async () => {
  const token = await made()
  const replica = await openStore()
  const behind = stageOver(replica, CLOSED, 0, { primary: store })
  await tellStory(stageOver(replica))
  expect((await behind.ask('/v1/articles/ferry', { headers: bearer(token) })).status).toBe(200)
  await ENDS.revoked(token)
  expect((await behind.ask('/v1/articles/ferry', { headers: bearer(token) })).status).toBe(401)
})

describe('last_used_at', () => {
  const uses: Readonly<Record<string, (token: Token) => Promise<unknown>>> = {
    'a read': (token) => well(stage.ask('/v1/articles', { headers: bearer(token) })),
    'a write': (token) => well(stage.ask('/v1/tokens/999', { method: 'DELETE', headers: bearer(token) })).catch(() => null),
    'a sign-in': (token) => signedIn(stage, token.token),
  }

  test.each(Object.keys(uses))('%s is noted', async (use) => {
    const token = await made()
    expect((await listed())?.last_used_at).toBeNull()
    await uses[use]?.(token)
    expect((await listed())?.last_used_at).toBe(NOW)
  })

  test('reads within the hour write nothing', async () => {
    const token = await made()
    let writes = 0
    const counting: Store = {
      ...store,
      batchWrite: (statements) => {
        writes += 1
        return store.batchWrite(statements)
      },
    }
    const { ask } = stageOver(counting, CLOSED, 0, { clock: () => now })
    const read = async () => {
      await well(ask('/v1/articles', { headers: bearer(token) }))
      return writes
    }
    expect([await read(), await read()]).toEqual([1, 1])
    now += HOUR
    expect(await read()).toBe(1)
    now += 1
    expect([await read(), await read()]).toEqual([2, 2])
  })

  test('a read is answered where the use cannot be noted', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {})
    const token = await made()
    const full: Store = { ...store, batchWrite: () => Promise.reject(new Error('the disk is full')) }
    const { ask } = stageOver(full, CLOSED)
    expect(await read<object>((path) => ask(path, { headers: bearer(token) }), '/v1/articles')).toMatchObject({ next: null })
  })
})
