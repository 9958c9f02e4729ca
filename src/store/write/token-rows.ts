/** The rows of tokens. */
import { and, eq, isNull, type Placeholder, sql } from 'drizzle-orm'
import { type KeptAnswer, keepStatements } from '../idempotency.ts'
import { tokens } from '../schema.ts'
import { prepared, type Store } from '../store.ts'

export async function insertToken(
  store: Store,
  row: { name: string; hash: string; scopes: string; createdAt: string; expiresAt: string | null },
  kept: KeptAnswer | null,
): Promise<number> {
  const { name, hash, scopes, createdAt, expiresAt } = row
  await store.batchWrite([
    sql`insert into tokens (name, hash, scopes, created_at, expires_at)
      values (${name}, ${hash}, ${scopes}, ${createdAt}, ${expiresAt})`,
    ...keepStatements(kept, createdAt),
  ])
  const inserted = await findToken(store, hash, createdAt)
  if (!inserted) throw new Error('the token was not recorded')
  return inserted.id
}

export async function listTokenRows(store: Store) {
  const { id, name, scopes, createdAt, revokedAt, expiresAt, lastUsedAt } = tokens
  return store.db.select({ id, name, scopes, createdAt, revokedAt, expiresAt, lastUsedAt }).from(tokens).orderBy(id)
}

export async function revokeTokenRow(store: Store, id: number, now: string, kept: KeptAnswer | null): Promise<boolean> {
  const valid = and(eq(tokens.id, id), isNull(tokens.revokedAt))
  const [row] = await store.db.select({ id: tokens.id }).from(tokens).where(valid)
  if (row)
    await store.batchWrite([
      sql`update tokens set revoked_at = ${now} where id = ${id} and revoked_at is null`,
      ...keepStatements(kept, now),
    ])
  return row !== undefined
}

/** The token with this hash, unless it was revoked or has expired. */
export async function findToken(store: Store, hash: string, now: string) {
  const row = await prepared(store, 'findToken', (db) =>
    db
      .select({ id: tokens.id, name: tokens.name, scopes: tokens.scopes, lastUsedAt: tokens.lastUsedAt })
      .from(tokens)
      .where(and(eq(tokens.hash, sql.placeholder('hash')), isValidAt(sql.placeholder('now'))))
      .prepare(),
  ).get({ hash, now })
  return row ?? null
}

const isValidAt = (now: Placeholder) => sql`${tokens.revokedAt} is null and coalesce(${tokens.expiresAt} > ${now}, true)`

/** Notes a use of a token, unless one after `since` is noted. */
export function noteUse(store: Store, id: number, since: string, now: string): Promise<void> {
  return store.batchWrite([
    sql`update tokens set last_used_at = ${now} where id = ${id} and coalesce(last_used_at < ${since}, true)`,
  ])
}
