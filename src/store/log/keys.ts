/** The public keys that sign checkpoints. A new one is an entry of the log. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { kindNumber } from './append.ts'
import { textDigest } from './digests.ts'

export interface LogKey {
  readonly id: number
  /** NAME+HASH+BASE64. */
  readonly key: string
  /** ISO 8601. */
  readonly since: string
  /** The position of its entry in the log; null: it has none. */
  readonly position: number | null
}

/** All keys, in the order in which they signed. */
export async function logKeys(store: Store): Promise<readonly LogKey[]> {
  return store.db.all<LogKey>(sql`select k.id, k.key, k.since,
      (select l.id from log l where l.article_id is null and l.kind = ${kindNumber('key')} and l.subject = k.id) as position
    from log_keys k order by k.id`)
}

/** Records the key that signs from now on, unless it is recorded. */
export async function recordKey(store: Store, key: string, now: string): Promise<void> {
  const keys = await logKeys(store)
  if (keys.some((known) => known.key === key)) return
  await store.batchWrite([
    sql`insert into log_keys (key, since) values (${key}, ${now})`,
    sql`insert into log (kind, subject, digest)
      select ${kindNumber('key')}, id, unhex(${textDigest(key)}) from log_keys where key = ${key}`,
  ])
}
