/** Watches: creating, changing and removing them, and a check at once. */
import { canonicalKey } from '../addresses/canonical-key.ts'
import { addressFault } from '../addresses/public-address.ts'
import { Failure, invalid } from '../failure.ts'
import { type CaptureRow, captureRows } from '../store/captures/captures.ts'
import { type HostLease, leaseHost } from '../store/captures/host-leases.ts'
import {
  removeWatchRow,
  updateWatch,
  type WatchKind,
  type WatchPatch,
  type WatchRow,
  watchesAdded,
  watchRows,
} from '../store/captures/watches.ts'
import type { Store } from '../store/store.ts'
import { bumpArchive } from '../store/write/revision.ts'
import { LEASE } from './admission.ts'
import { checkWatch } from './check-next.ts'
import { isoOf, type Watching, type WatchSettings } from './watching.ts'

export interface GivenWatch {
  readonly url: string
  readonly kind: WatchKind
  /** The slug of its article; null: the first good capture finds or makes one. */
  readonly article: string | null
  readonly settings: WatchSettings
  /** In seconds; null: by the time since the last change. */
  readonly every: number | null
}

/** Records a watch that is due at once. Throws Failure: invalid, conflict (the page is watched already; `errors` names the watch). */
export async function createWatch(store: Store, given: GivenWatch, now: string, anywhere: boolean): Promise<WatchRow> {
  const { kind } = given
  const url = given.url.replace(/#(?!!).*/, '')
  const fault = addressFault(url.replace(/#.*/, ''), { anywhere, http: true })
  const key = canonicalKey(url)
  if (fault !== null || key === null) throw invalid('url', fault ?? 'is no http or https address')
  const known = await watchAt(store, key, kind)
  if (known)
    throw new Failure('conflict', `Watch ${known.id} reads ${known.url} already.`, [
      { path: 'url', message: `is that of watch ${known.id}` },
    ])
  const { article, every } = given
  const watch = {
    kind,
    url,
    key,
    host: new URL(url).host,
    article,
    feed: null,
    settings: JSON.stringify(given.settings),
    every,
    dueAt: now,
  }
  await store.batchWrite([...watchesAdded([watch], now), bumpArchive])
  const row = await watchAt(store, key, kind)
  if (!row) throw new Error('the watch was not recorded')
  return row
}

async function watchAt(store: Store, key: string, kind: WatchKind): Promise<WatchRow | undefined> {
  const [row] = await watchRows(store, { key, kind, limit: 1 })
  return row
}

/** Throws Failure not_found. */
export async function watchOf(store: Store, id: number): Promise<WatchRow> {
  const [row] = await watchRows(store, { id, limit: 1 })
  if (!row) throw new Failure('not_found', `There is no watch ${id}.`)
  return row
}

/** Changes a watch and returns it. Throws Failure not_found. */
export async function changeWatch(store: Store, id: number, patch: WatchPatch, now: string): Promise<WatchRow> {
  await watchOf(store, id)
  await updateWatch(store, id, patch, now)
  return watchOf(store, id)
}

/** Removes a watch; its captures stay. Throws Failure not_found. */
export async function removeWatch(store: Store, id: number): Promise<void> {
  await watchOf(store, id)
  await removeWatchRow(store, id)
}

/** How long a check waits for its host, and how often it looks, in milliseconds. */
const PATIENCE = 4000
const LOOK = 100

/**
 * Checks a watch now and returns the capture; it waits a little for a host that is being read or left alone for its pause. Null: the
 * host was not free, or the page turned out to be a feed; then the watch is due at once. Throws Failure not_found.
 */
export async function checkNow(w: Watching, id: number): Promise<CaptureRow | null> {
  const watch = await watchOf(w.store, id)
  const lease = await hostIn(w, watch.host)
  if (!lease) {
    const now = isoOf(w.clock())
    if (watch.dueAt !== null) await updateWatch(w.store, id, { dueAt: now }, now)
    return null
  }
  const [before] = await captureRows(w.store, { watch: id, limit: 1 })
  await checkWatch(w, lease, await watchOf(w.store, id))
  const [row] = await captureRows(w.store, { watch: id, limit: 1 })
  return row && row.id !== before?.id ? row : null
}

/** Leases a host as soon as it is free; null: it was not within PATIENCE. */
async function hostIn(w: Watching, host: string): Promise<HostLease | null> {
  for (let waited = 0; ; waited += LOOK) {
    const now = w.clock()
    const lease = await leaseHost(w.store, host, { lease: crypto.randomUUID(), now: isoOf(now), until: isoOf(now + LEASE) })
    if (lease || waited >= (w.patience ?? PATIENCE)) return lease
    await new Promise((resolve) => setTimeout(resolve, LOOK))
  }
}
