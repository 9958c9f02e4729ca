/** The route of the lanes of a story: how each claim ran through its versions. */
import { Hono } from 'hono'
import { z } from 'zod'
import { KINDS } from '../../../core/changes/change.ts'
import { invalid } from '../../../failure.ts'
import type { LaneQuestion } from '../../../reading/lanes.ts'
import { lanesAnswer, lanesQueries } from '../../answers/lanes-answer.ts'
import type { App } from '../../context.ts'
import { lanesSchema } from '../../json/stories/lanes-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { slugParam } from '../../request/article-path.ts'
import { param, query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { claimNumber, ordinal, several } from '../../request/values.ts'
import { answerJson, articleUnchanged, notModified } from '../../response/conditional.ts'
import { renamed } from '../../response/renamed.ts'

/** The query of lanes. */
export const lanesShape = {
  from: ordinal.optional().meta({ description: 'The first version; default: the first of all', example: 2 }),
  to: ordinal.optional().meta({ description: 'The last version; default: the latest', example: 4 }),
  kind: several(KINDS).optional().meta({ description: 'Only claims that have had a change of one of these kinds' }),
  sort: z
    .enum(['text', 'changes', 'check_worthiness'])
    .optional()
    .meta({ description: 'Default: text, the order of the latest text. The others put the highest first.' }),
}

/** The question of a query. Throws Failure invalid. */
export function laneQuestion({ kind, ...given }: z.infer<z.ZodObject<typeof lanesShape>>): LaneQuestion {
  if (given.from !== undefined && given.to !== undefined && given.from > given.to) throw invalid('query.to', 'is before from')
  return { ...given, kinds: kind }
}

/** Under /v1/articles/{slug}/lanes. */
export const lanes = new Hono<App>().get(
  '/:slug/lanes',
  describeRoute({
    tag: 'Claims',
    id: 'getLanes',
    summary: 'How each claim ran through the versions: certainty and source by stretches, and its changes',
    answer: lanesSchema,
    failures: [404],
  }),
  mayRead,
  param({ slug: slugParam }),
  query({ ...lanesShape, claim: claimNumber.optional().meta({ description: 'Only this claim', example: 7 }) }),
  async (c) => {
    const { slug } = c.req.valid('param')
    const { claim, ...given } = c.req.valid('query')
    const question = laneQuestion(given)
    const cached = await articleUnchanged(c, slug, ({ coverage }) => [coverage])
    if (cached) return cached
    const rows = await c.var.store.batchRead(lanesQueries(c.var.store, slug, claim))
    const { article, parts, json } = lanesAnswer(rows, slug, question)
    const early = renamed(c, slug, article.slug) ?? notModified(c, article.id, article.revision, ...parts)
    return early ?? answerJson(c, json())
  },
)
