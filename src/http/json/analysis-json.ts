/** The analysis of texts that are not stored, as JSON. Offsets are those of the text as sent. */
import { z } from 'zod'
import type { SentPage } from '../../capture/reading.ts'
import type { Sentence } from '../../core/article.ts'
import { linksOf } from '../../core/changes/align/links.ts'
import type { Appearance, Change, Step } from '../../core/changes/change.ts'
import { claimsBySentence } from '../../core/claims-by-sentence.ts'
import { type AnalyzedText, analyzeText, analyzeTexts, type SentText, trackTexts } from '../../reading/analyze-texts.ts'
import { zoneSchema } from '../request/vocabulary.ts'
import { changeShape, detailJson, EDIT, kindSchema } from './change-json.ts'
import { foundClaimJson, foundClaimSchema, languageShape, sentenceSchema } from './claim-json.ts'
import { editId } from './edit-id.ts'
import { pageJson } from './page-json.ts'

/** A text, texts, or a page to analyze: plain data, so that another thread can take it. */
export type AnalysisJob =
  | { readonly kind: 'claims'; readonly text: SentText; readonly explain: boolean; readonly furniture: boolean }
  | {
      readonly kind: 'changes'
      readonly versions: readonly SentText[]
      readonly furniture: boolean
      /** With the claims of each text. */
      readonly claims?: boolean
    }
  | { readonly kind: 'page'; readonly page: SentPage }

/** Analyzes and returns the answer as JSON text. Throws Failure invalid where a text is empty or has too many sentences. */
export function analysisAnswer(job: AnalysisJob): string {
  return JSON.stringify(answerTo(job))
}

function answerTo(job: AnalysisJob): object {
  if (job.kind === 'page') return pageJson(job.page)
  return job.kind === 'claims' ? claimsJson(job.text, job) : changesJson(job.versions, job)
}

export const claimsAnalysisSchema = z
  .object({ ...languageShape, sentences: z.array(sentenceSchema), claims: z.array(foundClaimSchema) })
  .meta({ id: 'ClaimsAnalysis' })

const quotedSchema = z.object({
  zone: zoneSchema,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  wordings: z
    .array(z.object({ label: z.string(), text: z.string(), spans: z.array(z.tuple([z.int(), z.int()])) }))
    .describe('The own words of the claims in it that the change is about'),
})

export const changesAnalysisSchema = z
  .object({
    versions: z.array(
      z.object({
        sentences: z.array(sentenceSchema),
        claims: z.array(foundClaimSchema).optional().describe('With claims=true: as /v1/analyze/claims has them'),
      }),
    ),
    links: z
      .array(z.object({ from: z.int(), to: z.int(), pairs: z.array(z.tuple([z.int(), z.int()])) }))
      .describe(
        'Which sentence became which, by index: those that have words in common. A change may pair others by their place',
      ),
    changes: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        edit: z.string().describe(EDIT),
        kinds: z.array(kindSchema).min(1),
        detail: changeShape.detail,
        acknowledged: z.boolean(),
        before: z.array(quotedSchema),
        after: z.array(quotedSchema),
        claims: z
          .object({ before: z.array(z.int()), after: z.array(z.int()) })
          .optional()
          .describe('With claims=true: the claims that it is about, by index into those of the texts `from` and `to`'),
        evidence: z.array(
          z.object({ kind: kindSchema, rule: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ChangesAnalysis' })

function claimsJson(sent: SentText, { explain, furniture }: { readonly explain: boolean; readonly furniture: boolean }) {
  const text = analyzeText(sent)
  const { language, unsupported } = text.analysis
  return { language, unsupported, sentences: sentencesJson(text, furniture), claims: claimsOf(text, explain) }
}

function claimsOf(text: AnalyzedText, explain: boolean) {
  const { sentences, claims } = text.analysis
  const part = (zone: Sentence['zone']) => ({
    text: text.text(zone),
    span: (start: number, end: number) => text.span(zone, start, end),
  })
  return claims.map((claim) => foundClaimJson(claim, sentences, part, explain))
}

interface With {
  readonly furniture: boolean
  readonly claims?: boolean
}

function changesJson(versions: readonly SentText[], given: With) {
  const texts = analyzeTexts(versions)
  const steps = trackTexts(texts)
  return {
    versions: texts.map((text) => ({
      sentences: sentencesJson(text, given.furniture),
      ...(given.claims && { claims: claimsOf(text, false) }),
    })),
    links: neighbors(texts).map(([before, after], i) => ({
      from: i + 1,
      to: i + 2,
      pairs: linksOf(before.analysis, after.analysis),
    })),
    changes: neighbors(texts).flatMap(([before, after], i) => stepJson(steps[i], before, after, i + 1, given)),
  }
}

/** Each text with the next. */
function neighbors(texts: readonly AnalyzedText[]): [AnalyzedText, AnalyzedText][] {
  return texts.flatMap((after, i) => {
    const before = texts[i - 1]
    return before ? [[before, after]] : []
  })
}

/** The changes from the text with the number `from` to the next. */
function stepJson(
  step: Step | undefined,
  before: AnalyzedText,
  after: AnalyzedText,
  from: number,
  { furniture, claims }: With,
) {
  return (step?.changes ?? []).map((change) => {
    const sides = { before: sideJson(before, change, 'before', furniture), after: sideJson(after, change, 'after', furniture) }
    const kinds = [...change.kinds]
    return {
      from,
      to: from + 1,
      edit: editId({ from, to: from + 1, kinds, ...sides }),
      kinds,
      detail: detailJson(change.detail),
      acknowledged: change.acknowledged,
      ...sides,
      ...(claims && { claims: { before: indexesOf(before, change.before), after: indexesOf(after, change.after) } }),
      evidence: [...change.evidence],
    }
  })
}

/** The indexes of claims among those of their text. */
function indexesOf({ analysis }: AnalyzedText, appearances: readonly Appearance[]): number[] {
  const wanted = new Set(appearances.map(({ sentence, index }) => `${sentence}/${index}`))
  return analysis.claims.flatMap(({ sentence, index }, i) => (wanted.has(`${sentence}/${index}`) ? [i] : []))
}

/** The zone that an answer names: without `furniture`, that of a line of furniture is `body`. */
const zoneIn = (zone: Sentence['zone'], furniture: boolean) => (zone === 'furniture' && !furniture ? 'body' : zone)

function sentencesJson(text: AnalyzedText, furniture: boolean) {
  return text.analysis.sentences.map(({ zone, start, end }) => {
    const [from, to] = text.span(zone, start, end)
    return { zone: zoneIn(zone, furniture), start: from, end: to }
  })
}

/** The sentences of one side of a change, once each, in order. */
function sideJson(text: AnalyzedText, change: Change, side: 'before' | 'after', furniture: boolean) {
  const indices = [...new Set(change.furniture?.[side] ?? change[side].map((a) => a.sentence))].sort((a, b) => a - b)
  return indices.flatMap((index) => {
    const sentence = text.analysis.sentences[index]
    if (!sentence) return []
    const [start, end] = text.span(sentence.zone, sentence.start, sentence.end)
    const words = text.text(sentence.zone)
    const wordings = wordingsIn(text, index, change[side])
    return [{ zone: zoneIn(sentence.zone, furniture), start, end, exact: words.slice(start, end), wordings }]
  })
}

/** The own words of the claims of a sentence that a change is about. */
function wordingsIn(text: AnalyzedText, index: number, appearances: readonly Appearance[]) {
  const sentence = text.analysis.sentences[index]
  if (!sentence) return []
  const { zone, start } = sentence
  const words = text.text(zone)
  const orders = new Set(appearances.flatMap((one) => (one.sentence === index ? [one.index] : [])))
  const claims = claimsBySentence(text.analysis.claims).get(index) ?? []
  return claims
    .filter((claim) => orders.has(claim.index))
    .map(({ reading, statement }) => {
      const spans = statement.content.map(([from, to]): [number, number] => {
        const [first, last] = text.span(zone, start + from, start + to)
        return [first, last]
      })
      return { label: reading.label ?? statement.label, text: spans.map((s) => words.slice(...s)).join(' '), spans }
    })
}
