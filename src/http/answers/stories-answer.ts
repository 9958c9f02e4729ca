/** The stories of the archive: their query parameters, the queries, and the JSON made of the rows. The route and the front page share it. */
import type { z } from 'zod'
import { MOST_MATCHES, type Story, storiesOf } from '../../reading/stories.ts'
import { type StoryFilter, storyChanges, storyRows } from '../../store/read/stories/stories.ts'
import type { Results, Store } from '../../store/store.ts'
import { storyJson } from '../json/stories/stories-json.ts'
import { changeFilterShape } from '../request/change-filter.ts'
import { DEFAULT_LIMIT, fromCursor, listShape, page } from '../request/list.ts'
import { fromTime, withinShape } from '../request/values.ts'

/** The query of stories. */
export const storiesShape = {
  limit: listShape.limit,
  cursor: listShape.cursor,
  publication: withinShape.publication,
  kind: changeFilterShape.kind.meta({ description: 'Stories of which a counted change is of one of these kinds' }),
  source: changeFilterShape.source.meta({
    description: 'A source’s id or name: it says a claim before or after a counted change',
    example: 'Dmitri S. Peskov',
  }),
  acknowledged: changeFilterShape.acknowledged.meta({
    description:
      'Stories with a counted change that alters what readers had been told, and of which the article speaks, or does not',
  }),
  since: fromTime.optional().meta({
    description: 'Counts only the changes of versions captured then or later. A date alone means its beginning, UTC',
    example: '2025-03-13',
  }),
}

export type StoriesQuery = z.infer<z.ZodObject<typeof storiesShape>>

/** The filter of a query; `lanes`: so many lanes have the pictures of the stories. Throws Failure invalid. */
export function storyFilter({ limit = DEFAULT_LIMIT, cursor, kind, ...given }: StoriesQuery, lanes = 0): StoryFilter {
  return { ...given, lanes, kinds: kind, after: fromCursor('story', { cursor }, ...STORY_KEY), limit: limit + 1 }
}

/** The queries, for one batch; `most`: so many changes a story. */
export const storiesQueries = (store: Store, filter: StoryFilter, most = MOST_MATCHES) =>
  [storyRows(store, filter), storyChanges(store, filter, most)] as const

/** The types of the parts of the sort key, and the key of a story. */
export const STORY_KEY = ['string', 'id'] as const
export const storyKey = ({ article }: Story): [string, number] => [article.latestCapturedAt ?? '', article.id]

/** The stories of their rows. */
export const storiesIn = ([rows, changes]: Results<ReturnType<typeof storiesQueries>>): Story[] => storiesOf(rows, changes)

/** The page of their rows, and the pictures of its stories. */
export function storiesPage(rows: Results<ReturnType<typeof storiesQueries>>, filter: StoryFilter) {
  const { data, next } = page(storiesIn(rows), filter.limit - 1, 'story', storyKey)
  return { data: data.map(storyJson), pictures: data.map(({ picture }) => picture), next }
}
