/** Checks the watches that are due and makes the requests to hubs that are, several hosts at once and each host by one reader at a time. */
import { anyWatchDue, type HostLease, hostReleased, leaseNextHost } from '../store/captures/host-leases.ts'
import { dueSubscription } from '../store/captures/subscriptions.ts'
import { dueWatch, type WatchRow, watchPostponed } from '../store/captures/watches.ts'
import { forgetFutureOfWatches } from '../store/future-times.ts'
import { admissionOf, KEEPS_LEASE, LEASE } from './admission.ts'
import { checkFeed } from './check-feed.ts'
import { checkPage } from './check-page.ts'
import { isoOf, type Watching } from './watching.ts'
import { requestHub } from './websub/request-hub.ts'

/** How many hosts are read at once. */
export const READERS = 6

/** How long a watch whose check threw is left alone, in milliseconds. */
const AFTER_FAULT = 600_000

/** Does what is due, at most `most` checks and requests to hubs, and reports whether there is `more` to do at once. Throws what the database throws. */
export async function checkDue(w: Watching, most = Number.POSITIVE_INFINITY, readers = READERS): Promise<{ more: boolean }> {
  await forgetFutureOfWatches(w.store, w.clock())
  let left = most
  const reader = async () => {
    while (left > 0 && !w.stopped?.aborted) {
      left--
      const now = w.clock()
      const lease = await leaseNextHost(w.store, { lease: crypto.randomUUID(), now: isoOf(now), until: isoOf(now + LEASE) })
      if (lease === null) return
      await checkHost(w, lease)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: readers }, reader))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed && !w.stopped?.aborted) throw failed.reason
  return { more: await anyWatchDue(w.store, isoOf(w.clock())) }
}

/** Does what has been due for longest at a leased host, a request to a hub before a check, and ends the lease. */
async function checkHost(w: Watching, lease: HostLease): Promise<void> {
  const subscription = await dueSubscription(w.store, lease.host, isoOf(w.clock()))
  if (subscription) return requestHub(w, lease, subscription)
  const watch = await dueWatch(w.store, lease.host, isoOf(w.clock()))
  if (watch) return checkWatch(w, lease, watch)
  await w.store.batchWrite([hostReleased(lease, isoOf(w.clock()))])
}

/** Checks a watch whose host is leased, and ends the lease, also where the check throws. */
export async function checkWatch(w: Watching, lease: HostLease, watch: WatchRow): Promise<void> {
  const admission = admissionOf(w, lease)
  // A lease that could not be kept may be taken by another: then this check records nothing.
  const keeping = setInterval(() => void w.store.batchWrite(admission.kept()).catch(() => {}), KEEPS_LEASE)
  try {
    await (watch.kind === 'feed' ? checkFeed : checkPage)(w, { watch, lease, admission })
  } catch (error) {
    // A check that fails by a fault of this program or of its storage must not keep the other watches of its host from theirs.
    const later = w.stopped?.aborted ? [] : [watchPostponed(watch.id, lease, isoOf(w.clock() + AFTER_FAULT))]
    await w.store.batchWrite([...later, ...admission.released(lease.host, 0)])
    throw error
  } finally {
    clearInterval(keeping)
  }
}
