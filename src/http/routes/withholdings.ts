/** Routes of withholdings: a version is withheld for legal reasons, and shown again where they no longer hold. */
import { Hono } from 'hono'
import { z } from 'zod'
import { versionState } from '../../store/read/versions.ts'
import { withhold } from '../../store/write/withholdings.ts'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { foundVersion, slugParam } from '../request/article-path.ts'
import { body, param, query } from '../request/input.ts'
import { requires } from '../request/require-scope.ts'
import { ordinal, text } from '../request/values.ts'

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
    ...body({ reason: text(2000).pipe(z.string().trim().min(1, 'is empty')) }, 64 * 1024, {
      reason: 'By order of the district court',
    }),
    async (c) => {
      const { slug, number } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const version = foundVersion(await versionState(c.var.store, slug, number), slug, number)
      await withhold(c.var.store, version, reason, new Date(c.var.clock()).toISOString())
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
      const version = foundVersion(await versionState(c.var.store, slug, number), slug, number)
      if (version.withheld !== null) await withhold(c.var.store, version, null, new Date(c.var.clock()).toISOString())
      return c.json({ article: version.slug, number, withheld: null })
    },
  )
