import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { callerOf, createToken, listTokens, revokeToken } from '../../../src/auth/bearer-tokens.ts'
import { NOW } from '../../recording/desk.ts'

it('a token is found by what it is, with its scopes, until it is revoked', async () => {
  const store = await openStore()
  const { token, info } = await createToken(store, { name: 'desk', scopes: ['archive:write', 'review:write'], now: NOW })
  const other = await createToken(store, { name: 'reader', scopes: ['archive:read'], now: NOW })
  expect(token).toMatch(/^ct_[\w-]{43}$/)
  expect(other.token).not.toBe(token)
  expect(await callerOf(store, token, '')).toEqual({ id: info.id, name: 'desk', scopes: ['archive:write', 'review:write'] })
  expect(await callerOf(store, `${token}x`, '')).toBeNull()
  expect(await callerOf(store, '', '')).toBeNull()
  expect(await revokeToken(store, info.id, NOW)).toBe(true)
  expect(await revokeToken(store, info.id, NOW)).toBe(false)
  expect(await revokeToken(store, 99, NOW)).toBe(false)
  expect(await callerOf(store, token, '')).toBeNull()
  expect(await callerOf(store, other.token, '')).toMatchObject({ name: 'reader' })
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
  expect(await callerOf(store, bootstrap, bootstrap)).toMatchObject({
    id: 0,
    scopes: expect.arrayContaining(['archive:admin']),
  })
  expect(await callerOf(store, 'another', bootstrap)).toBeNull()
  expect(await callerOf(store, '', '')).toBeNull()
})
