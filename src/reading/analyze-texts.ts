/** Analyzing texts without storing them: their claims, and what changed from one to the next. */
import { analyze } from '../core/analysis.ts'
import type { Analysis, Sentence, Span } from '../core/article.ts'
import type { Step } from '../core/changes/change.ts'
import { track } from '../core/changes/track.ts'
import { type NormalizedText, normalize, normalizeTitle, rawSpan } from '../core/text/normalize.ts'
import { Failure, invalid } from '../failure.ts'

export interface SentText {
  readonly title?: string | undefined
  readonly body: string
  readonly published_at?: string | null | undefined
}

/** Longest text, title and body together, in bytes of UTF-8. */
export const MAX_ANALYZED_BYTES = 1024 * 1024

/** Longest texts of one call together. */
export const MAX_CALL_BYTES = 4 * MAX_ANALYZED_BYTES

/** A text as it was sent, and what was found in it: sentences count from the normalized text, `span` leads back. */
export interface AnalyzedText {
  readonly analysis: Analysis
  /** The part of the sent text in which a zone's sentences stand. */
  text(zone: Sentence['zone']): string
  /** Where a span of the normalized text stands in the text as sent. */
  span(zone: Sentence['zone'], start: number, end: number): Span
}

/** `path` names the text in failures. Throws Failure invalid and too_large. */
export function analyzeText(sent: SentText, path: string): AnalyzedText {
  const at = (field: string) => (path ? `${path}.${field}` : field)
  const rawTitle = sent.title ?? ''
  const bytes = bytesOf(sent)
  if (bytes > MAX_ANALYZED_BYTES) {
    throw new Failure(
      'too_large',
      `${at('body')} has ${bytes} bytes with the title; at most ${MAX_ANALYZED_BYTES} are analysed.`,
      [{ path: at('body'), message: `at most ${MAX_ANALYZED_BYTES} bytes with the title` }],
    )
  }
  const title = normalizeTitle(rawTitle)
  const body = normalize(sent.body)
  if (!body.text) throw invalid(at('body'), 'is empty; expected the text of the article')
  const analysis = analyze({ title: title.text, body: body.text, publishedAt: sent.published_at ?? null })
  const part = (zone: Sentence['zone']): NormalizedText => (zone === 'headline' ? title : body)
  return {
    analysis,
    text: (zone) => (zone === 'headline' ? rawTitle : sent.body),
    span: (zone, start, end) => rawSpan(part(zone), [start, end]),
  }
}

/** The texts of one call, each named `versions.N` in failures. Throws Failure invalid and too_large. */
export function analyzeTexts(sent: readonly SentText[]): AnalyzedText[] {
  const bytes = sent.reduce((sum, text) => sum + bytesOf(text), 0)
  if (bytes > MAX_CALL_BYTES) {
    throw new Failure('too_large', `The texts have ${bytes} bytes; at most ${MAX_CALL_BYTES} are analysed in one call.`, [
      { path: 'versions', message: `at most ${MAX_CALL_BYTES} bytes together` },
    ])
  }
  return sent.map((text, i) => analyzeText(text, `versions.${i}`))
}

function bytesOf({ title = '', body }: SentText): number {
  const encoder = new TextEncoder()
  return encoder.encode(title).length + encoder.encode(body).length
}

/** The steps from each text to the next. */
export function trackTexts(texts: readonly AnalyzedText[]): Step[] {
  const steps: Step[] = []
  for (const { analysis } of texts) steps.push(track(steps.at(-1)?.state ?? null, analysis))
  return steps.slice(1)
}
