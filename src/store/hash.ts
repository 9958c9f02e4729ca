/**
 * SHA-256, in hexadecimal, of texts and lists of texts. WebCrypto is asynchronous: waiting for it costs more than hashing the few
 * hundred bytes of a sentence.
 */
import { sha256 as sha2 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** 64 lower-case hexadecimal digits. A lone surrogate counts as U+FFFD. */
export function sha256(text: string): string {
  return bytesToHex(sha256Bytes(text))
}

/** SHA-256 of bytes, as `sha256`. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha2(bytes))
}
/** The same as 32 bytes. */
export const sha256Bytes = (text: string): Uint8Array => sha2(utf8ToBytes(text))

/** The hash that identifies a sentence in an article: the first 24 digits. */
export function sentenceHash(text: string): string {
  return sha256(text).slice(0, 24)
}

/** What the row of a sentence keeps of its hash, unless another sentence of the article has the same: the first 8 digits. */
export const shortHash = (hash: string): string => hash.slice(0, 8)

/** Whether the row of a sentence has a hash of its text. */
export function isSentenceHash(hash: unknown, text: string): boolean {
  const whole = sentenceHash(text)
  return hash === whole || hash === shortHash(whole)
}

/** The hash of a version's content: SHA-256 of the JSON array [title, byline, body]. */
export function contentHash(version: { title: string; byline: string | null; body: string }): string {
  return sha256(JSON.stringify([version.title, version.byline, version.body]))
}

/** The fields that the hash of an entry of the log covers. */
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
export function logHash(e: LogEntry): string {
  const { previous, contentHash, articleId, number, url, capturedAt, publishedAt, modifiedAt, recordedAt } = e
  return sha256(
    JSON.stringify([previous, contentHash, articleId, number, url, capturedAt, publishedAt, modifiedAt, recordedAt]),
  )
}

/** A SHA-256 that is fed text by text, as UTF-8. `digest` ends it. */
export function runningSha256(): { update(text: string): void; digest(): string } {
  const hash = sha2.create()
  return { update: (text) => void hash.update(utf8ToBytes(text)), digest: () => bytesToHex(hash.digest()) }
}
