/** A version as JSON: in a list, and whole with its claims. */
import { z } from 'zod'
import type { RecordedVersion } from '../../recording/ingest.ts'
import type { VersionListRow } from '../../store/read/lists/version-lists.ts'
import { countsByKind, type VersionRow, versionContent } from '../../store/read/versions.ts'
import { unpackPlacings, ZONES } from '../../store/sql/packing.ts'
import { foundClaimJson, foundClaimShape, languageShape, sentenceSchema, storedPart } from './claim-json.ts'
import { decidedJson, decidedShape } from './claim-list-json.ts'

const headShape = {
  article: z.string(),
  number: z.int(),
  url: z.string(),
  captured_at: z.string(),
  published_at: z.string().nullable(),
  modified_at: z.string().nullable(),
  recorded_at: z.string(),
  source_url: z.string().nullable().describe('The address at which it was read'),
  technical: z
    .boolean()
    .describe(
      'It is no edit: a newer reader, or other selectors of its watch, read the page of the version before it otherwise',
    ),
  title: z.string(),
  byline: z.string().nullable(),
  word_count: z.int(),
  ...languageShape,
  content_hash: z.string().describe('SHA-256 of the JSON array [title, byline, body]'),
  previous_hash: z.string().describe('`hash` of the entry before it in the archive’s log'),
  hash: z
    .string()
    .describe(
      'SHA-256 of the JSON array [previous_hash, content_hash, article id, number, url, captured_at, published_at, modified_at, recorded_at]',
    ),
}

export const versionHeadSchema = z.object(headShape).meta({ id: 'VersionHead' })

export const versionListSchema = z
  .object({
    ...headShape,
    title: z.string().nullable(),
    byline: z.string().nullable(),
    word_count: z.int().nullable(),
    unsupported: languageShape.unsupported.nullable(),
    withheld: z
      .string()
      .nullable()
      .describe(
        'The reason, if it is withheld; then title, byline, source_url, word_count, language and unsupported are null and no change is counted',
      ),
    changes: z.record(z.string(), z.int()).describe('How many changes of each kind it brought'),
  })
  .meta({ id: 'VersionInList' })

export const versionSchema = z
  .object({
    ...headShape,
    article_id: z.int().describe('As the hash covers it'),
    body: z.string(),
    sentences: z.array(sentenceSchema),
    claims: z
      .array(z.object({ number: z.int(), claim_url: z.string(), ...foundClaimShape, ...decidedShape }))
      .optional()
      .describe('Includes claims that people rejected; see `verdict`'),
  })
  .meta({ id: 'Version' })

export function versionHeadJson(version: RecordedVersion): z.infer<typeof versionHeadSchema> {
  return {
    article: version.slug,
    number: version.number,
    url: `/v1/articles/${version.slug}/versions/${version.number}`,
    captured_at: version.capturedAt,
    published_at: version.publishedAt,
    modified_at: version.modifiedAt,
    recorded_at: version.recordedAt,
    source_url: version.url,
    technical: version.rereads !== null,
    title: version.title,
    byline: version.byline,
    word_count: version.wordCount,
    language: version.language,
    unsupported: version.unsupported,
    content_hash: version.contentHash,
    previous_hash: version.previous,
    hash: version.hash,
  }
}

/** The fields that a list hides of a withheld version. */
const HIDDEN = { title: null, byline: null, source_url: null, word_count: null, language: null, unsupported: null }

export function versionListJson(row: VersionListRow): z.infer<typeof versionListSchema> {
  const { withheld } = row
  return {
    ...versionHeadJson(row),
    ...(withheld !== null && HIDDEN),
    withheld,
    changes: countsByKind(row.kinds),
  }
}

/** The whole version, without claims where the row has none. Claims list their rules where `explained`. */
export function versionJson(row: VersionRow, explained: boolean) {
  const placings = unpackPlacings(row.sentences)
  return {
    ...versionHeadJson(row),
    article_id: row.articleId,
    body: row.body,
    sentences: placings.map(([zone, start, end]) => ({ zone: ZONES[zone] ?? 'body', start, end })),
    ...(row.claims !== null && { claims: claimsJson(row, explained) }),
  }
}

function claimsJson(row: VersionRow, explained: boolean) {
  const { sentences, claims } = versionContent(row)
  const title = storedPart(row.title)
  const body = storedPart(row.body)
  const part = (zone: string) => (zone === 'headline' ? title : body)
  return claims.map((claim) => ({
    number: claim.number,
    claim_url: `/v1/articles/${row.slug}/claims/${claim.number}`,
    ...foundClaimJson(claim, sentences, part, explained),
    ...decidedJson(claim.reading.label ?? claim.statement.label, claim),
  }))
}

export const versionTable = {
  columns: [
    'article',
    'number',
    'captured_at',
    'published_at',
    'modified_at',
    'recorded_at',
    'title',
    'byline',
    'word_count',
    'language',
    'unsupported',
    'content_hash',
    'hash',
    'technical',
    'withheld',
    'changes',
  ],
  flat: ({
    article,
    number,
    captured_at,
    published_at,
    modified_at,
    recorded_at,
    ...rest
  }: z.infer<typeof versionListSchema>) => ({
    article,
    number,
    captured_at,
    published_at,
    modified_at,
    recorded_at,
    title: rest.title,
    byline: rest.byline,
    word_count: rest.word_count,
    language: rest.language,
    unsupported: rest.unsupported,
    content_hash: rest.content_hash,
    hash: rest.hash,
    technical: rest.technical,
    withheld: rest.withheld,
    changes: rest.changes,
  }),
}
