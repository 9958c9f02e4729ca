/** Checks a watched feed: pages that it names for the first time become watches of their own, and stay when they leave the feed. */
import { canonicalKey } from '../addresses/canonical-key.ts'
import { addressFault } from '../addresses/public-address.ts'
import { decodePage } from '../capture/charset.ts'
import { type FeedItem, readFeed } from '../capture/read-feed.ts'
import type { Statements } from '../recording/ingest.ts'
import { knownKeys, type NewWatch, watchesAdded, watchPostponed } from '../store/captures/watches.ts'
import { bumpArchive } from '../store/write/revision.ts'
import { type Fetched, fetchResource } from '../web/fetch-resource.ts'
import { outcomeOfStatus } from './outcomes.ts'
import { type Check, type Ended, fetchingOf, POSTPONED, sentValidators, settled } from './settle.ts'
import { isoOf, type Watching } from './watching.ts'
import { hubFollowed, reportsKept } from './websub/follow-hub.ts'
import { namedHub } from './websub/named-hub.ts'

const ACCEPT = 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1'

/** The most new pages that one check of a feed adds; the others are added by the next check, which gets the feed whole. */
const MOST_NEW = 200

/** Checks a feed. Throws what the database throws, and where `stopped` ended it; then nothing is recorded. */
export async function checkFeed(w: Watching, check: Check): Promise<void> {
  const { watch, lease, admission } = check
  const begun = w.clock()
  const fetched = await fetchResource(fetchingOf(w, check), watch.url, { accept: ACCEPT, validators: sentValidators(watch) })
  const end = (ended: Omit<Ended, 'changed'>, added: readonly NewWatch[] = [], also: Statements = []) =>
    w.store.batchWrite([
      ...watchesAdded(added, isoOf(w.clock())),
      ...(added.length > 0 ? [bumpArchive] : []),
      ...also,
      ...settled(w, check, fetched, { ...ended, changed: added.length > 0 }),
      ...reportsKept(w, check, begun),
    ])
  if ('fault' in fetched) {
    const { fault, message } = fetched
    if (fault !== 'host_busy') return end({ outcome: fault, evidence: [{ rule: 'fetch', text: message }] })
    return w.store.batchWrite([
      watchPostponed(watch.id, lease, isoOf(w.clock() + POSTPONED)),
      ...admission.released(lease.host, 0),
    ])
  }
  const failed = outcomeOfStatus(fetched.status)
  if (failed !== null) {
    const evidence = failed === 'not_modified' ? [] : [{ rule: 'status', text: String(fetched.status) }]
    return end({ outcome: failed, evidence })
  }
  const type = fetched.headers['content-type'] ?? null
  const feed = readFeed(decodePage(fetched.bytes, type).text)
  if (feed === null)
    return end({ outcome: 'not_a_feed', evidence: type === null ? [] : [{ rule: 'content_type', text: type }] })
  const found = await newPages(w, check, fetched, feed.items)
  const added = found.slice(0, MOST_NEW)
  const evidence = [
    { rule: 'items', text: String(feed.items.length) },
    { rule: 'new_pages', text: String(added.length) },
  ]
  const hub = namedHub(fetched, feed, watch.url, w.anywhere)
  const unfinished = found.length > added.length
  return end({ outcome: 'feed_read', evidence, unfinished }, added, hubFollowed(w, check, hub))
}

/** The pages of a feed that are not watched yet, the latest first. */
async function newPages(w: Watching, { watch }: Check, { url }: Fetched, items: readonly FeedItem[]): Promise<NewWatch[]> {
  const byKey = new Map<string, string>()
  for (const { url: link } of items) {
    const address = URL.parse(link, url)
    if (!address || addressFault(address.href.replace(/#.*/, ''), { anywhere: w.anywhere, http: true }) !== null) continue
    const key = canonicalKey(address.href)
    if (key !== null && address.href.length <= 2000 && !byKey.has(key)) byKey.set(key, address.href)
  }
  const known = await knownKeys(w.store, [...byKey.keys()])
  return [...byKey]
    .filter(([key]) => !known.has(key))
    .map(([key, href]) => ({
      kind: 'page',
      url: href,
      key,
      host: new URL(href).host,
      article: null,
      feed: watch.id,
      settings: watch.settings,
      every: null,
      dueAt: isoOf(w.clock()),
    }))
}
