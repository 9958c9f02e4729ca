/** The route that compares any two versions of an article. */
import { Hono } from 'hono'
import { z } from 'zod'
import { unifiedDiff } from '../../reading/compare-versions.ts'
import { compareAnswer, compareQueries } from '../answers/compare-answer.ts'
import type { App } from '../context.ts'
import { comparisonSchema } from '../json/stories/comparison-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { mayRead } from '../request/require-scope.ts'
import { answerJson, answerText, articleUnchanged, notModified } from '../response/conditional.ts'
import { renamed } from '../response/renamed.ts'

/** Two version numbers in a path: 1..4. */
export const versionRange = z
  .string()
  .regex(/^[1-9]\d{0,8}\.\.[1-9]\d{0,8}$/, 'expected two version numbers such as 1..3')
  .transform((text) => text.split('..').map(Number) as [number, number])
  .meta({ description: 'Two version numbers', example: '1..4' })

export const comparison = new Hono<App>().get(
  '/:slug/compare/:range',
  describeRoute({
    tag: 'Versions',
    id: 'compareVersions',
    summary: 'Any two versions, as a..b: sentences, operations, rows, claim changes',
    answer: comparisonSchema,
    texts: ['text/plain'],
    failures: [404, 410],
  }),
  mayRead,
  param({ slug: slugParam, range: versionRange }),
  query({
    format: z
      .enum(['json', 'unified'])
      .optional()
      .meta({
        description:
          'unified: a unified diff (text/plain) of the versions as lines: the title, an empty line, then a sentence a line with an ' +
          'empty line between paragraphs. Empty if no sentence differs.',
      }),
  }),
  async (c) => {
    const { slug, range } = c.req.valid('param')
    const cached = await articleUnchanged(c, slug)
    if (cached) return cached
    if (c.req.valid('query').format === 'unified') {
      const { a, text } = await unifiedDiff(c.var.store, slug, ...range)
      const early = renamed(c, slug, a.slug) ?? notModified(c, a.articleId, a.revision)
      return early ?? answerText(c, text, 'text/plain; charset=utf-8')
    }
    const rows = await c.var.store.batchRead(compareQueries(c.var.store, slug, ...range))
    const { version, json } = compareAnswer(rows, slug, ...range)
    const early = renamed(c, slug, version.slug) ?? notModified(c, version.articleId, version.revision)
    return early ?? answerJson(c, json())
  },
)
