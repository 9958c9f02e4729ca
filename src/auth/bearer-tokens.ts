/** Bearer tokens: shown once, stored as a hash, with scopes. */
import { sha256 } from '../store/hash.ts'
import type { KeptAnswer } from '../store/idempotency.ts'
import type { Store } from '../store/store.ts'
import { findToken, insertToken, listTokenRows, revokeTokenRow } from '../store/write/token-rows.ts'

export const SCOPES = ['archive:read', 'archive:write', 'review:write', 'hooks:write', 'archive:admin'] as const
export type Scope = (typeof SCOPES)[number]

export const BOOTSTRAP_NAME = 'bootstrap'

export interface TokenInfo {
  readonly id: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** The scopes of a stored token, without those that no longer exist. */
export const scopesIn = (json: string): Scope[] =>
  (JSON.parse(json) as string[]).filter((scope): scope is Scope => SCOPES.some((one) => one === scope))

/** 256 bits of randomness. */
export const randomBits = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))

/** 256 bits as 43 characters. */
export const textOfBits = (bits: Uint8Array): string =>
  btoa(String.fromCharCode(...bits))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** The token of 256 bits: they are random, or made of the secret of a session. */
export const tokenOfBits = (bits: Uint8Array): string => `ct_${textOfBits(bits)}`

interface NewToken {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly now: string
  readonly bits?: Uint8Array
  readonly kept?: KeptAnswer | null
}

/** Makes a token and returns it, which is the only time that it is shown. */
export async function createToken(
  store: Store,
  { name, scopes, now, bits = randomBits(), kept = null }: NewToken,
): Promise<{ token: string; info: TokenInfo }> {
  const token = tokenOfBits(bits)
  const row = { name, hash: sha256(token), scopes: JSON.stringify(scopes), createdAt: now }
  const id = await insertToken(store, row, kept)
  return { token, info: { id, name, scopes, createdAt: now, revokedAt: null } }
}

export async function listTokens(store: Store): Promise<TokenInfo[]> {
  const rows = await listTokenRows(store)
  return rows.map((row) => ({ ...row, scopes: scopesIn(row.scopes) }))
}

/** Revokes a token. False: there is none, or it was revoked before. */
export function revokeToken(store: Store, id: number, now: string, kept: KeptAnswer | null = null): Promise<boolean> {
  return revokeTokenRow(store, id, now, kept)
}

/** Whether the archive has this token and it was not revoked. */
export const isValidToken = async (store: Store, token: string): Promise<boolean> =>
  (await findToken(store, sha256(token))) !== null

/** The owner of a token; null if it is unknown or revoked. The bootstrap token, if one is set, has every scope. */
export async function callerOf(store: Store, token: string, bootstrapToken: string, bootstrapName = BOOTSTRAP_NAME) {
  if (bootstrapToken && sameSecret(token, bootstrapToken)) return { id: 0, name: bootstrapName, scopes: SCOPES }
  const row = await findToken(store, sha256(token))
  return row && { id: row.id, name: row.name, scopes: scopesIn(row.scopes) }
}

/** Compares hashes, so that the time it takes reveals nothing of the secret. */
function sameSecret(a: string, b: string): boolean {
  return sha256(a) === sha256(b)
}
