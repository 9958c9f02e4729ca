/** The route of searches: full text over sentences and claims, each hit with the versions that had it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type Field, queryTerms } from '../../core/search/query.ts'
import { invalid } from '../../failure.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { missingFields } from '../../store/read/search.ts'
import type { Hit, VersionAt } from '../../store/read/search-hit.ts'
import { search } from '../../store/read/search-hits.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { query } from '../request/input.ts'
import { DEFAULT_LIMIT, fromCursor, listSchema, listShape, page } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { searchWords, time, withinShape, words } from '../request/values.ts'
import { checksum } from '../response/checksum.ts'
import { archiveUnchanged, notModified } from '../response/conditional.ts'
import { answerList } from '../response/list-answer.ts'

const versionSchema = z.object({ version: z.int(), captured_at: z.string(), url: z.string() })

const hitSchema = z
  .object({
    kind: z.enum(['sentence', 'claim']),
    article: z.string(),
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

type HitJson = z.infer<typeof hitSchema>

function hitJson(hit: Hit, kind: HitJson['kind']): HitJson {
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

const table = {
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
  ],
  flat: ({ kind, article, headline, text, snippet, claims, score, introduced, removed, presence }: HitJson) => ({
    kind,
    article,
    headline,
    text,
    snippet: snippet.text,
    claims: claims.map(({ number }) => number).join(' '),
    labels: claims.map(({ label }) => label).join(' · '),
    score,
    introduced_version: introduced.version,
    introduced_at: introduced.captured_at,
    removed_version: removed?.version ?? null,
    removed_at: removed?.captured_at ?? null,
    presence: presence.map(({ from, to }) => `${from}..${to ?? ''}`).join(' '),
  }),
}

/** The fields that only claims have. */
const OF_CLAIMS: readonly (Field | null)[] = ['label', 'content', 'source']

/** A query as its terms; refused if there is nothing in it to look for. */
const terms = searchWords(500)
  .transform((text, ctx) => {
    const found = queryTerms(text)
    if (found.some((term) => !term.excluded)) return found
    ctx.addIssue({ code: 'custom', message: 'has no word to look for' })
    return z.NEVER
  })
  .meta({
    description:
      'Words that must all occur, at most 12. "a phrase", begin* (of at least 2 letters), -without; label:, content: and source: search these parts of claims, text: searches the sentence',
    example: 'cease-fire',
  })

/** Under /v1/search. */
export const searches = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Search',
    id: 'search',
    summary: 'Full text over sentences or claims of all versions: which version introduced the words, which removed them',
    answer: listSchema(hitSchema),
    list: true,
  }),
  mayRead,
  query({
    q: terms,
    in: z
      .enum(['sentences', 'claims'])
      .optional()
      .meta({ description: 'Default: sentences; claims, where q names a field that only claims have' }),
    ...withinShape,
    source: words(300)
      .optional()
      .meta({ description: 'A source’s id or name: sentences and claims attributed to it', example: 'Dmitri S. Peskov' }),
    at: time.optional().meta({
      description:
        'Only sentences and claims that were present at that time. ISO 8601; a date alone means the end of that day, UTC.',
    }),
    ...listShape,
  }),
  async (c) => {
    const { q, limit = DEFAULT_LIMIT, cursor, format, article, publication, source, at, ...given } = c.req.valid('query')
    const searched = given.in ?? (q.some(({ field }) => OF_CLAIMS.includes(field)) ? 'claims' : 'sentences')
    const [missing] = missingFields(q, searched)
    if (missing) throw invalid('query.in', `${searched} have no "${missing}:"; look for it in claims`)
    // The cursor of another search does not fit this one.
    const list = `search.${searched}.${checksum(JSON.stringify([q, article, publication, source, at]))}`
    const after = fromCursor(list, { cursor }, 'id', 'id')
    const cached = await archiveUnchanged(c, 'q')
    if (cached) return cached
    const filter = { searched, terms: q, slug: article, publication, source, at, after, limit: limit + 1 } as const
    const { revision, hits, newest } = await search(c.var.store, filter)
    // Only where nothing was found: whatever is found is in an article, of a publication, by a source.
    const named = { article, publication, source }
    if (hits.length === 0 && Object.values(named).some((name) => name !== undefined))
      refuseUnknown(named, (await namesExist(c.var.store, named))[0])
    const same = notModified(c, 'q', revision)
    if (same) return same
    const { data, next } = page(hits, limit, list, (hit) => [hit.id, after?.[1] ?? newest])
    const kind = searched === 'claims' ? 'claim' : 'sentence'
    return answerList(c, { data: data.map((hit) => hitJson(hit, kind)), next }, format, table)
  },
)
