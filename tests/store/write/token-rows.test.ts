import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { callerOf, createToken, listTokens, noteUseOf, revokeToken } from '../../../src/auth/bearer-tokens.ts'
import { NOW } from '../../recording/desk.ts'

const CLOCK = Date.parse(NOW)
const HOUR = 3_600_000
const NONE = { bootstrapToken: '' }

it('a token is found by what it is, with its scopes, until it is revoked', async () => {
  const store = await openStore()
  const { token, info } = await createToken(store, { name: 'desk', scopes: ['archive:write', 'review:write'], now: NOW })
  const other = await createToken(store, { name: 'reader', scopes: ['archive:read'], now: NOW })
  expect(token).toMatch(/^ct_[\w-]{43}$/)
  expect(other.token).not.toBe(token)
  expect(await callerOf(store, token, NONE, CLOCK)).toEqual({
    id: info.id,
    name: 'desk',
    scopes: ['archive:write', 'review:write'],
    lastUsedAt: null,
  })
  expect(await callerOf(store, `${token}x`, NONE, CLOCK)).toBeNull()
  expect(await callerOf(store, '', NONE, CLOCK)).toBeNull()
  expect(await revokeToken(store, info.id, NOW)).toBe(true)
  expect(await revokeToken(store, info.id, NOW)).toBe(false)
  expect(await revokeToken(store, 99, NOW)).toBe(false)
  expect(await callerOf(store, token, NONE, CLOCK)).toBeNull()
  expect(await callerOf(store, other.token, NONE, CLOCK)).toMatchObject({ name: 'reader' })
  expect((await listTokens(store)).map((t) => [t.name, t.revokedAt])).toEqual([
    ['desk', NOW],
    ['reader', null],
  ])
})

it('the database has the hash alone', async () => {
  const store = await openStore()
  const { token } = await createToken(store, { name: 'desk', scopes: ['archive:write'], now: NOW })
  const rows = JSON.stringify(await store.db.all(sql`select * from tokens`))
  expect(rows).not.toContain(token)
  expect(rows).not.toContain(token.slice(3))
  expect(rows).toMatch(/"hash":"[0-9a-f]{64}"/)
})

it('the bootstrap token has every scope, and none is accepted where none is set', async () => {
  const store = await openStore()
  const bootstrap = 'a-secret-of-more-than-20-characters'
  expect(await callerOf(store, bootstrap, { bootstrapToken: bootstrap }, CLOCK)).toMatchObject({
    id: 0,
    scopes: expect.arrayContaining(['archive:admin']),
  })
  expect(await callerOf(store, 'another', { bootstrapToken: bootstrap }, CLOCK)).toBeNull()
  expect(await callerOf(store, '', NONE, CLOCK)).toBeNull()
})

it.each([
  ['before its end', HOUR - 1, true],
  ['at its end', HOUR, false],
  ['behind its end', HOUR + 1, false],
])('a token that ends is valid only before: %s', async (_, later, valid) => {
  const store = await openStore()
  const expiresAt = new Date(CLOCK + HOUR).toISOString()
  const { token, info } = await createToken(store, { name: 'desk', scopes: ['archive:read'], now: NOW, expiresAt })
  expect(info.expiresAt).toBe(expiresAt)
  expect((await callerOf(store, token, NONE, CLOCK + later)) !== null).toBe(valid)
})

it('a use is noted where none of the last hour is', async () => {
  const store = await openStore()
  const { token } = await createToken(store, { name: 'desk', scopes: ['archive:read'], now: NOW })
  const lastUse = async () => (await listTokens(store))[0]?.lastUsedAt
  const use = async (clock: number) => {
    const owner = await callerOf(store, token, NONE, clock)
    const noted = owner && noteUseOf(store, owner, clock)
    await noted
    return noted !== null
  }
  expect(await lastUse()).toBeNull()
  expect(await use(CLOCK)).toBe(true)
  expect([await use(CLOCK + 1), await use(CLOCK + HOUR), await lastUse()]).toEqual([false, false, NOW])
  expect([await use(CLOCK + HOUR + 1), await lastUse()]).toEqual([true, new Date(CLOCK + HOUR + 1).toISOString()])
})

it('no use of the bootstrap token is noted: it has no row', () =>
  expect(noteUseOf({} as never, { id: 0, name: 'bootstrap', scopes: [] }, CLOCK)).toBeNull())
