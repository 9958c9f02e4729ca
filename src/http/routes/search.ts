/** The route of searches: full text over sentences and claims, each hit with the versions that had it. */
import { Hono } from 'hono'
import { searchAnswer, searchShape, totalSchema } from '../answers/search-answer.ts'
import type { App } from '../context.ts'
import { hitSchema, hitTable } from '../json/stories/hit-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'
import { asksForAll, listSchema, listShape } from '../request/list.ts'
import { mayRead } from '../request/require-scope.ts'
import { answerJson } from '../response/conditional.ts'
import { answerList } from '../response/list-answer.ts'

/** Under /v1/search. */
export const searches = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Search',
    id: 'search',
    summary: 'Full text over sentences or claims of all versions: which version introduced the words, which removed them',
    answer: listSchema(hitSchema).extend({ total: totalSchema }),
    list: true,
  }),
  mayRead,
  query({ ...searchShape, ...listShape }),
  async (c) => {
    const { format, ...given } = c.req.valid('query')
    return searchAnswer(c, 'q', { ...given, all: asksForAll({ ...given, format }) }, (hits) =>
      format === undefined || format === 'json' ? answerJson(c, hits) : answerList(c, hits, format, hitTable),
    )
  },
)
