/** One source and what it was reported to say: the queries, and the JSON made of their rows. The route and the page share them. */
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { countsIn, lanesOf } from '../../reading/lanes.ts'
import { archiveRevision, articleView } from '../../store/read/articles.ts'
import { changeView } from '../../store/read/changes.ts'
import { claimView } from '../../store/read/claims.ts'
import { sourceRows } from '../../store/read/sources.ts'
import { type SourceStories, sourceCounts, sourceLanes, sourceStories, tellings } from '../../store/read/stories/of-source.ts'
import type { Results, Store } from '../../store/store.ts'
import { countsJson, countsShape, lanesJson, lanesSchema } from '../json/stories/lanes-json.ts'
import { fromCursor, listShape, page } from '../request/list.ts'
import { wholeNumber } from '../request/values.ts'
import { certaintySchema } from '../request/vocabulary.ts'
import { sourceJson, sourceShape } from './sources-answer.ts'

const STORIES = 10

/** The query of a source. */
export const sourceQueryShape = {
  limit: wholeNumber(50).optional().meta({ description: 'Stories a page; default 10.' }),
  cursor: listShape.cursor,
}

export const oneSourceSchema = z
  .object({
    ...sourceShape,
    changed_claims: z.int().describe('How many of its claims changed after they were first told'),
    cues: z
      .array(z.object({ cue: z.string(), claims: z.int() }))
      .describe('The reporting verbs and phrases in dictionary form, the most frequent first; each claim as it was last told'),
    certainty: z.partialRecord(certaintySchema.shape.level, z.int()).describe('How many claims it tells how surely'),
    ...countsShape,
    stories: z
      .array(lanesSchema.omit({ across: true, last_check: true, totals: true }).extend({ headline: z.string().nullable() }))
      .describe('The stories that report it, the latest first, with the lanes of its claims'),
    next: z.string().nullable().describe('Cursor of further stories; null: there are none'),
  })
  .meta({ id: 'SourceWithStories' })

export type OneSourceJson = z.infer<typeof oneSourceSchema>

/** The stories that a query asks for. Throws Failure invalid. */
export function storiesOfSource(
  id: number,
  { limit = STORIES, cursor }: z.infer<z.ZodObject<typeof sourceQueryShape>>,
): SourceStories {
  return { id, after: fromCursor('source.stories', { cursor }, 'string', 'id'), limit: limit + 1 }
}

/** The queries, for one batch. */
export const sourceQueries = (store: Store, filter: SourceStories) =>
  [
    archiveRevision(store),
    sourceRows(store, { id: filter.id, limit: 1 }),
    tellings(store, filter.id),
    sourceCounts(store, filter.id),
    sourceStories(store, filter),
    ...sourceLanes(store, filter),
  ] as const

/** The answer of the rows. Throws Failure not_found. */
export function sourceAnswer(
  [[archive], [row], told, [counts], articles, versions, wordings, claims, changes]: Results<ReturnType<typeof sourceQueries>>,
  { id, limit }: SourceStories,
) {
  if (!row) throw new Failure('not_found', `There is no source ${id}.`)
  return {
    revision: archive?.revision ?? 0,
    json: (): OneSourceJson => {
      const { data, next } = page(articles, limit - 1, 'source.stories', (one) => [one.latestCapturedAt ?? '', one.id])
      const bySlug = <Row extends { readonly slug: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ slug }) => slug)
      const byArticle = <Row extends { readonly articleId: number }>(rows: readonly Row[]) =>
        Map.groupBy(rows, ({ articleId }) => articleId)
      const [versionsOf, wordingsOf] = [byArticle(versions), byArticle(wordings)]
      const [claimsOf, changesOf] = [bySlug(claims.map(claimView)), bySlug(changes.map(changeView))]
      const stories = data.map(({ headline, ...article }) => {
        const { id: key, slug } = article
        const rows = {
          versions: versionsOf.get(key) ?? [],
          wordings: wordingsOf.get(key) ?? [],
          claims: claimsOf.get(slug) ?? [],
          changes: changesOf.get(slug) ?? [],
          across: [],
        }
        const { across: _, last_check: __, totals: ___, ...lanes } = lanesJson(articleView(article), lanesOf(rows, {}), null)
        return { ...lanes, headline }
      })
      return {
        ...sourceJson(row),
        changed_claims: counts?.changed ?? 0,
        cues: cuesIn(told),
        certainty: levelsIn(told),
        ...countsJson(countsIn(counts?.counts ?? '[]')),
        stories,
        next,
      }
    },
  }
}

type Told = Results<ReturnType<typeof sourceQueries>>[2]

function cuesIn(told: Told): OneSourceJson['cues'] {
  const counts = new Map<string, number>()
  for (const { cue, claims } of told) if (cue !== null) counts.set(cue, (counts.get(cue) ?? 0) + claims)
  return [...counts].map(([cue, claims]) => ({ cue, claims })).sort((a, b) => b.claims - a.claims || (a.cue < b.cue ? -1 : 1))
}

function levelsIn(told: Told): OneSourceJson['certainty'] {
  const counts: OneSourceJson['certainty'] = {}
  for (const level of certaintySchema.shape.level.options) {
    const sum = told.filter((one) => one.level === level).reduce((all, { claims }) => all + claims, 0)
    if (sum > 0) counts[level] = sum
  }
  return counts
}
