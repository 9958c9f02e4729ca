/** SHA-256, in hexadecimal, of texts and lists of texts. */

const encoder = new TextEncoder()

/** 64 lower-case hexadecimal digits. A lone surrogate counts as U+FFFD. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  let hex = ''
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0')
  return hex
}

/** The hash by which an article knows its sentences: the first 32 digits. */
export async function sentenceHash(text: string): Promise<string> {
  return (await sha256(text)).slice(0, 32)
}

/** The hash of a version's content: SHA-256 of the JSON array [title, byline, body]. */
export function contentHash(version: { title: string; byline: string | null; body: string }): Promise<string> {
  return sha256(JSON.stringify([version.title, version.byline, version.body]))
}

/** What the log's hash covers, besides the hash before it. */
export interface LogEntry {
  readonly previous: string
  readonly contentHash: string
  readonly articleId: number
  readonly number: number
  readonly url: string | null
  readonly capturedAt: string
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
}

/** `previous` of the log's first version. */
export const GENESIS = '0'.repeat(64)

/**
 * The hash of one entry of the log: SHA-256 of the JSON array [previous, content hash, article id, number, url, captured_at,
 * published_at, modified_at, recorded_at].
 */
export function logHash(e: LogEntry): Promise<string> {
  const { previous, contentHash, articleId, number, url, capturedAt, publishedAt, modifiedAt, recordedAt } = e
  return sha256(
    JSON.stringify([previous, contentHash, articleId, number, url, capturedAt, publishedAt, modifiedAt, recordedAt]),
  )
}
