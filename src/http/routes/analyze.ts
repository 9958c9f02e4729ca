/** Routes that analyze a text or a page without storing it. Offsets are those of the text as sent. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  checkCallSize,
  checkPageSize,
  checkTextSize,
  MOST_HTML,
  WITH_TOKEN,
  WITHOUT_TOKEN,
} from '../../reading/analyze-texts.ts'
import type { App } from '../context.ts'
import { changesAnalysisSchema, claimsAnalysisSchema } from '../json/analysis-json.ts'
import { explain } from '../json/claim-json.ts'
import { pageAnalysisSchema } from '../json/page-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { body, query } from '../request/input.ts'
import { identifies, mayRead } from '../request/require-scope.ts'
import { flag, time, webAddress } from '../request/values.ts'
import type { Json } from '../response/conditional.ts'

const textShape = {
  title: z
    .string()
    .nullable()
    .optional()
    .transform((title) => title ?? ''),
  body: z.string(),
  published_at: time.nullable().optional(),
}

const EXAMPLE = {
  title: 'Ferry Fares Rise',
  body: 'Fares will rise by 10 percent in May, the ferry operator said.',
  published_at: '2025-03-12T11:50:00Z',
}

const PAGE = {
  html: '<title>Ferry Fares Rise</title><h1>Ferry Fares Rise</h1><p>Fares will rise by 10 percent in May, the ferry operator said.</p>',
  url: 'https://harbour-post.example/ferry-fares',
}

/** How much text the caller may have analyzed. */
export const limitsOf = (c: Context<App>) => (c.var.caller === null ? WITHOUT_TOKEN : WITH_TOKEN)

/** A request may have twice the bytes that are analyzed, for JSON's escapes. */
const mostOfOne = (c: Context<App>) => 2 * limitsOf(c).text
export const mostOfAll = (c: Context<App>) => 2 * limitsOf(c).call

const LIMITS =
  'At most 256 KiB of text; with a valid token 1 MiB a text and 4 MiB a call. At most 5,000 sentences a call. A request has at ' +
  'most twice as many bytes as its texts may have.'

const furniture = flag.optional().meta({
  description:
    'true: lines of the page (credits, cross-heads, share buttons) have the zone furniture; by default they have the zone body',
})

/** Answers with JSON that is text already. */
const answered = <Answer extends object>(c: Context, json: string) =>
  c.body(json, 200, { 'Content-Type': 'application/json' }) as Response as Json<Answer>

export const analyze = new Hono<App>()
  .post(
    '/claims',
    describeRoute({
      tag: 'Analysis',
      id: 'analyzeClaims',
      summary: 'The claims of a text',
      description: LIMITS,
      answer: claimsAnalysisSchema,
      tagged: false,
      failures: [413, 415, 503],
    }),
    mayRead,
    identifies,
    query({ explain, furniture }),
    ...body(textShape, mostOfOne, EXAMPLE),
    async (c) => {
      const { explain = false, furniture = false } = c.req.valid('query')
      const text = c.req.valid('json')
      checkTextSize(text, limitsOf(c))
      return answered<z.infer<typeof claimsAnalysisSchema>>(
        c,
        await c.var.analyze({ kind: 'claims', text, explain, furniture }),
      )
    },
  )
  .post(
    '/changes',
    describeRoute({
      tag: 'Analysis',
      id: 'analyzeChanges',
      summary: 'What changed from each text to the next',
      description: LIMITS,
      answer: changesAnalysisSchema,
      tagged: false,
      failures: [413, 415, 503],
    }),
    mayRead,
    identifies,
    query({
      furniture,
      claims: flag.optional().meta({ description: 'true: each text lists its claims, and each change those that it is about' }),
    }),
    ...body({ versions: z.array(z.strictObject(textShape)).min(2).max(20) }, mostOfAll, {
      versions: [EXAMPLE, { ...EXAMPLE, body: 'Fares may rise by 12 percent in May, the ferry operator said.' }],
    }),
    async (c) => {
      const { versions } = c.req.valid('json')
      const { furniture = false, claims = false } = c.req.valid('query')
      checkCallSize(versions, limitsOf(c))
      return answered<z.infer<typeof changesAnalysisSchema>>(
        c,
        await c.var.analyze({ kind: 'changes', versions, furniture, claims }),
      )
    },
  )
  .post(
    '/page',
    describeRoute({
      tag: 'Analysis',
      id: 'analyzePage',
      summary: 'The article that a page holds, and what the page is',
      description: 'At most 4 MiB of HTML; a request has at most twice as many bytes. Nothing is loaded from the address.',
      answer: pageAnalysisSchema,
      tagged: false,
      failures: [413, 415, 503],
    }),
    mayRead,
    identifies,
    query({}),
    ...body({ html: z.string().min(1, 'is empty; expected the page'), url: webAddress }, 2 * MOST_HTML, PAGE),
    async (c) => {
      const page = c.req.valid('json')
      checkPageSize(page.html)
      return answered<z.infer<typeof pageAnalysisSchema>>(c, await c.var.analyze({ kind: 'page', page }))
    },
  )
