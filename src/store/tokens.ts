/** The rows of tokens. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { tokens } from './schema.ts'
import { prepared, type Store } from './store.ts'

export async function insertToken(
  store: Store,
  row: { name: string; hash: string; scopes: string; createdAt: string },
): Promise<number> {
  const [inserted] = await store.db.insert(tokens).values(row).returning({ id: tokens.id })
  if (!inserted) throw new Error('the token was not recorded')
  return inserted.id
}

export async function listTokenRows(store: Store) {
  const { id, name, scopes, createdAt, revokedAt } = tokens
  return store.db.select({ id, name, scopes, createdAt, revokedAt }).from(tokens).orderBy(id)
}

export async function revokeTokenRow(store: Store, id: number, now: string): Promise<boolean> {
  const rows = await store.db
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
    .returning({ id: tokens.id })
  return rows.length > 0
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
