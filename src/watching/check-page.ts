/** Checks a watched page: fetches, reads and judges it, and records a version where its text is a new one. */
import type { Capture } from '../capture/capture-page.ts'
import { decodePage } from '../capture/charset.ts'
import { readFeed } from '../capture/read-feed.ts'
import { READER } from '../capture/reading.ts'
import { Failure } from '../failure.ts'
import { ingest, type Outcome } from '../recording/ingest.ts'
import { hashAsStored, type VersionInput } from '../recording/storable.ts'
import { type LatestText, latestText } from '../store/captures/latest-text.ts'
import { watchIsFeed, watchPostponed } from '../store/captures/watches.ts'
import { type Fetched, fetchResource } from '../web/fetch-resource.ts'
import { articleKnownOf, articleOfPage } from './article-of-page.ts'
import { keepRaw } from './raw-store.ts'
import { HTML, judgedWith, readAnswer, versionInput } from './read-answer.ts'
import { rereadLast } from './reread-last.ts'
import { type Check, type Ended, fetchingOf, POSTPONED, sentValidators, settled } from './settle.ts'
import { isoOf, settingsOf, type Watching, type WatchSettings } from './watching.ts'
import { keepElsewhere } from './web-archive.ts'

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

/** Checks a page. Throws what the database throws, and where `stopped` ended it; then nothing is recorded. */
export async function checkPage(w: Watching, check: Check): Promise<void> {
  const { watch, lease, admission } = check
  const fetched = await fetchResource(fetchingOf(w, check), watch.url, { accept: ACCEPT, validators: sentValidators(watch) })
  const end = (ended: Ended) => w.store.batchWrite(settled(w, check, fetched, ended))
  if ('fault' in fetched) {
    const { fault, message } = fetched
    if (fault !== 'host_busy') return end({ outcome: fault, evidence: [{ rule: 'fetch', text: message }], changed: false })
    return w.store.batchWrite([
      watchPostponed(watch.id, lease, isoOf(w.clock() + POSTPONED)),
      ...admission.released(lease.host, 0),
    ])
  }
  if (fetched.status === 304) {
    await rereadLast(w, check, check.watch.article, true)
    return end({ outcome: 'not_modified', evidence: [], changed: false })
  }
  if (isFeed(watch, fetched))
    return w.store.batchWrite([...watchIsFeed(watch.id, lease, isoOf(w.clock())), ...admission.released(lease.host, 0)])
  const read = await pageIn(w, check, fetched, settingsOf(watch))
  if ('outcome' in read) {
    const rawHash = w.raw && fetched.bytes.length > 0 ? await keepRaw(w.raw, fetched.bytes) : null
    return end({ ...read, changed: false, rawHash })
  }
  return record(w, check, fetched, read)
}

/** Whether the first answer of a watch is a feed: then it is one, and the next check reads it as one. */
const isFeed = ({ article, checkedAt }: Check['watch'], { status, headers, bytes }: Fetched): boolean =>
  article === null &&
  checkedAt === null &&
  status === 200 &&
  /xml|json/i.test(headers['content-type'] ?? '') &&
  !HTML.test(headers['content-type'] ?? '') &&
  readFeed(decodePage(bytes, headers['content-type'] ?? null).text) !== null

interface ReadPage extends Pick<Capture, 'reading' | 'evidence'> {
  readonly settings: WatchSettings
  /** The latest version of the page's article; null: it has none yet. */
  readonly previous: LatestText | null
}

/** The article that came, or why it is none. */
async function pageIn(
  w: Watching,
  check: Check,
  { status, headers, bytes, url }: Fetched,
  settings: WatchSettings,
): Promise<ReadPage | Pick<Ended, 'outcome' | 'evidence' | 'reader'>> {
  const { watch } = check
  const type = headers['content-type'] ?? null
  const read = readAnswer({ status, type, asked: watch.url, url, html: () => decodePage(bytes, type).text }, settings)
  if ('outcome' in read) return read
  const article = watch.article ?? (await articleKnownOf(w, watch.url, url, read.reading))
  const previous = await lastAsReadNow(w, check, article, versionInput(read.reading, url, null))
  const judged = judgedWith(read, url, { asked: watch.url, previous: previous?.body })
  return 'outcome' in judged ? judged : { ...judged, settings, previous }
}

/** The article's latest text, its page read as pages are read now where another text has come; null: it has none yet. */
async function lastAsReadNow(w: Watching, check: Check, article: string | null, now: VersionInput): Promise<LatestText | null> {
  const latest = article === null ? null : await latestText(w.store, article)
  if (article === null || latest === null || latest.contentHash === hashAsStored(now)) return latest
  return (await rereadLast(w, check, article)) ? latestText(w.store, article) : latest
}

/** Records a good page as a version or as a check, with its capture in the same write. */
async function record(
  w: Watching,
  check: Check,
  fetched: Fetched,
  { reading: page, evidence, settings, previous }: ReadPage,
): Promise<void> {
  const slug = await articleOfPage(w, check, fetched, page, settings)
  // The bytes of a text that is known already are not kept again.
  const input = versionInput(page, fetched.url, null)
  const latest = slug === check.watch.article ? previous : await latestText(w.store, slug)
  const isKnown = latest?.contentHash === hashAsStored(input)
  const rawHash = w.raw && !isKnown ? await keepRaw(w.raw, fetched.bytes) : null
  const also = (outcome: Outcome) =>
    settled(w, check, fetched, {
      outcome: outcome.outcome,
      evidence,
      changed: outcome.outcome === 'created',
      article: slug,
      version: outcome.outcome === 'created' ? outcome.version.number : outcome.number,
      rawHash,
      reader: READER,
    })
  try {
    const recorded = await ingest(w.store, slug, input, isoOf(w.clock()), also)
    if (recorded.outcome === 'created') await keepElsewhere(w, slug, recorded.version.number, fetched.url)
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'too_large'].includes(error.code)) throw error
    const refused = [{ rule: 'stored_text', text: error.message }]
    const ended: Ended = { outcome: 'not_stored', evidence: refused, changed: false, article: slug, rawHash, reader: READER }
    await w.store.batchWrite(settled(w, check, fetched, ended))
  }
}
