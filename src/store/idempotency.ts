/** Stores the answers to requests with an Idempotency-Key, which may be sent again. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { idempotencyKeys } from './schema.ts'
import { prepared, type Store } from './store.ts'

/** How long a key is known, in days. */
export const KEY_DAYS = 2
/** Most keys that a write deletes: more than it adds, so that expired keys do not accumulate, and few enough to be cheap. */
const FORGOTTEN = 100

/** The ids of the first and the last change in an answer; null: it had none. */
export type ReportedChanges = readonly [first: number, last: number] | null

/** The subject of an answer: enough to build the answer again. Slugs are those of that time. `form`: the answer to a form of a page, which needs no more. */
export type About =
  | { readonly of: 'article'; readonly slug: string }
  | { readonly of: 'version'; readonly slug: string; readonly number: number; readonly changes: ReportedChanges }
  | { readonly of: 'check'; readonly slug: string; readonly number: number; readonly checkedAt: string }
  | { readonly of: 'review'; readonly id: number; readonly changes: ReportedChanges }
  | { readonly of: 'form' }

export interface KeptAnswer {
  readonly tokenId: number
  readonly key: string
  /** SHA-256 of method, path and body. */
  readonly requestHash: string
  readonly status: number
  readonly about: About
}

export function reportedChanges(changes: readonly { readonly id: number | null }[]): ReportedChanges {
  const ids = changes.flatMap(({ id }) => (id === null ? [] : [id]))
  return ids.length === 0 ? null : [ids.reduce((a, b) => Math.min(a, b)), ids.reduce((a, b) => Math.max(a, b))]
}

const keeping = new WeakSet<SQL>()

/** Whether a statement stores an answer: it fails where its key has one, so that a write that includes it is never done twice. */
export const keepsAnswer = (statement: SQL): boolean => keeping.has(statement)

/**
 * The statements that store an answer and delete expired ones, for the same atomic write as what it reports. null: no key was sent.
 * `written`: whether the write did what the answer says.
 */
export function keepStatements(kept: KeptAnswer | null, now: string, written: SQL = sql`true`): SQL[] {
  if (kept === null) return []
  const { tokenId, key, requestHash, status, about } = kept
  const since = new Date(Date.parse(now) - KEY_DAYS * 86_400_000).toISOString()
  const keep = sql`insert into idempotency_keys (token_id, key, request_hash, status, about, created_at)
    select ${tokenId}, ${key}, ${requestHash}, ${status}, ${JSON.stringify(about)}, ${now} where ${written}`
  keeping.add(keep)
  return [
    keep,
    sql`delete from idempotency_keys where (token_id, key) in
      (select token_id, key from idempotency_keys where created_at < ${since} order by created_at limit ${FORGOTTEN})`,
  ]
}

/** The answer to this key, or null. */
export async function keptAnswer(store: Store, tokenId: number, key: string): Promise<KeptAnswer | null> {
  const row = await prepared(store, 'keptAnswer', (db) =>
    db
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.tokenId, sql.placeholder('tokenId')), eq(idempotencyKeys.key, sql.placeholder('key'))))
      .prepare(),
  ).get({ tokenId, key })
  return row ? { ...row, about: JSON.parse(row.about) as About } : null
}
