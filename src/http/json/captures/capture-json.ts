/** A capture as JSON: a try to read a page or a feed, whatever came of it. */
import { z } from 'zod'
import type { CaptureRow } from '../../../store/captures/captures.ts'
import { OUTCOMES } from '../../../watching/outcomes.ts'

const captureShape = {
  id: z.int(),
  url: z.string().describe('The address of the capture in this interface'),
  watch: z.int().nullable().describe('The watch whose check it was; null: it was imported'),
  article: z.string().nullable(),
  version: z.int().nullable().describe('The version that it made, or whose text it found again'),
  address: z.string().describe('The address that was asked'),
  landed: z.string().describe('The address of the last answer, after redirects'),
  redirects: z.array(z.object({ status: z.int(), url: z.string() })),
  captured_at: z.string(),
  outcome: z
    .enum(OUTCOMES)
    .describe('created and unchanged: an article was read; not_modified: a 304; feed_read: a feed; all others read nothing'),
  evidence: z
    .array(z.object({ rule: z.string(), text: z.string().nullable() }))
    .describe('Which rules judged it, and by which words of the page'),
  status: z.int().nullable().describe('The HTTP status; null: there was no answer'),
  headers: z.record(z.string(), z.string()).describe("The fields of the answer's header"),
  bytes: z.int().nullable().describe('The length of the body, decoded'),
  raw_hash: z.string().nullable().describe('The SHA-256 of the bytes that are kept; null: they are not'),
  reader: z.int().nullable().describe('The version of the rules that read the page'),
  recorded_at: z.string(),
  web_archive: z
    .object({
      address: z.string().describe('The address that was requested'),
      requested_at: z.string(),
      status: z.int().nullable().describe('The HTTP status; null: there was no answer'),
      kept_at: z.string().nullable().describe('Where the web archive says that it keeps the page'),
      error: z.string().nullable(),
    })
    .nullable()
    .describe('The request to a public web archive to keep the page of the new version; null: none was made'),
}

export const captureSchema = z.object(captureShape).meta({ id: 'Capture' })

export type CaptureJson = z.infer<typeof captureSchema>

export function captureJson(capture: CaptureRow): CaptureJson {
  return {
    id: capture.id,
    url: `/v1/captures/${capture.id}`,
    watch: capture.watch,
    article: capture.article,
    version: capture.version,
    address: capture.url,
    landed: capture.landedUrl,
    redirects: JSON.parse(capture.redirects) as CaptureJson['redirects'],
    captured_at: capture.capturedAt,
    outcome: capture.outcome as CaptureJson['outcome'],
    evidence: JSON.parse(capture.evidence) as CaptureJson['evidence'],
    status: capture.status,
    headers: JSON.parse(capture.headers) as CaptureJson['headers'],
    bytes: capture.bytes,
    raw_hash: capture.rawHash,
    reader: capture.reader,
    recorded_at: capture.recordedAt,
    web_archive:
      capture.archiveAddress === null || capture.archiveRequestedAt === null
        ? null
        : {
            address: capture.archiveAddress,
            requested_at: capture.archiveRequestedAt,
            status: capture.archiveStatus,
            kept_at: capture.archiveKeptAt,
            error: capture.archiveError,
          },
  }
}

/** A capture as a row of CSV or NDJSON. */
export const captureTable = {
  columns: Object.keys(captureShape).filter((name) => name !== 'headers'),
  flat: ({ headers: _, redirects, web_archive: kept, ...capture }: CaptureJson) => ({
    ...capture,
    web_archive: kept && (kept.kept_at ?? kept.error),
    redirects: redirects.map(({ url }) => url),
  }),
}
