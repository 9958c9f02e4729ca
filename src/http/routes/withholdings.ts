/** Routes of withholdings: a version is withheld for legal reasons, and shown again where they no longer hold. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { slugParam } from '../request/article-path.ts'
import { body, param, query } from '../request/input.ts'
import { requires } from '../request/require-scope.ts'
import { ordinal } from '../request/values.ts'
import { eraseVersion, erasure } from '../writes/erase-version.ts'
import { withholding, withholdVersion } from '../writes/withhold-version.ts'

/** Under /v1/articles. */
export const withholdings = new Hono<App>()
  .put(
    '/:slug/versions/:number/withholding',
    describeRoute({
      tag: 'Versions',
      id: 'withholdVersion',
      summary: 'Withhold a version: 410 with the reason from then on',
      answer: z.object({ article: z.string(), number: z.int(), withheld: z.string() }),
      failures: [404, 413, 415, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    param({ slug: slugParam, number: ordinal }),
    query({}),
    ...body(withholding, 64 * 1024, {
      reason: 'By order of the district court',
    }),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const version = await withholdVersion(c, slug, number, reason)
      return c.json({ article: version.slug, number, withheld: reason })
    },
  )
  .delete(
    '/:slug/versions/:number/withholding',
    describeRoute({
      tag: 'Versions',
      id: 'showVersion',
      summary: 'Show a version again that was withheld; that it was stays on record',
      answer: z.object({ article: z.string(), number: z.int(), withheld: z.null() }),
      failures: [404, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    param({ slug: slugParam, number: ordinal }),
    query({}),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const version = await withholdVersion(c, slug, number, null)
      return c.json({ article: version.slug, number, withheld: null })
    },
  )
  .post(
    '/:slug/versions/:number/erasure',
    describeRoute({
      tag: 'Versions',
      id: 'eraseVersion',
      summary: 'Erase the text of a withheld version for good; its hashes stay in the log',
      description:
        'What another version of the article has stays. The version stays withheld. Repeated, it answers the erasure that was made.',
      answer: z
        .object({
          article: z.string(),
          number: z.int(),
          reason: z.string(),
          ordered_by: z.string(),
          erased_by: z.string().describe('The name of the token'),
          erased_at: z.string(),
        })
        .meta({ id: 'Erasure' }),
      failures: [404, 409, 413, 415, 503],
      scope: 'archive:admin',
    }),
    requires('archive:admin'),
    param({ slug: slugParam, number: ordinal }),
    query({}),
    ...body(erasure, 64 * 1024, { reason: 'Data protection', ordered_by: 'District court of Norrholm, 12 C 34/26' }),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const { slug: article, made } = await eraseVersion(c, slug, number, c.req.valid('json'))
      const { reason, orderedBy, erasedBy, at } = made
      return c.json({ article, number, reason, ordered_by: orderedBy, erased_by: erasedBy, erased_at: at })
    },
  )
