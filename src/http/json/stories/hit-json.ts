/** A hit of a search as JSON. */
import { z } from 'zod'
import type { Hit, VersionAt } from '../../../store/read/search-hit.ts'

const versionSchema = z.object({ version: z.int(), captured_at: z.string(), url: z.string() })

export const hitSchema = z
  .object({
    kind: z.enum(['sentence', 'claim']),
    article: z.string(),
    story: z.string().nullable().describe('The title of the latest version of its article'),
    publication: z.string().nullable(),
    headline: z.boolean(),
    text: z.string().describe('The whole sentence'),
    snippet: z
      .object({
        text: z.string(),
        marks: z.array(z.tuple([z.int(), z.int()])).describe('[start, end) in UTF-16 code units into this text'),
      })
      .describe('The part of the sentence around the words, as plain text'),
    claims: z
      .array(z.object({ number: z.int(), label: z.string(), url: z.string() }))
      .describe('Claims of the sentence, at any version; for a hit of kind claim, those that had this wording'),
    score: z.number().describe('bm25: the higher, the better the match. Comparable within one answer only'),
    introduced: versionSchema.describe('The first version that had it'),
    removed: versionSchema
      .nullable()
      .describe('The first version without it, after the last one that had it; null: it is still present'),
    presence: z
      .array(
        z.object({ from: z.int(), to: z.int().nullable().describe('The first version without it; null: it is still present') }),
      )
      .describe('Every stretch of versions that had it, since a text may come back'),
  })
  .meta({ id: 'Hit' })

export type HitJson = z.infer<typeof hitSchema>

export function hitJson(hit: Hit, kind: HitJson['kind']): HitJson {
  const article = `/v1/articles/${hit.slug}`
  const version = ({ number, capturedAt }: VersionAt) => ({
    version: number,
    captured_at: capturedAt,
    url: `${article}/versions/${number}`,
  })
  const [first] = hit.presences
  const last = hit.presences.at(-1)
  if (!first || !last) throw new RangeError('a hit that stood in no version')
  return {
    kind,
    article: hit.slug,
    story: hit.story,
    publication: hit.publication,
    headline: hit.headline,
    text: hit.text,
    snippet: { text: hit.snippet.text, marks: hit.snippet.marks.map(([start, end]) => [start, end]) },
    claims: hit.claims.map(({ number, label }) => ({ number, label, url: `${article}/claims/${number}` })),
    score: -hit.rank,
    introduced: version(first.from),
    removed: last.until && version(last.until),
    presence: hit.presences.map(({ from, until }) => ({ from: from.number, to: until?.number ?? null })),
  }
}

export const hitTable = {
  columns: [
    'kind',
    'article',
    'headline',
    'text',
    'snippet',
    'claims',
    'labels',
    'score',
    'introduced_version',
    'introduced_at',
    'removed_version',
    'removed_at',
    'presence',
    'story',
    'publication',
  ],
  flat: ({ kind, article, headline, text, snippet, claims, score, introduced, removed, presence, ...of }: HitJson) => ({
    kind,
    article,
    headline,
    text,
    snippet: snippet.text,
    claims: claims.map(({ number }) => number),
    labels: claims.map(({ label }) => label),
    score,
    introduced_version: introduced.version,
    introduced_at: introduced.captured_at,
    removed_version: removed?.version ?? null,
    removed_at: removed?.captured_at ?? null,
    presence,
    story: of.story,
    publication: of.publication,
  }),
}
