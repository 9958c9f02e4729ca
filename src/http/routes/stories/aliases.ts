/** Routes of aliases: an article that was found to be another one leads to it, until that is taken back. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../context.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { slugParam } from '../../request/article-path.ts'
import { body, param, query } from '../../request/input.ts'
import { requires } from '../../request/require-scope.ts'
import { aliasArticle, aliasReason, newAlias, unaliasArticle } from '../../writes/alias-article.ts'

const SCOPE = 'archive:write'

/** Under /v1/articles. */
export const aliases = new Hono<App>()
  .post(
    '/:slug/alias',
    describeRoute({
      tag: 'Articles',
      id: 'makeAlias',
      summary: 'Make the article an alias of another: it leads there, keeps its versions, and leaves the lists',
      answer: z.object({
        article: z.string(),
        of: z.string(),
        reason: z.string(),
        by: z.string().describe('The name of the token'),
        since: z.string(),
      }),
      status: 201,
      failures: [404, 409, 413, 415, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    param({ slug: slugParam }),
    query({}),
    ...body(newAlias, 64 * 1024, { of: 'ferry-fares', reason: 'The same story at the address of its mobile page' }),
    async (c) => {
      const made = await aliasArticle(c, c.req.valid('param').slug, c.req.valid('json'))
      c.header('Location', `/v1/articles/${made.of}`)
      return c.json(made, 201)
    },
  )
  .delete(
    '/:slug/alias',
    describeRoute({
      tag: 'Articles',
      id: 'endAlias',
      summary: 'Make an alias an article of its own again; that it was one stays on record',
      answer: z.object({ article: z.string(), of: z.null() }),
      failures: [404, 503],
      scope: SCOPE,
    }),
    requires(SCOPE),
    param({ slug: slugParam }),
    query({ reason: aliasReason.meta({ description: 'Why', example: 'The story of another day' }) }),
    async (c) => c.json(await unaliasArticle(c, c.req.valid('param').slug, c.req.valid('query').reason)),
  )
