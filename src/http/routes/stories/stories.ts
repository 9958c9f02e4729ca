/** The route of stories: what the latest versions changed. */
import { Hono } from 'hono'
import { storiesPage, storiesQueries, storiesShape, storyFilter } from '../../answers/stories-answer.ts'
import type { App } from '../../context.ts'
import { storySchema, storyTable } from '../../json/stories/stories-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { query } from '../../request/input.ts'
import { listSchema, listShape } from '../../request/list.ts'
import { mayRead } from '../../request/require-scope.ts'
import { archiveAnswer } from '../../response/archive-answer.ts'
import { answerList } from '../../response/list-answer.ts'

/** Under /v1/stories. */
export const stories = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Articles',
    summary: 'Stories by their latest capture, the latest first, with what their latest versions changed',
    answer: listSchema(storySchema),
    list: true,
  }),
  mayRead,
  query({ ...storiesShape, format: listShape.format }),
  async (c) => {
    const { format, ...given } = c.req.valid('query')
    const filter = storyFilter(given)
    return archiveAnswer(
      c,
      'y',
      given,
      () => storiesQueries(c.var.store, filter),
      (rows) => answerList(c, storiesPage(rows, filter), format, storyTable),
    )
  },
)
