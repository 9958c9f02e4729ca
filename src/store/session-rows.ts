/** The rows of sessions: see migrations/0011_sessions.sql. */
import { sql } from 'drizzle-orm'
import type { Store } from './store.ts'

export interface NewSession {
  readonly hash: string
  readonly tokenId: number | null
  readonly bootstrapHash: string | null
  readonly expiresAt: string
}

/** Records a session, and deletes those that are over. */
export function insertSession(store: Store, { hash, tokenId, bootstrapHash, expiresAt }: NewSession, now: string) {
  return store.batchWrite([
    sql`delete from sessions where expires_at <= ${now}`,
    sql`insert into sessions (hash, token_id, bootstrap_hash, expires_at)
      values (${hash}, ${tokenId}, ${bootstrapHash}, ${expiresAt})`,
  ])
}

export interface SessionRow {
  readonly tokenId: number | null
  readonly bootstrapHash: string | null
  readonly expiresAt: string
  /** The name of the token; null: there is none, or it is not valid any more. */
  readonly name: string | null
  readonly scopes: string | null
  readonly lastUsedAt: string | null
}

/** The session with this hash and its token, unless it is over. */
export async function findSession(store: Store, hash: string, now: string): Promise<SessionRow | null> {
  const [row] = await store.db.all<SessionRow>(sql`select s.token_id as tokenId, s.bootstrap_hash as bootstrapHash,
      s.expires_at as expiresAt, t.name, t.scopes, t.last_used_at as lastUsedAt
    from sessions s left join tokens t on t.id = s.token_id and t.revoked_at is null and coalesce(t.expires_at > ${now}, true)
    where s.hash = ${hash} and s.expires_at > ${now}`)
  return row ?? null
}

export function deleteSession(store: Store, hash: string): Promise<void> {
  return store.batchWrite([sql`delete from sessions where hash = ${hash}`])
}

/** `tokenId` null: the sessions of the bootstrap token. */
export function deleteSessionsOf(store: Store, tokenId: number | null): Promise<void> {
  return store.batchWrite([sql`delete from sessions where token_id is ${tokenId}`])
}
