/** Sessions in the archive: found by the hash of their secret until they are over, with the token that they stand for. */
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { callerOf, createToken, revokeToken } from '../../src/auth/bearer-tokens.ts'
import { beginSession, endSession, sessionOwner } from '../../src/auth/sessions.ts'
import { deleteSession, findSession, insertSession } from '../../src/store/session-rows.ts'
import type { Store } from '../../src/store/store.ts'

const NOW = '2026-03-01T12:00:00.000Z'
const LATER = '2026-03-02T00:00:00.000Z'
const BOOTSTRAP = { bootstrapToken: 'bootstrap-token-of-the-tests' }

let store: Store

/** Signs in; null: the token is not valid. */
async function begun(token: string, bootstrap: Parameters<typeof callerOf>[2], clock: number): Promise<string | null> {
  const owner = await callerOf(store, token, bootstrap, clock)
  return owner && beginSession(store, token, owner, clock)
}

beforeEach(async () => {
  store = await openStore()
})

test('a session is found until it is over, and deleted when another begins', async () => {
  await insertSession(store, { hash: 'a', tokenId: null, bootstrapHash: 'b', expiresAt: LATER }, NOW)
  expect(await findSession(store, 'a', NOW)).toMatchObject({ bootstrapHash: 'b', tokenId: null, name: null })
  expect([await findSession(store, 'b', NOW), await findSession(store, 'a', LATER)]).toEqual([null, null])
  await insertSession(store, { hash: 'c', tokenId: null, bootstrapHash: 'd', expiresAt: '2026-03-03T00:00:00.000Z' }, LATER)
  expect(await findSession(store, 'a', NOW)).toBeNull()
  await deleteSession(store, 'c')
  expect(await findSession(store, 'c', LATER)).toBeNull()
})

test('a session is of a token or of the bootstrap token', async () => {
  for (const bootstrapHash of [null, 'b'])
    await expect(
      insertSession(store, { hash: 'a', tokenId: bootstrapHash === null ? null : 1, bootstrapHash, expiresAt: LATER }, NOW),
    ).rejects.toThrow()
})

test('its owner is that of the token, until that is revoked', async () => {
  const clock = Date.parse(NOW)
  const { token, info } = await createToken(store, { name: 'desk', scopes: ['review:write'], now: NOW })
  const secret = (await begun(token, BOOTSTRAP, clock)) ?? ''
  expect(await sessionOwner(store, secret, BOOTSTRAP, clock)).toMatchObject({
    id: info.id,
    name: 'desk',
    scopes: ['review:write'],
  })
  await revokeToken(store, info.id, NOW)
  expect(await sessionOwner(store, secret, BOOTSTRAP, clock)).toBeNull()
  expect(await begun(token, BOOTSTRAP, clock)).toBeNull()
})

test('the bootstrap token has one too, under its name', async () => {
  const clock = Date.parse(NOW)
  const given = { ...BOOTSTRAP, bootstrapName: 'operator' }
  const secret = (await begun(BOOTSTRAP.bootstrapToken, given, clock)) ?? ''
  expect(await sessionOwner(store, secret, given, clock)).toMatchObject({ id: 0, name: 'operator' })
  expect(await sessionOwner(store, secret, { bootstrapToken: '' }, clock)).toBeNull()
  await endSession(store, secret)
  expect(await sessionOwner(store, secret, given, clock)).toBeNull()
})

test('it ends with its token', async () => {
  const clock = Date.parse(NOW)
  const expiresAt = '2026-03-01T13:00:00.000Z'
  const { token } = await createToken(store, { name: 'desk', scopes: ['review:write'], now: NOW, expiresAt })
  const secret = (await begun(token, BOOTSTRAP, clock)) ?? ''
  expect(await sessionOwner(store, secret, BOOTSTRAP, clock + 3_599_999)).toMatchObject({ name: 'desk' })
  expect(await sessionOwner(store, secret, BOOTSTRAP, clock + 3_600_000)).toBeNull()
})
