/** Analyzing texts without storing them: their claims, and what changed from one to the next. */
import { analyzeSentences, type KnownStatements } from '../core/analysis.ts'
import type { Analysis, Sentence, Span } from '../core/article.ts'
import type { Step } from '../core/changes/change.ts'
import { track } from '../core/changes/track.ts'
import { FoundStatements } from '../core/found-statements.ts'
import { type NormalizedText, normalize, normalizeTitle, rawSpan } from '../core/text/normalize.ts'
import { sentencesOf } from '../core/text/sentences.ts'
import { Failure, invalid } from '../failure.ts'
import { MAX_SENTENCES } from '../recording/storable.ts'

export interface SentText {
  readonly title?: string | undefined
  readonly body: string
  readonly published_at?: string | null | undefined
}

/** The most text that is analyzed, titles and bodies together, in bytes of UTF-8. */
export interface AnalysisLimits {
  readonly text: number
  readonly call: number
}

const KIB = 1024

/** The limits of a caller with a valid token. */
export const WITH_TOKEN: AnalysisLimits = { text: 1024 * KIB, call: 4096 * KIB }

/** The limits of everybody else. */
export const WITHOUT_TOKEN: AnalysisLimits = { text: 256 * KIB, call: 256 * KIB }

/** The most HTML of a page that is read, in bytes of UTF-8. */
export const MOST_HTML = 4096 * KIB

/** Refuses a page that is too large. Throws Failure too_large. */
export function checkPageSize(html: string): void {
  const bytes = new TextEncoder().encode(html).length
  if (bytes <= MOST_HTML) return
  throw new Failure('too_large', `html has ${bytes} bytes; at most ${MOST_HTML} are read.`, [
    { path: 'html', message: `at most ${MOST_HTML} bytes` },
  ])
}

/** A text as it was sent, and its analysis: sentences count from the normalized text, `span` leads back. */
export interface AnalyzedText {
  readonly analysis: Analysis
  /** The part of the sent text in which a zone's sentences stand. */
  text(zone: Sentence['zone']): string
  /** Where a span of the normalized text stands in the text as sent. */
  span(zone: Sentence['zone'], start: number, end: number): Span
}

/** How failures name the fields of one text: "body", or "versions.1.body" for the second of several. */
const pathOf = (index: number | null, field: string) => (index === null ? field : `versions.${index}.${field}`)

/** Refuses a text that is too large. Throws Failure too_large. */
export function checkTextSize(sent: SentText, limits: AnalysisLimits, index: number | null = null): void {
  const bytes = bytesOf(sent)
  if (bytes <= limits.text) return
  const path = pathOf(index, 'body')
  throw new Failure(
    'too_large',
    `${path} has ${bytes} bytes with the title; at most ${limits.text} are analyzed${hint(limits)}.`,
    [{ path, message: `at most ${limits.text} bytes with the title` }],
  )
}

/** Refuses texts of one call that are too large, each or together. Throws Failure too_large. */
export function checkCallSize(sent: readonly SentText[], limits: AnalysisLimits): void {
  for (const [index, text] of sent.entries()) checkTextSize(text, limits, index)
  const bytes = sent.reduce((sum, text) => sum + bytesOf(text), 0)
  if (bytes <= limits.call) return
  throw new Failure(
    'too_large',
    `The texts have ${bytes} bytes; at most ${limits.call} are analyzed in one call${hint(limits)}.`,
    [{ path: 'versions', message: `at most ${limits.call} bytes together` }],
  )
}

const hint = (limits: AnalysisLimits) => (limits === WITHOUT_TOKEN ? ' without a valid token' : '')

function bytesOf({ title = '', body }: SentText): number {
  const encoder = new TextEncoder()
  return encoder.encode(title).length + encoder.encode(body).length
}

/** Throws Failure invalid where the text is empty or has too many sentences. */
export function analyzeText(sent: SentText): AnalyzedText {
  return analyzed(cut(sent, null))
}

/** The texts of one call, each named `versions.N` in failures. Throws Failure invalid, as `analyzeText`, for one text or all together. */
export function analyzeTexts(sent: readonly SentText[]): AnalyzedText[] {
  const texts = sent.map((text, index) => cut(text, index))
  const count = texts.reduce((sum, { sentences }) => sum + sentences.length, 0)
  if (count > MAX_SENTENCES)
    throw invalid('versions', `have ${count} sentences together; at most ${MAX_SENTENCES} are analyzed in one call`)
  const known = new FoundStatements()
  return texts.map((text) => {
    const found = analyzed(text, known.of)
    known.add(found.analysis)
    return found
  })
}

interface CutText {
  readonly sent: SentText
  readonly title: NormalizedText
  readonly body: NormalizedText
  readonly sentences: readonly Sentence[]
}

function cut(sent: SentText, index: number | null): CutText {
  const title = normalizeTitle(sent.title ?? '')
  const body = normalize(sent.body)
  const path = pathOf(index, 'body')
  if (!body.text) throw invalid(path, 'is empty; expected the text of the article')
  const sentences = sentencesOf({ title: title.text, body: body.text })
  if (sentences.length > MAX_SENTENCES)
    throw invalid(path, `has ${sentences.length} sentences with the title; at most ${MAX_SENTENCES} are analyzed`)
  return { sent, title, body, sentences }
}

function analyzed({ sent, title, body, sentences }: CutText, known?: KnownStatements): AnalyzedText {
  return {
    analysis: analyzeSentences(sentences, known, sent.published_at ?? null),
    text: (zone) => (zone === 'headline' ? (sent.title ?? '') : sent.body),
    span: (zone, start, end) => rawSpan(zone === 'headline' ? title : body, [start, end]),
  }
}

/** The steps from each text to the next. */
export function trackTexts(texts: readonly AnalyzedText[]): Step[] {
  const steps: Step[] = []
  for (const { analysis } of texts) steps.push(track(steps.at(-1)?.state ?? null, analysis))
  return steps.slice(1)
}
