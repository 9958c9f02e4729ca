/** The route that verifies an article's hash chain. */
import { Hono } from 'hono'
import { z } from 'zod'
import { verify } from '../../reading/verify/verify-article.ts'
import type { App } from '../context.ts'
import { faultSchema } from '../json/log-fault.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { mayRead } from '../request/require-scope.ts'
import { hashedJson } from '../response/conditional.ts'
import { renamed } from '../response/renamed.ts'

const answer = z
  .object({
    article: z.string(),
    ok: z.boolean(),
    versions: z.int(),
    head: z.string().describe('The hash of the log’s last entry'),
    faults: z.array(faultSchema),
  })
  .meta({ id: 'Verification' })

export const verification = new Hono<App>().get(
  '/:slug/verify',
  describeRoute({
    tag: 'Versions',
    id: 'verifyArticle',
    summary: 'Verifies an article: recomputes the hash chain, and compares all its rows with the log',
    answer,
    failures: [404],
  }),
  mayRead,
  param({ slug: slugParam }),
  query({}),
  async (c) => {
    const { slug } = c.req.valid('param')
    const { slug: article, ...rest } = await verify(c.var.store, slug)
    return renamed(c, slug, article) ?? hashedJson(c, { article, ...rest })
  },
)
