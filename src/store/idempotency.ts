/** Answers kept for requests that may be sent again with the same Idempotency-Key. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { idempotencyKeys } from './schema.ts'
import { prepared, type Store } from './store.ts'

export interface KeptAnswer {
  readonly tokenId: number
  readonly key: string
  /** SHA-256 of method, path and body. */
  readonly requestHash: string
  readonly status: number
  /** The JSON text that was answered. */
  readonly answer: string
}

/** Keeps an answer; it belongs into the same atomic write as what it reports. */
export function idempotencyStatement(kept: KeptAnswer, now: string): SQL {
  return sql`insert into idempotency_keys (token_id, key, request_hash, status, answer, created_at)
    values (${kept.tokenId}, ${kept.key}, ${kept.requestHash}, ${kept.status}, ${kept.answer}, ${now})`
}

/** The answer that was given to this key, or null. */
export async function keptAnswer(store: Store, tokenId: number, key: string): Promise<KeptAnswer | null> {
  const row = await prepared(store, 'keptAnswer', (db) =>
    db
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.tokenId, sql.placeholder('tokenId')), eq(idempotencyKeys.key, sql.placeholder('key'))))
      .prepare(),
  ).get({ tokenId, key })
  return row ?? null
}
