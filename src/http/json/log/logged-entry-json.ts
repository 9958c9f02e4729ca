/** An entry of the log as JSON: its leaf, and what the archive may tell of the rows that it is about. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { LogEntry } from '../../../store/log/entries.ts'
import { LOG_KINDS, leafOf } from '../../../store/log/kinds.ts'
import { REVIEW_ACTIONS } from '../../../store/schema.ts'

export const loggedEntryShape = {
  position: z.int().describe('Its place in the log, from 1'),
  kind: z.enum(LOG_KINDS),
  article_id: z.int().nullable().describe('Null for an entry about the log itself'),
  subject: z
    .int()
    .describe('The id of the row that it is about, or of the first of those of one write; for `wordings` that of the version'),
  digest: z.string().describe('SHA-256 of what was said'),
  leaf_hash: z
    .string()
    .describe('SHA-256 of a byte 0 and the JSON array [kind, article_id, subject, digest]: the hash of the leaf by RFC 9162'),
  article: z.string().nullable().describe('The present slug of the article'),
  version: z.int().nullable().describe('The number of the version that it is about; null: of none, or of several'),
  hash: z.string().nullable().describe('The hash of the version that was recorded, with which `said` begins'),
  changes: z
    .int()
    .nullable()
    .describe('How many changes it covers; null where it covers others, or one that came to or from a withheld version'),
  claim: z.int().nullable().describe('The number of the claim that was reviewed'),
  action: z
    .enum([...REVIEW_ACTIONS, 'withhold', 'release', 'join', 'leave'])
    .nullable()
    .describe('That of a review; whether a version was withheld or shown again; whether an alias was made or ended'),
  reason: z.string().nullable().describe('Why the version is withheld, as long as that stands, or was erased'),
  ordered_by: z.string().nullable().describe('Who ordered that a text was erased'),
  recorded_at: z.string().nullable().describe('Null for slugs, titles, publications and addresses: nothing says when'),
}

export const loggedEntrySchema = z.object(loggedEntryShape).meta({ id: 'LoggedEntry' })

export type LoggedEntryJson = z.infer<typeof loggedEntrySchema>

export const loggedEntryJson = (entry: LogEntry): LoggedEntryJson => ({
  position: entry.position,
  kind: entry.kind,
  article_id: entry.article,
  subject: entry.subject,
  digest: entry.digest,
  leaf_hash: bytesToHex(leafOf(entry)),
  article: entry.slug,
  version: entry.version,
  hash: entry.hash,
  changes: entry.changes,
  claim: entry.claim,
  action: entry.action,
  reason: entry.reason,
  ordered_by: entry.orderedBy,
  recorded_at: entry.recordedAt,
})

export const loggedEntryTable = {
  columns: Object.keys(loggedEntryShape),
  flat: (entry: LoggedEntryJson) => ({ ...entry }),
}
