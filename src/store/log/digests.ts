/**
 * The digests of entries of the log: SHA-256 of the JSON of what was said, made alike from the rows that a write adds and from those that
 * the database has. They cover columns as they are stored: a migration that stores one otherwise must be able to give its earlier form. A column
 * that reveals something of a text is *sealed*, as a hash of its own that stays where the text is erased.
 */
import { runningSha256, sha256 } from '../hash.ts'

/** The hash that stands for a text, also where it is erased. */
export const sealed = (text: string): string => sha256(text)

const digestOf = (said: unknown): string => sha256(JSON.stringify(said))

/** `digestOf` an array, whose JSON is never there at once. */
function digestOfRows<Row>(rows: Iterable<Row>, said: (row: Row) => unknown): string {
  const hash = runningSha256()
  let before = '['
  for (const row of rows) {
    hash.update(before + JSON.stringify(said(row)))
    before = ','
  }
  hash.update(before === '[' ? '[]' : ']')
  return hash.digest()
}

/** The digest of one text, or none: a slug, a title, a publication, an address, a time. */
export const textDigest = (text: string | null): string => digestOf([text])

export interface LoggedVersion {
  /** Covers text, address, times, and all versions before it. */
  readonly hash: string
  readonly wordCount: number
  readonly language: string | null
  readonly unsupported: boolean
  readonly rereads: number | null
  /** The engine that analyzed it. */
  readonly engine: string
  /** The sealed column `sentences`. */
  readonly sentences: string
}

/** The content of the entry of a version, whose text and times its hash covers. */
export const versionSaid = (v: LoggedVersion) => [
  ...[v.hash, v.wordCount, v.language, v.unsupported, v.rereads, v.engine, v.sentences],
]

export const versionDigest = (version: LoggedVersion): string => digestOf(versionSaid(version))

export interface LoggedStatement {
  readonly sentenceId: number
  readonly place: number
  /** Why the run that found it was made. */
  readonly reason: 'ingest' | 'reanalysis'
  /** By `sealedStatement`. */
  readonly sealed: string
}

/** `analysis`: the parsed JSON of the column, whose text may have spaces. */
export const sealedStatement = (analysis: unknown): string => digestOf(analysis)

/** The digest of the statements of one write, in the order of their ids. */
export const statementsDigest = (rows: Iterable<LoggedStatement>): string =>
  digestOfRows(rows, (row) => [row.sentenceId, row.place, row.reason, row.sealed])

/** The digest of the claims that began with one write, in the order of their ids. */
export const claimsDigest = (rows: Iterable<{ readonly id: number; readonly number: number }>): string =>
  digestOfRows(rows, ({ id, number }) => [id, number])

/** A wording that begins at a version. */
export interface Begun {
  readonly claimId: number
  readonly statementId: number
  readonly ordinal: number
  /** By `sealedReading`. */
  readonly sealed: string
}

/** The source and the reading of a wording: its JSON, whole. `kind`, `key`: null where it has no source. */
export const sealedReading = (w: {
  readonly kind: string | null
  readonly key: string | null
  readonly reading: string
}): string => digestOf([w.kind, w.key, w.reading])

/** A wording that ends at a version. */
export interface Ended {
  readonly claimId: number
  readonly ended: string | null
  readonly successor: number | null
  readonly stood: string | null
}

/** The digest of the wordings that begin and end at a version. */
export function wordingsDigest(begun: readonly Begun[], ended: readonly Ended[]): string {
  return digestOf([
    inOrder(begun).map((w) => [w.claimId, w.statementId, w.ordinal, w.sealed]),
    inOrder(ended).map((w) => [w.claimId, w.ended, w.successor, w.stood]),
  ])
}

const inOrder = <Row extends { readonly claimId: number }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.claimId - b.claimId)

export interface LoggedChange {
  readonly id: number
  readonly fromVersion: number | null
  readonly toVersion: number
  readonly kinds: number
  readonly before: string
  readonly after: string
  readonly acknowledged: boolean
  readonly aside: number
  readonly retracts: number | null
  readonly reviewId: number | null
  readonly claimIds: readonly number[]
  /** ISO 8601. */
  readonly recordedAt: string
  /** By `sealedChange`. */
  readonly sealed: string
}

/** The columns of a change that tell of the texts. */
export interface ChangeTexts {
  readonly detail: string
  readonly evidence: string
  readonly note: string | null
}

export const sealedChange = ({ detail, evidence, note }: ChangeTexts): string => digestOf([detail, evidence, note])

/** The digest of the changes of one write, in the order of their ids. */
export const changesDigest = (rows: Iterable<LoggedChange>): string => digestOfRows(rows, changeSaid)

const changeSaid = (c: LoggedChange) => [
  ...[c.id, c.fromVersion, c.toVersion, c.kinds, c.before, c.after, c.acknowledged, c.aside, c.retracts, c.reviewId],
  ...[[...new Set(c.claimIds)].sort((a, b) => a - b), c.recordedAt, c.sealed],
]

export interface LoggedReview {
  readonly claim: number
  readonly change: number | null
  readonly action: string
  readonly withdraws: number | null
  readonly reviewer: string
  /** By `sealedReview`. */
  readonly sealed: string
  readonly reviewedAt: string
}

/** `detail`: JSON, see the column. */
export const sealedReview = ({ detail, reason }: { readonly detail: string; readonly reason: string | null }): string =>
  digestOf([detail, reason])

export const reviewDigest = (r: LoggedReview): string =>
  digestOf([r.claim, r.change, r.action, r.withdraws, r.reviewer, r.reviewedAt, r.sealed])

/** The digest of a withholding of a version. `reason`: '' shows it again. */
export const withholdingDigest = (version: number, reason: string, at: string): string => digestOf([version, reason, at])

export interface LoggedCheck {
  readonly capturedAt: string
  readonly contentHash: string
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
}

export const checkDigest = (c: LoggedCheck): string =>
  digestOf([c.capturedAt, c.contentHash, c.url, c.publishedAt, c.modifiedAt, c.recordedAt])

/** The digest of a decision on an alias. `of`: null takes the one before back. */
export const aliasDigest = (of: number | null, reason: string, by: string, at: string): string => digestOf([of, reason, by, at])

/** The digest of an erasure of a version. */
export const erasureDigest = (e: {
  readonly version: number
  readonly reason: string
  readonly orderedBy: string
  readonly erasedBy: string
  readonly at: string
}): string => digestOf([e.version, e.reason, e.orderedBy, e.erasedBy, e.at])
