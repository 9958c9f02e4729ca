/** Records the captures of one article that were made elsewhere: the good ones as versions or checks, all with what was found. */
import { READER } from '../capture/reading.ts'
import { ingestAll, type Recorded } from '../recording/ingest.ts'
import { hashAsStored } from '../recording/storable.ts'
import type { NewCapture } from '../store/captures/captures.ts'
import { capturesRecorded } from '../store/captures/imported-captures.ts'
import { type LatestText, latestText } from '../store/captures/latest-text.ts'
import type { Store } from '../store/store.ts'
import { type CaptureOutcome, isGood } from './outcomes.ts'
import { keepRaw, type RawStore } from './raw-store.ts'
import { judgedWith, type ReadAnswer, versionInput } from './read-answer.ts'
import { isoOf, type WatchSettings } from './watching.ts'

/** A capture that was made elsewhere: the answer of a server at some time. */
export interface SentCapture {
  /** The address that was asked, and that of the answer. */
  readonly url: string
  readonly landedUrl: string
  /** ISO 8601, UTC, with milliseconds. */
  readonly capturedAt: string
  readonly status: number
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: decoded, or as bytes in the page's encoding. */
  readonly body: string | Uint8Array<ArrayBuffer>
  /** Where it was read from, such as the address of a memento; null: not told. */
  readonly source: string | null
}

export interface Importing {
  readonly store: Store
  readonly raw: RawStore | null
  /** In milliseconds since 1970. */
  readonly now: number
  /** The slug of the article of all captures; null: the one that is known at their addresses, or a new one. */
  readonly article: string | null
  readonly settings: WatchSettings
}

/** The fate of a capture. */
export interface ImportedCapture {
  readonly outcome: CaptureOutcome
  /** Whether the archive had a capture of that address at that time, so that nothing was recorded. */
  readonly known: boolean
  readonly article: string | null
  readonly version: number | null
  readonly evidence: NewCapture['evidence']
}

/** A capture that was read: what was found, and the article to which it belongs. */
export interface ReadCapture {
  readonly sent: SentCapture
  readonly read: ReadAnswer
  article: string | null
}

/** The capture with the part of its record that does not depend on the versions of the article. */
interface Judged extends ReadCapture {
  readonly rawHash: string | null
  readonly bytes: number
}

/** Records captures in the order of time; the results are parallel. `article` null: none was made of them. */
export async function recordImported(
  w: Importing,
  article: string | null,
  captures: readonly ReadCapture[],
): Promise<ImportedCapture[]> {
  const now = isoOf(w.now)
  const judged = await judgedInTurn(w, article, captures)
  const bad = judged.filter((one) => !('reading' in one.read))
  const results = new Map<Judged, NewCapture>(bad.map((one) => [one, captureOf(one, article, null)]))
  const unread = [...results.values()]
  const good = judged.filter((one) => 'reading' in one.read)
  if (article === null || good.length === 0) await w.store.batchWrite(capturesRecorded(unread, now))
  else {
    const inputs = good.flatMap(({ read, sent }) =>
      'reading' in read ? [versionInput(read.reading, sent.landedUrl, sent.capturedAt)] : [],
    )
    // A write may be tried again, so the statements depend on what it records alone; those that were not read go with the first capture.
    await ingestAll(w.store, article, inputs, now, (recorded) => {
      const made = [...recorded].flatMap(([i, outcome]): NewCapture[] => {
        const one = good[i]
        if (!one) return []
        const capture = captureOf(one, article, outcome)
        results.set(one, capture)
        return [capture]
      })
      const all = recorded.has(0) ? [...unread, ...made] : made
      return capturesRecorded(
        all.sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1)),
        now,
      )
    })
  }
  return judged.flatMap((one) => {
    const capture = results.get(one)
    return capture ? [resultOf(capture)] : []
  })
}

const resultOf = ({ outcome, article, version, evidence }: NewCapture): ImportedCapture => ({
  outcome: outcome as CaptureOutcome,
  known: false,
  article,
  version,
  evidence,
})

/** Judges each against the one before it, and keeps the bytes of those whose text is not known already. */
async function judgedInTurn(w: Importing, article: string | null, captures: readonly ReadCapture[]): Promise<Judged[]> {
  const first = captures[0]?.sent.capturedAt
  const earlier = article === null || first === undefined ? null : await latestText(w.store, article, first)
  let known: Pick<LatestText, 'title' | 'body' | 'contentHash'> | null = earlier
  const judged: Judged[] = []
  for (const { sent, read: alone, article } of captures) {
    let read = alone
    let isKnown = false
    if ('reading' in alone) {
      read = judgedWith(alone, sent.landedUrl, { asked: sent.url, previous: known?.body })
      if ('reading' in read) {
        const { title, byline, body } = versionInput(alone.reading, sent.landedUrl, sent.capturedAt)
        const contentHash = hashAsStored({ title, byline, body })
        isKnown = known?.contentHash === contentHash
        known = { title, body, contentHash }
      }
    }
    const bytes = typeof sent.body === 'string' ? new TextEncoder().encode(sent.body) : sent.body
    const rawHash = w.raw && !isKnown && bytes.length > 0 ? await keepRaw(w.raw, bytes) : null
    judged.push({ sent, read, article, rawHash, bytes: bytes.length })
  }
  return judged
}

/** The row of a capture. `recorded`: what became of its text; null: it was not read. */
function captureOf({ sent, read, rawHash, bytes }: Judged, article: string | null, recorded: Recorded | null): NewCapture {
  const { outcome, evidence, reader, version } = endOf(read, recorded)
  return {
    watch: null,
    article,
    version,
    url: sent.url,
    landedUrl: sent.landedUrl,
    redirects: [],
    capturedAt: sent.capturedAt,
    outcome,
    good: isGood(outcome),
    evidence: sent.source === null ? evidence : [...evidence, { rule: 'imported_from', text: sent.source }],
    status: sent.status,
    headers: sent.headers,
    bytes,
    rawHash,
    reader,
  }
}

interface End extends Pick<NewCapture, 'evidence' | 'reader' | 'version'> {
  readonly outcome: CaptureOutcome
}

function endOf(read: ReadAnswer, recorded: Recorded | null): End {
  if (!('reading' in read))
    return { outcome: read.outcome, evidence: read.evidence, reader: read.reader ?? null, version: null }
  if (recorded === null) throw new RangeError('an article that was not recorded')
  const { evidence } = read
  switch (recorded.outcome) {
    case 'created':
      return { outcome: 'created', evidence, reader: READER, version: recorded.version.number }
    case 'unchanged':
      return { outcome: 'unchanged', evidence, reader: READER, version: recorded.number }
    case 'refused': {
      const reason = { rule: 'stored_text', text: recorded.failure.message }
      return { outcome: 'not_stored', evidence: [reason], reader: READER, version: null }
    }
  }
}
