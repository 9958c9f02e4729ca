/** The route that compares any two versions of an article. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Operation } from '../../core/diff/compare.ts'
import { compareVersions, unifiedDiff } from '../../reading/compare-versions.ts'
import type { App } from '../context.ts'
import { changeJson, changeSchema } from '../json/change-json.ts'
import { sentenceSchema } from '../json/claim-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { slugParam } from '../request/article-path.ts'
import { param, query } from '../request/input.ts'
import { mayRead } from '../request/require-scope.ts'
import { answerJson, answerText, articleUnchanged, notModified } from '../response/conditional.ts'
import { renamed } from '../response/renamed.ts'

const pieceSchema = z.object({ start: z.int(), end: z.int(), text: z.string(), sentences: z.array(z.int()) })

const operationSchema = z
  .object({
    kind: z.enum(['equal', 'insert', 'delete', 'replace', 'move']),
    part: z.enum(['title', 'body']),
    before: pieceSchema.nullable(),
    after: pieceSchema.nullable(),
    words: z
      .array(z.object({ kind: z.enum(['equal', 'insert', 'delete']), text: z.string() }))
      .describe('Where both sides are there and differ'),
  })
  .meta({ id: 'Operation' })

const side = z.object({
  number: z.int(),
  url: z.string(),
  captured_at: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  sentences: z.array(sentenceSchema.extend({ text: z.string() })),
})

const answer = z
  .object({
    article: z.string(),
    from: side,
    to: side,
    links: z.array(z.tuple([z.int(), z.int()])).describe('Which sentence became which, by index'),
    operations: z.array(operationSchema),
    changes: z.array(changeSchema),
  })
  .meta({ id: 'Comparison' })

function operationJson({ kind, part, before, after, parts }: Operation) {
  return { kind, part, before, after, words: parts }
}

export const comparison = new Hono<App>().get(
  '/:slug/compare/:range',
  describeRoute({
    tag: 'Versions',
    id: 'compareVersions',
    summary: 'Any two versions, as a..b: sentences, operations, claim changes',
    answer,
    texts: ['text/plain'],
    failures: [404, 410],
  }),
  mayRead,
  param({
    slug: slugParam,
    range: z
      .string()
      .regex(/^[1-9]\d{0,8}\.\.[1-9]\d{0,8}$/, 'expected two version numbers such as 1..3')
      .transform((text) => text.split('..').map(Number) as [number, number])
      .meta({ description: 'Two version numbers', example: '1..4' }),
  }),
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
    const { a, b, before, after, operations, links, changes } = await compareVersions(c.var.store, slug, ...range)
    const early = renamed(c, slug, a.slug) ?? notModified(c, a.articleId, a.revision)
    if (early) return early
    const version = (row: typeof a, { sentences }: typeof before) => ({
      number: row.number,
      url: `/v1/articles/${row.slug}/versions/${row.number}`,
      captured_at: row.capturedAt,
      title: row.title,
      byline: row.byline,
      sentences: sentences.map(({ zone, start, end, text }) => ({ zone, start, end, text })),
    })
    return answerJson(c, {
      article: a.slug,
      from: version(a, before),
      to: version(b, after),
      links,
      operations: operations.map(operationJson),
      changes: changes.map(changeJson),
    })
  },
)
