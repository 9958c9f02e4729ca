/** Recording a version out of a page: what a request may send, as a text or as a page, and the write. */
import type { Context } from 'hono'
import { z } from 'zod'
import { READER } from '../../capture/reading.ts'
import { invalid } from '../../failure.ts'
import { ingest, type Outcome } from '../../recording/ingest.ts'
import { hashAsStored } from '../../recording/storable.ts'
import { captureRecorded, type NewCapture } from '../../store/captures/captures.ts'
import { latestText } from '../../store/captures/latest-text.ts'
import { keepStatements } from '../../store/idempotency.ts'
import { findArticle } from '../../store/read/articles.ts'
import { keepRaw } from '../../watching/raw-store.ts'
import { readAnswer, versionInput } from '../../watching/read-answer.ts'
import { MOST_BYTES } from '../../web/fetch-resource.ts'
import type { App } from '../context.ts'
import { found } from '../request/article-path.ts'
import { text } from '../request/values.ts'
import { claimAddress } from './claim-address.ts'
import { aboutOf, newVersion, recordVersion, statusOf } from './new-version.ts'
import { settingsOf, watchFields } from './watch-writes.ts'

/** The most bytes of a request with a text or a page. */
export const MOST_SENT = 2 * MOST_BYTES

const { title, body, ...times } = newVersion

/** A text (`title` and `body`), or a page (`html` and `url`), which is read as captures are. */
export const sentVersion = z
  .strictObject({
    title: title.optional(),
    body: body.optional().meta({ description: 'The text; required without `html`' }),
    html: text(MOST_BYTES)
      .optional()
      .meta({ description: 'In place of title, byline and body: the page, which is read and judged as a capture is' }),
    ...times,
    keep: watchFields.keep,
    drop: watchFields.drop,
  })
  .check(({ value, issues }) => {
    const missing = (path: string, input: unknown, message = 'Invalid input: expected string, received undefined') =>
      issues.push({ code: 'custom', path: [path], input, message })
    if (value.html === undefined) {
      for (const name of ['title', 'body'] as const) if (value[name] === undefined) missing(name, value)
      for (const name of ['keep', 'drop'] as const) if (value[name] !== undefined) missing(name, value, 'goes with html')
      return
    }
    if (!value.url) missing('url', value, 'is the address of the page; give it with html')
    for (const name of ['title', 'byline', 'body'] as const) if (value[name] != null) missing(name, value, 'goes without html')
  })

type Sent = z.output<typeof sentVersion>

/**
 * Records what was sent. Throws Failure as `ingest` does, and conflict; a page that is no article is recorded as a capture with its reason, and then
 * refused as invalid.
 */
export function recordSent(c: Context<App>, slug: string, sent: Sent): Promise<Outcome> {
  const { html, url, title = '', body = '', keep: _, drop: __, ...more } = sent
  return html === undefined || !url
    ? recordVersion(c, slug, { ...more, url, title, body })
    : recordPage(c, slug, { ...sent, html, url })
}

async function recordPage(c: Context<App>, asked: string, sent: Sent & { html: string; url: string }): Promise<Outcome> {
  const { store, raw, clock, keep } = c.var
  const { html, url } = sent
  const now = new Date(clock()).toISOString()
  const { slug } = found(await findArticle(store, asked), asked)
  const read = readAnswer(
    { status: 200, type: null, asked: url, url, html: () => html },
    settingsOf({ keep: sent.keep, drop: sent.drop }),
  )
  const bytes = new TextEncoder().encode(html)
  const capture: Omit<NewCapture, 'outcome' | 'good' | 'version' | 'rawHash'> = {
    watch: null,
    article: slug,
    url,
    landedUrl: url,
    redirects: [],
    capturedAt: sent.captured_at ?? now,
    evidence: [...read.evidence, { rule: 'sent_by', text: c.var.caller?.name ?? null }],
    status: null,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    bytes: bytes.length,
    reader: READER,
  }
  if (!('reading' in read)) {
    const rawHash = raw ? await keepRaw(raw, bytes) : null
    await store.batchWrite([
      captureRecorded({ ...capture, outcome: read.outcome, good: false, version: null, rawHash }, now, null),
    ])
    const because = read.evidence.map(({ rule, text }) => (text === null ? rule : `${rule}: ${text}`)).join('; ')
    throw invalid('html', `reads as ${read.outcome}${because && ` (${because})`}`)
  }
  const input = versionInput(read.reading, url, sent.captured_at ?? null)
  const given = {
    ...input,
    publishedAt: sent.published_at ?? input.publishedAt,
    modifiedAt: sent.modified_at ?? input.modifiedAt,
  }
  const isKnown = (await latestText(store, slug))?.contentHash === hashAsStored(given)
  const rawHash = raw && !isKnown ? await keepRaw(raw, bytes) : null
  const also = (outcome: Outcome) => [
    ...keepStatements(keep(statusOf(outcome), aboutOf(outcome)), now),
    captureRecorded(
      {
        ...capture,
        outcome: outcome.outcome,
        good: true,
        version: outcome.outcome === 'created' ? outcome.version.number : outcome.number,
        rawHash,
      },
      now,
      null,
    ),
  ]
  return claimAddress(c, slug, url, (first) => ingest(store, slug, given, now, also, first))
}
