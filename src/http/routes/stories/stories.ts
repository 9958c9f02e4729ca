/** The route of stories: what changed in each. */
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
    summary: 'Stories by their latest capture, the latest first, with what changed in them: ever, or since a time',
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
      (rows) => {
        const { data, next } = storiesPage(rows, filter)
        return answerList(c, { data, next }, format, storyTable)
      },
    )
  },
)
