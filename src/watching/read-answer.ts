/** Reads the answer of a server as an article, or judges why it is none. */
import { type Capture, capturePage } from '../capture/capture-page.ts'
import { judgeInContext } from '../capture/judge-page.ts'
import { type PageReading, READER, type SiteSettings } from '../capture/reading.ts'
import { isoTime } from '../core/iso-time.ts'
import type { VersionInput } from '../recording/storable.ts'
import { outcomeOfStatus } from './outcomes.ts'
import type { Ended } from './settle.ts'

/** The media types of pages. */
export const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

/** The most pieces of evidence that are kept of a page. */
const MOST_EVIDENCE = 20

export interface Answer {
  readonly status: number
  /** The field Content-Type; null: there is none. */
  readonly type: string | null
  /** The address that was asked. */
  readonly asked: string
  /** The address of the answer. */
  readonly url: string
  /** The body, decoded. */
  readonly html: () => string
}

/** The article with the evidence for it, or why there is none. */
export type ReadAnswer = Pick<Capture, 'reading' | 'evidence'> | Pick<Ended, 'outcome' | 'evidence' | 'reader'>

const IN_THE_WAY = ['bot_check', 'block_page', 'consent_wall', 'paywall'] as const

const isInTheWay = (outcome: string): outcome is (typeof IN_THE_WAY)[number] =>
  (IN_THE_WAY as readonly string[]).includes(outcome)

/** Whether a page led to a front page, as many sites do with what they have taken down. */
const ledToFront = (asked: string, landed: string): boolean =>
  new URL(landed).pathname.length <= 1 && new URL(asked).pathname.length > 1

export function readAnswer({ status, type, asked, url, html }: Answer, settings: SiteSettings): ReadAnswer {
  const failed = outcomeOfStatus(status)
  if (type !== null && !HTML.test(type))
    return { outcome: failed ?? 'not_html', evidence: [{ rule: 'content_type', text: type.slice(0, 200) }] }
  if (failed === null && ledToFront(asked, url))
    return { outcome: 'redirected_away', evidence: [{ rule: 'front_page', text: url }], reader: READER }
  const { outcome, reading, evidence: all } = capturePage({ html: html(), url }, settings)
  const evidence = all.slice(0, MOST_EVIDENCE)
  if (failed !== null) {
    // A bot check or a wall comes with a status of failure too, and says more than it.
    const said = isInTheWay(outcome) ? outcome : failed
    return { outcome: said, evidence: [{ rule: 'status', text: String(status) }, ...evidence], reader: READER }
  }
  return outcome === 'good' ? { reading, evidence } : { outcome, evidence, reader: READER }
}

/** The version that a page makes. `capturedAt` null: it is of the time of its recording. */
export const versionInput = (
  { title, byline, body, published_at, modified_at }: PageReading,
  url: string,
  capturedAt: string | null,
): VersionInput => ({
  title: title ?? '',
  byline,
  body: body ?? '',
  url,
  capturedAt,
  publishedAt: published_at && isoTime(published_at),
  modifiedAt: modified_at && isoTime(modified_at),
})

/** A page that reads as an article, judged by what is known beside it. */
export function judgedWith(
  read: Extract<ReadAnswer, { reading: PageReading }>,
  url: string,
  { asked, previous }: { readonly asked: string; readonly previous: string | undefined },
): ReadAnswer {
  const context = { asked, ...(previous !== undefined && { previous }) }
  const { outcome, evidence } = judgeInContext(
    { outcome: 'good', evidence: read.evidence },
    { url, body: read.reading.body },
    context,
  )
  return outcome === 'good' ? read : { outcome, evidence, reader: READER }
}
