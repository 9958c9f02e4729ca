/** The content of an entry of the log, where that tells of no text. */
import { sql } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { sealed, textDigest, versionDigest, versionSaid } from './digests.ts'
import type { LogLeaf } from './kinds.ts'

/** The array of which the digest of an entry is the SHA-256, where it is of a version or a key and the row is as the log has it; else null. */
export async function said(store: Store, { kind, subject, digest }: LogLeaf): Promise<unknown[] | null> {
  if (kind === 'version') {
    const [row] = await store.db.all<{
      hash: string
      wordCount: number
      language: string | null
      unsupported: number
      rereads: number | null
      engine: string
      sentences: string
    }>(sql`select v.hash, v.word_count as wordCount, v.language, v.unsupported, v.rereads, r.engine, v.sentences
      from versions v join analysis_runs r on r.id = v.run_id where v.id = ${subject}`)
    if (!row) return null
    const version = { ...row, unsupported: row.unsupported === 1, sentences: sealed(row.sentences) }
    return versionDigest(version) === digest ? versionSaid(version) : null
  }
  if (kind === 'key') {
    const [row] = await store.db.all<{ key: string }>(sql`select key from log_keys where id = ${subject}`)
    return row && textDigest(row.key) === digest ? [row.key] : null
  }
  return null
}
