/**
 * Reads the page of an article's latest version once more: a newer reader, or other selectors, may find another text in the same bytes.
 * That text becomes a version of its own, at the time of the page, whose differences are no edits, so that what the site changes after it is compared with it.
 */
import { decodePage } from '../capture/charset.ts'
import { READER } from '../capture/reading.ts'
import { ingest } from '../recording/ingest.ts'
import { hashAsStored } from '../recording/storable.ts'
import { captureRecorded, type KeptCapture, lastKept, type NewCapture } from '../store/captures/captures.ts'
import { latestText } from '../store/captures/latest-text.ts'
import { ChangedBytes, type RawStore, rawBytes } from './raw-store.ts'
import { readAnswer, versionInput } from './read-answer.ts'
import type { Check } from './settle.ts'
import { isoOf, settingsOf, type Watching } from './watching.ts'

/**
 * Whether a version came of it. `newerOnly`: only where an older reader read the page last. A page that a newer reader reads alike, or as
 * no article, is recorded as read again, and its version stands. Throws what `ingest` throws.
 */
export async function rereadLast(
  w: Watching,
  { watch, lease }: Check,
  article: string | null,
  newerOnly = false,
): Promise<boolean> {
  const latest = article === null || w.raw === null ? null : await latestText(w.store, article)
  if (article === null || w.raw === null || latest === null) return false
  const kept = await lastKept(w.store, watch.id, latest.id)
  const isNewer = kept?.reader !== READER
  if (kept === null || (newerOnly && !isNewer)) return false
  const bytes = await unchangedBytes(w.raw, kept.rawHash)
  if (bytes === null) return false
  const read = readAnswer(answerOf(kept, bytes), settingsOf(watch))
  const now = isoOf(w.clock())
  const recorded = (version: number, evidence: NewCapture['evidence']) =>
    captureRecorded(readAgain(kept, { watch: watch.id, article, version, evidence }), now, lease)
  const text = 'outcome' in read ? null : versionInput(read.reading, kept.landedUrl, latest.capturedAt)
  if (text !== null && hashAsStored(text) !== latest.contentHash) {
    await ingest(w.store, article, { ...text, rereads: latest.id }, now, (outcome) => [
      recorded('version' in outcome ? outcome.version.number : outcome.number, read.evidence),
    ])
    return true
  }
  if (isNewer) await w.store.batchWrite([recorded(latest.number, read.evidence)])
  return false
}

/** Bytes that were changed are as good as none: the page is checked all the same. */
async function unchangedBytes(raw: RawStore, hash: string) {
  try {
    return await rawBytes(raw, hash)
  } catch (error) {
    if (error instanceof ChangedBytes) return null
    throw error
  }
}

const answerOf = ({ headers, url, landedUrl }: KeptCapture, bytes: Uint8Array) => {
  const type = (JSON.parse(headers) as Record<string, string>)['content-type'] ?? null
  return { status: 200, type, asked: url, url: landedUrl, html: () => decodePage(bytes, type).text }
}

/** The same bytes, of the same time, read by today's reader. */
const readAgain = (
  { redirects, headers, ...kept }: KeptCapture,
  made: Pick<NewCapture, 'watch' | 'article' | 'version' | 'evidence'>,
): NewCapture => ({
  ...kept,
  redirects: JSON.parse(redirects) as NewCapture['redirects'],
  headers: JSON.parse(headers) as NewCapture['headers'],
  ...made,
  outcome: 'read_again',
  good: true,
  reader: READER,
})
