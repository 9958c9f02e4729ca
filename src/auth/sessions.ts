/** Sessions of people who signed in with a token. A session never outlives its token: each request looks that up. */

import { SCOPES } from '../settings/scopes.ts'
import { sha256, sha256Bytes } from '../store/hash.ts'
import { deleteSession, deleteSessionsOf, findSession, insertSession } from '../store/session-rows.ts'
import type { Store } from '../store/store.ts'
import { BOOTSTRAP_NAME, type Bootstrap, type Owner, randomBits, scopesIn, textOfBits } from './bearer-tokens.ts'

/** How long a session lasts, in hours. */
export const SESSION_HOURS = 12

/** The secret with the token, as one text for a hash: neither can be guessed from it. */
const boundTo = (secret: string, token: string) => sha256(`${secret} ${token}`)

/** Begins a session of the owner of a token, and returns its secret, for the cookie. */
export async function beginSession(store: Store, token: string, owner: Owner, clock: number): Promise<string> {
  const secret = textOfBits(randomBits())
  const expiresAt = new Date(clock + SESSION_HOURS * 3_600_000).toISOString()
  const bound =
    owner.id === 0 ? { tokenId: null, bootstrapHash: boundTo(secret, token) } : { tokenId: owner.id, bootstrapHash: null }
  await insertSession(store, { hash: sha256(secret), ...bound, expiresAt }, new Date(clock).toISOString())
  return secret
}

/** The owner of the session with this secret; null: it is over, or its token is no longer valid. */
export async function sessionOwner(
  store: Store,
  secret: string,
  { bootstrapToken, bootstrapName = BOOTSTRAP_NAME }: Bootstrap,
  clock: number,
): Promise<Owner | null> {
  // One that lasts longer began by a wrong clock.
  const last = new Date(clock + SESSION_HOURS * 3_600_000).toISOString()
  const row = await findSession(store, sha256(secret), new Date(clock).toISOString())
  if (!row || row.expiresAt > last) return null
  if (row.tokenId === null) {
    const valid = bootstrapToken !== '' && row.bootstrapHash === boundTo(secret, bootstrapToken)
    return valid ? { id: 0, name: bootstrapName, scopes: SCOPES } : null
  }
  const { tokenId: id, name, scopes, lastUsedAt } = row
  return name === null || scopes === null ? null : { id, name, scopes: scopesIn(scopes), lastUsedAt }
}

export const endSession = (store: Store, secret: string): Promise<void> => deleteSession(store, sha256(secret))

/** Ends all sessions of a token; `owner` is its id, 0 for the bootstrap token. */
export const endSessionsOf = (store: Store, owner: number): Promise<void> => deleteSessionsOf(store, owner === 0 ? null : owner)

/** 256 bits that only this session makes of a name. They reveal nothing of the secret. */
export const bitsOf = (secret: string, name: string): Uint8Array => sha256Bytes(`bits ${name} ${secret}`)

/** The token that the forms of a session carry. It is made of the secret and reveals nothing of it. */
export const formTokenOf = (secret: string): string => sha256(`form ${secret}`)
