/** Checks a posted version and normalizes its text for storage. */
import type { Sentence } from '../core/article.ts'
import { normalize, normalizeTitle } from '../core/text/normalize.ts'
import { sentencesOf } from '../core/text/sentences.ts'
import { Failure, invalid } from '../failure.ts'
import { contentHash } from '../store/hash.ts'

/** A version as it is posted. Times are ISO 8601, UTC, with milliseconds. */
export interface VersionInput {
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly url: string | null
  readonly capturedAt: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  /** The id of the version whose page it reads once more: its differences are no edits. */
  readonly rereads?: number
}

/** Longest title, byline and body together that are stored, in bytes of UTF-8. */
export const MAX_STORED_BYTES = 256 * 1024
/** Most sentences of a version: everything about them has to fit into one answer. */
export const MAX_SENTENCES = 5000

/** A version whose text is normalized and cut into sentences. */
export interface Content extends VersionInput {
  readonly capturedAt: string
  /** Whether it was given no time, so that it is of the time of its recording. */
  readonly undated: boolean
  readonly sentences: readonly Sentence[]
  /** The length of title, byline and body together, in UTF-8. */
  readonly bytes: number
}

/** Normalizes the text for storage. Throws Failure: invalid, too_large. */
export function storable(input: VersionInput, now: string): Content {
  for (const field of ['title', 'byline', 'body', 'url'] as const) {
    const at = (input[field] ?? '').search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    if (at >= 0) throw invalid(field, `has a lone surrogate at ${at}`)
  }
  const title = normalizeTitle(input.title).text
  const body = normalize(input.body).text
  const byline = normalizeTitle(input.byline ?? '').text || null
  if (!body) throw invalid('body', 'is empty; expected the text of the article')
  const bytes = new TextEncoder().encode(title + (byline ?? '') + body).length
  if (bytes > MAX_STORED_BYTES) {
    throw new Failure('too_large', `The text has ${bytes} bytes; at most ${MAX_STORED_BYTES} are stored.`, [
      { path: 'body', message: `at most ${MAX_STORED_BYTES} bytes with the title` },
    ])
  }
  const capturedAt = input.capturedAt ?? now
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(capturedAt))
    throw invalid('captured_at', 'expected UTC with milliseconds')
  if (capturedAt > now) throw invalid('captured_at', `${capturedAt} is in the future`)
  const sentences = sentencesOf({ title, body })
  if (sentences.length > MAX_SENTENCES)
    throw invalid('body', `has ${sentences.length} sentences with the title; at most ${MAX_SENTENCES} are stored`)
  return { ...input, title, body, byline, capturedAt, undated: input.capturedAt === null, sentences, bytes }
}

type Text = Pick<VersionInput, 'title' | 'byline' | 'body'>

/** A text as a version would have it. */
export const storedAs = ({ title, byline, body }: Text): Text => ({
  title: normalizeTitle(title).text,
  byline: normalizeTitle(byline ?? '').text || null,
  body: normalize(body).text,
})

/** The content hash that a text would have as a version. */
export const hashAsStored = (text: Text): string => contentHash(storedAs(text))
