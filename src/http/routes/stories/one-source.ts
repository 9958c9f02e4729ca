/** The route of one source: how it is reported, how surely, and what changed in what it says. */
import { Hono } from 'hono'
import { oneSourceSchema, sourceAnswer, sourceQueries, sourceQueryShape, storiesOfSource } from '../../answers/source-answer.ts'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { param, query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { ordinal } from '../../request/values.ts'
import { answerJson, archiveUnchanged, notModified } from '../../response/conditional.ts'

/** Under /v1/sources/{id}. */
export const oneSource = new Hono<App>().get(
  '/:id',
  describeRoute({
    tag: 'Sources',
    summary:
      'A source: the cues and the certainty of its claims, their changes by kind, and its stories with the lanes of its claims',
    answer: oneSourceSchema,
    failures: [404],
  }),
  mayRead,
  param({ id: ordinal.meta({ description: 'Its id', example: 2 }) }),
  query(sourceQueryShape),
  async (c) => {
    const filter = storiesOfSource(c.req.valid('param').id, c.req.valid('query'))
    const cached = await archiveUnchanged(c, 'one-source')
    if (cached) return cached
    const { revision, json } = sourceAnswer(await c.var.store.batchRead(sourceQueries(c.var.store, filter)), filter)
    return notModified(c, 'one-source', revision) ?? answerJson(c, json())
  },
)
