/** Bearer tokens: shown once, stored as a hash, with scopes. */
import { SCOPES, type Scope } from '../settings/scopes.ts'
import { sha256 } from '../store/hash.ts'
import type { KeptAnswer } from '../store/idempotency.ts'
import type { Store } from '../store/store.ts'
import { findToken, insertToken, listTokenRows, noteUse, revokeTokenRow } from '../store/write/token-rows.ts'

export const BOOTSTRAP_NAME = 'bootstrap'

export interface TokenInfo {
  readonly id: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly revokedAt: string | null
  /** null: it does not end by itself. */
  readonly expiresAt: string | null
  /** To the hour or so; null: it was not used yet. */
  readonly lastUsedAt: string | null
}

/** The owner of a token or of a session. */
export interface Owner {
  /** 0: the bootstrap token. */
  readonly id: number
  readonly name: string
  readonly scopes: readonly string[]
  /** When a use of the token was noted last; absent for the bootstrap token. */
  readonly lastUsedAt?: string | null
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
  readonly expiresAt?: string | null
  readonly bits?: Uint8Array
  readonly kept?: KeptAnswer | null
}

/** Makes a token and returns it, which is the only time that it is shown. */
export async function createToken(
  store: Store,
  { name, scopes, now, expiresAt = null, bits = randomBits(), kept = null }: NewToken,
): Promise<{ token: string; info: TokenInfo }> {
  const token = tokenOfBits(bits)
  const row = { name, hash: sha256(token), scopes: JSON.stringify(scopes), createdAt: now, expiresAt }
  const id = await insertToken(store, row, kept)
  return { token, info: { id, name, scopes, createdAt: now, revokedAt: null, expiresAt, lastUsedAt: null } }
}

export async function listTokens(store: Store): Promise<TokenInfo[]> {
  const rows = await listTokenRows(store)
  return rows.map((row) => ({ ...row, scopes: scopesIn(row.scopes) }))
}

/** Revokes a token. False: there is none, or it was revoked before. */
export function revokeToken(store: Store, id: number, now: string, kept: KeptAnswer | null = null): Promise<boolean> {
  return revokeTokenRow(store, id, now, kept)
}

const textOfTime = (clock: number): string => new Date(clock).toISOString()

/** Whether the archive has this token and it is valid. `clock` is now, in milliseconds since 1970. */
export const isValidToken = async (store: Store, token: string, clock: number): Promise<boolean> =>
  (await findToken(store, sha256(token), textOfTime(clock))) !== null

/** The bootstrap token of an archive, '' where it has none, and the name of its owner. */
export interface Bootstrap {
  readonly bootstrapToken: string
  readonly bootstrapName?: string
}

/** The owner of a token; null if it is unknown, revoked or expired. The bootstrap token, if one is set, has every scope. */
export async function callerOf(
  store: Store,
  token: string,
  { bootstrapToken, bootstrapName = BOOTSTRAP_NAME }: Bootstrap,
  clock: number,
): Promise<Owner | null> {
  if (bootstrapToken && sameSecret(token, bootstrapToken)) return { id: 0, name: bootstrapName, scopes: SCOPES }
  const row = await findToken(store, sha256(token), textOfTime(clock))
  return row && { id: row.id, name: row.name, scopes: scopesIn(row.scopes), lastUsedAt: row.lastUsedAt }
}

/** How old a use is that was noted before another is, in milliseconds. */
const NOTED_FOR = 3_600_000

/** Notes that a token was used, where no use within the last hour is noted; null: there is nothing to write. */
export function noteUseOf(store: Store, { id, lastUsedAt }: Owner, clock: number): Promise<void> | null {
  const since = textOfTime(clock - NOTED_FOR)
  if (lastUsedAt === undefined || (lastUsedAt !== null && lastUsedAt >= since)) return null
  return noteUse(store, id, since, textOfTime(clock))
}

/** Compares hashes, so that the time it takes reveals nothing of the secret. */
function sameSecret(a: string, b: string): boolean {
  return sha256(a) === sha256(b)
}
