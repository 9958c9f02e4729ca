/** The route of stories: what changed in each. */
import { Hono } from 'hono'
import { STORY_KEY, storiesIn, storiesQueries, storiesShape, storyFilter, storyKey } from '../../answers/stories-answer.ts'
import type { App } from '../../context.ts'
import { storyJson, storySchema, storyTable } from '../../json/stories/stories-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { listSchema, listShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { archiveAnswer } from '../../response/archive-answer.ts'
import { listOf } from '../../response/list-answer.ts'

/** Under /v1/stories. */
export const stories = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Articles',
    summary: 'Stories by their latest capture, the latest first, with what changed in them: ever, or since a time',
    answer: listSchema(storySchema),
    list: true,
  }),
  mayRead,
  query({ ...storiesShape, format: listShape.format }),
  async (c) => {
    const { format, ...given } = c.req.valid('query')
    const { store } = c.var
    const filter = storyFilter(given)
    const list = listOf(
      'story',
      STORY_KEY,
      { limit: given.limit, cursor: given.cursor, format },
      {
        rows: async (after, limit) => storiesIn(await store.batchRead(storiesQueries(store, { ...filter, after, limit }))),
        key: (story) => storyKey(story),
        counts: false,
      },
    )
    return archiveAnswer(
      c,
      'y',
      given,
      () => storiesQueries(store, { ...filter, limit: list.limit }),
      (rows) => list.answer(c, storiesIn(rows), { json: storyJson, table: storyTable }),
    )
  },
)
