/** Bearer tokens: created once, kept as a hash, with scopes. */
import { sha256 } from '../store/hash.ts'
import type { Store } from '../store/store.ts'
import { findToken, insertToken, listTokenRows, revokeTokenRow } from '../store/write/token-rows.ts'

export const SCOPES = [
  'archive:read',
  'archive:write',
  'capture:write',
  'review:write',
  'hooks:write',
  'archive:admin',
] as const
export type Scope = (typeof SCOPES)[number]

export interface TokenInfo {
  readonly id: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** Makes a token and gives it: the only time that it is seen. 256 bits of randomness, with the prefix `ct_`. */
export async function createToken(
  store: Store,
  { name, scopes, now }: { name: string; scopes: readonly Scope[]; now: string },
): Promise<{ token: string; info: TokenInfo }> {
  const random = crypto.getRandomValues(new Uint8Array(32))
  const token = `ct_${btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`
  const id = await insertToken(store, { name, hash: sha256(token), scopes: JSON.stringify(scopes), createdAt: now })
  return { token, info: { id, name, scopes, createdAt: now, revokedAt: null } }
}

export async function listTokens(store: Store): Promise<TokenInfo[]> {
  const rows = await listTokenRows(store)
  return rows.map((row) => ({ ...row, scopes: JSON.parse(row.scopes) as Scope[] }))
}

/** Whether there was such a token that had not been revoked. */
export function revokeToken(store: Store, id: number, now: string): Promise<boolean> {
  return revokeTokenRow(store, id, now)
}

/** Whose token it is; null if it is unknown or revoked. The bootstrap token, if one is set, has every scope. */
export async function callerOf(store: Store, token: string, bootstrapToken: string, bootstrapName = 'bootstrap') {
  if (bootstrapToken && sameSecret(token, bootstrapToken)) return { id: 0, name: bootstrapName, scopes: SCOPES }
  const row = await findToken(store, sha256(token))
  return row && { id: row.id, name: row.name, scopes: JSON.parse(row.scopes) as Scope[] }
}

/** Compares hashes, so that the time it takes tells nothing of the secret. */
function sameSecret(a: string, b: string): boolean {
  return sha256(a) === sha256(b)
}
