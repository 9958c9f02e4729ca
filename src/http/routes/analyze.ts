/** Routes that analyze a text without storing it. Offsets are those of the text as sent. */
import { Hono } from 'hono'
import { z } from 'zod'
import { linksOf } from '../../core/changes/align/links.ts'
import type { Appearance } from '../../core/changes/change.ts'
import { type AnalyzedText, analyzeText, analyzeTexts, trackTexts } from '../../reading/analyze-texts.ts'
import type { App } from '../context.ts'
import { changeShape, detailJson, kindSchema } from '../json/change-json.ts'
import { explain, foundClaimJson, foundClaimSchema, languageShape, sentenceSchema } from '../json/claim-json.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { body, query } from '../request/input.ts'
import { mayRead } from '../request/require-scope.ts'
import { time } from '../request/values.ts'
import { zoneSchema } from '../request/vocabulary.ts'

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

/** Room for the JSON of one text of 1 MiB, escapes included, and for that of all. */
const MAX_ONE = 8 * 1024 * 1024
const MAX_ALL = 16 * 1024 * 1024

const claimsAnswer = z
  .object({ ...languageShape, sentences: z.array(sentenceSchema), claims: z.array(foundClaimSchema) })
  .meta({ id: 'ClaimsAnalysis' })

const quoted = z.object({ zone: zoneSchema, start: z.int(), end: z.int(), exact: z.string() })

const changesAnswer = z
  .object({
    versions: z.array(z.object({ sentences: z.array(sentenceSchema) })),
    links: z
      .array(z.object({ from: z.int(), to: z.int(), pairs: z.array(z.tuple([z.int(), z.int()])) }))
      .describe(
        'Which sentence became which, by index: those that have words in common. A change may pair others by their place',
      ),
    changes: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        kinds: z.array(kindSchema).min(1),
        detail: changeShape.detail,
        acknowledged: z.boolean(),
        before: z.array(quoted),
        after: z.array(quoted),
        evidence: z.array(
          z.object({ kind: kindSchema, rule: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ChangesAnalysis' })

function sentencesJson(text: AnalyzedText) {
  return text.analysis.sentences.map(({ zone, start, end }) => {
    const [from, to] = text.span(zone, start, end)
    return { zone, start: from, end: to }
  })
}

/** The sentences of one side of a change, once each, in order. */

function sideJson(text: AnalyzedText, appearances: readonly Appearance[]) {
  const indices = [...new Set(appearances.map((a) => a.sentence))].sort((a, b) => a - b)
  return indices.flatMap((index) => {
    const sentence = text.analysis.sentences[index]
    if (!sentence) return []
    const [start, end] = text.span(sentence.zone, sentence.start, sentence.end)
    return [{ zone: sentence.zone, start, end, exact: text.text(sentence.zone).slice(start, end) }]
  })
}

export const analyze = new Hono<App>()
  .post(
    '/claims',
    describeRoute({
      tag: 'Analysis',
      id: 'analyzeClaims',
      summary: 'The claims of a text',
      answer: claimsAnswer,
      tagged: false,
      failures: [413, 415],
    }),
    mayRead,
    query({ explain }),
    ...body(textShape, MAX_ONE, EXAMPLE),
    (c) => {
      const { explain = false } = c.req.valid('query')
      const text = analyzeText(c.req.valid('json'), '')
      const { sentences, claims, language, unsupported } = text.analysis
      const part = (zone: 'headline' | 'lead' | 'body') => ({
        text: text.text(zone),
        span: (start: number, end: number) => text.span(zone, start, end),
      })
      return c.json({
        language,
        unsupported,
        sentences: sentencesJson(text),
        claims: claims.map((claim) => foundClaimJson(claim, sentences, part, explain)),
      })
    },
  )
  .post(
    '/changes',
    describeRoute({
      tag: 'Analysis',
      id: 'analyzeChanges',
      summary: 'What changed from each text to the next',
      answer: changesAnswer,
      tagged: false,
      failures: [413, 415],
    }),
    mayRead,
    query({}),
    ...body({ versions: z.array(z.strictObject(textShape)).min(2).max(20) }, MAX_ALL, {
      versions: [EXAMPLE, { ...EXAMPLE, body: 'Fares may rise by 12 percent in May, the ferry operator said.' }],
    }),
    (c) => {
      const texts = analyzeTexts(c.req.valid('json').versions)
      const steps = trackTexts(texts)
      return c.json({
        versions: texts.map((text) => ({ sentences: sentencesJson(text) })),
        links: texts.slice(1).map((text, i) => ({
          from: i + 1,
          to: i + 2,
          pairs: linksOf((texts[i] as AnalyzedText).analysis, text.analysis),
        })),
        changes: steps.flatMap((step, i) =>
          step.changes.map(({ kinds, detail, acknowledged, before, after, evidence }) => ({
            from: i + 1,
            to: i + 2,
            kinds,
            detail: detailJson(detail),
            acknowledged,
            before: texts[i] ? sideJson(texts[i], before) : [],
            after: texts[i + 1] ? sideJson(texts[i + 1] as AnalyzedText, after) : [],
            evidence,
          })),
        ),
      })
    },
  )
