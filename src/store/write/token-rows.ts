/** The rows of tokens. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type KeptAnswer, keepStatements } from '../idempotency.ts'
import { tokens } from '../schema.ts'
import { prepared, type Store } from '../store.ts'

export async function insertToken(
  store: Store,
  row: { name: string; hash: string; scopes: string; createdAt: string },
  kept: KeptAnswer | null,
): Promise<number> {
  const { name, hash, scopes, createdAt } = row
  await store.batchWrite([
    sql`insert into tokens (name, hash, scopes, created_at) values (${name}, ${hash}, ${scopes}, ${createdAt})`,
    ...keepStatements(kept, createdAt),
  ])
  const inserted = await findToken(store, hash)
  if (!inserted) throw new Error('the token was not recorded')
  return inserted.id
}

export async function listTokenRows(store: Store) {
  const { id, name, scopes, createdAt, revokedAt } = tokens
  return store.db.select({ id, name, scopes, createdAt, revokedAt }).from(tokens).orderBy(id)
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

/** The token with this hash, unless it was revoked. */
export async function findToken(store: Store, hash: string) {
  const row = await prepared(store, 'findToken', (db) =>
    db
      .select({ id: tokens.id, name: tokens.name, scopes: tokens.scopes })
      .from(tokens)
      .where(and(eq(tokens.hash, sql.placeholder('hash')), isNull(tokens.revokedAt)))
      .prepare(),
  ).get({ hash })
  return row ?? null
}
