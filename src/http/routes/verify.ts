/** The route that verifies an article's hash chain. */
import { Hono } from 'hono'
import { verify } from '../../reading/verify/verify-article.ts'
import type { App } from '../context.ts'
import { verificationJson, verificationSchema } from '../json/log/verification-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { mayRead } from '../request/require-scope.ts'
import { hashedJson } from '../response/conditional.ts'
import { renamed } from '../response/renamed.ts'

export const verification = new Hono<App>().get(
  '/:slug/verify',
  describeRoute({
    tag: 'Versions',
    id: 'verifyArticle',
    summary: 'Verifies an article: recomputes the hash chain, and compares all its rows with the log',
    answer: verificationSchema,
    failures: [404],
  }),
  mayRead,
  param({ slug: slugParam }),
  query({}),
  async (c) => {
    const { slug } = c.req.valid('param')
    const found = verificationJson(await verify(c.var.store, slug))
    return renamed(c, slug, found.article) ?? hashedJson(c, found)
  },
)
