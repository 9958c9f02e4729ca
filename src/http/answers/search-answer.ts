/** Searches: their query, and the answer with its hits. The route and the page of searches share them. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type Field, queryTerms } from '../../core/search/query.ts'
import { Failure, invalid } from '../../failure.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import { missingFields } from '../../store/read/search.ts'
import { MOST_COUNTED, search } from '../../store/read/search-hits.ts'
import type { Store } from '../../store/store.ts'
import type { App } from '../context.ts'
import { type HitJson, hitJson } from '../json/stories/hit-json.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { DEFAULT_LIMIT, fromCursor, page } from '../request/list.ts'
import { searchWords, time, withinShape, words } from '../request/values.ts'
import { checksum } from '../response/checksum.ts'
import { archiveUnchanged, notModified } from '../response/conditional.ts'

/** The fields that only claims have. */
const OF_CLAIMS: readonly (Field | null)[] = ['label', 'content', 'source']

/** A query as its terms; refused if there is nothing in it to look for. */
export const terms = searchWords(500)
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

/** The query of a search. */
export const searchShape = {
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
}

type Query = z.infer<z.ZodObject<typeof searchShape>> & {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  /** All hits on one page, or none where there are more than are counted. */
  readonly all?: boolean
}

export const totalSchema = z
  .object({
    count: z.int().describe(`How many hits there are on all pages; ${MOST_COUNTED} where there are more`),
    more: z.boolean().describe('Whether there are more than `count`'),
  })
  .meta({ id: 'Total' })

export interface Hits {
  readonly data: HitJson[]
  readonly next: string | null
  readonly total: z.infer<typeof totalSchema>
}

/** The search that a query asks for. Throws Failure invalid. */
export function searchQuestion(query: Query) {
  const { q, all = false, cursor, article, publication, source, at, ...given } = query
  const limit = all ? MOST_COUNTED : (query.limit ?? DEFAULT_LIMIT)
  const searched = given.in ?? (q.some(({ field }) => OF_CLAIMS.includes(field)) ? 'claims' : 'sentences')
  const [missing] = missingFields(q, searched)
  if (missing) throw invalid('query.in', `${searched} have no "${missing}:"; look for it in claims`)
  // The cursor of another search does not fit this one.
  const key = `search.${searched}.${checksum(JSON.stringify([q, article, publication, source, at]))}`
  const after = fromCursor(key, { cursor }, 'id', 'id')
  return { key, limit, all, named: { article, publication, source }, searched, terms: q, at, after } as const
}

/**
 * The hits of a search, and the revision of the archive that has them. Throws Failure: invalid where it names what the archive has not,
 * too_large where all are asked for and there are too many.
 */
export async function hitsOf(
  store: Store,
  { key, limit, all, named, ...filter }: ReturnType<typeof searchQuestion>,
): Promise<{ readonly revision: number; readonly hits: Hits }> {
  const { article: slug, publication, source } = named
  const { revision, hits, newest, total } = await search(store, { ...filter, slug, publication, source, limit: limit + 1 })
  // Only where nothing was found: whatever is found is in an article, of a publication, by a source.
  if (hits.length === 0 && Object.values(named).some((name) => name !== undefined))
    refuseUnknown(named, (await namesExist(store, named))[0])
  if (all && total > MOST_COUNTED)
    throw new Failure(
      'too_large',
      `There are more than ${MOST_COUNTED} hits: ask for pages (limit, then cursor), or for rarer words.`,
    )
  const { data, next } = page(hits, limit, key, (hit) => [hit.id, filter.after?.[1] ?? newest])
  const kind = filter.searched === 'claims' ? 'claim' : 'sentence'
  return {
    revision,
    hits: {
      data: data.map((hit) => hitJson(hit, kind)),
      next,
      total: { count: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED },
    },
  }
}

/** Returns what `answer` makes of the hits, or the cached response; `list` is the part of the ETag. Throws Failure: invalid, too_large. */
export async function searchAnswer<Answer>(c: Context<App>, list: string, query: Query, answer: (hits: Hits) => Answer) {
  const question = searchQuestion(query)
  const cached = await archiveUnchanged(c, list)
  if (cached) return cached
  const { revision, hits } = await hitsOf(c.var.store, question)
  return notModified(c, list, revision) ?? answer(hits)
}
