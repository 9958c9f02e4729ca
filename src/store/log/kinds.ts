/** The kinds of entries of the log, and the data of their leaves. */
import { type Hash, leafHash } from '../../log/merkle.ts'

/**
 * The kinds, in the order of their numbers: a new kind comes last. The subject is the id of the row, or the first of those of one write
 * (statements, claims, changes); for `wordings` that of the version.
 */
export const LOG_KINDS = [
  'article',
  'slug',
  'title',
  'publication',
  'address',
  'alias',
  'version',
  'statements',
  'claims',
  'wordings',
  'changes',
  'review',
  'withholding',
  'check',
  'erasure',
  'key',
] as const

export type LogKind = (typeof LOG_KINDS)[number]

/** An entry of the log. */
export interface LogLeaf {
  readonly kind: LogKind
  /** The id of the article; null: it is about the log itself. */
  readonly article: number | null
  readonly subject: number
  /** 64 hexadecimal digits. */
  readonly digest: string
}

/** The data of an entry's leaf: the JSON array [kind, article id, subject, digest]. */
export const leafData = ({ kind, article, subject, digest }: LogLeaf): string =>
  JSON.stringify([kind, article, subject, digest])

export const leafOf = (entry: LogLeaf): Hash => leafHash(leafData(entry))
