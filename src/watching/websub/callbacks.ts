/** Takes the calls of hubs: a subscription holds, is denied or ended; a feed has something new (WebSub, sections 5.2, 5.3 and 7). */
import {
  confirmEnd,
  confirmSubscription,
  denySubscription,
  feedReported,
  subscriptionCalled,
} from '../../store/captures/subscriptions.ts'
import type { Store } from '../../store/store.ts'
import { isoOf } from '../watching.ts'
import { isSigned } from './signature.ts'
import { DENIED_FOR, reportedCheck, termOf } from './terms.ts'

/** The most characters of a reason that are kept. */
const LONGEST_REASON = 300

export interface Told {
  readonly mode: string | undefined
  readonly topic: string | undefined
  /** As it was sent. */
  readonly leaseSeconds: string | undefined
  readonly reason: string | undefined
}

/** Records what a hub tells of the subscription with this callback, and returns whether it is so: a request of ours, and its topic. */
export async function hubTold(
  store: Store,
  callback: string,
  { mode, topic = '', leaseSeconds = '0', reason }: Told,
  now: number,
): Promise<boolean> {
  const known = { callback, topic }
  if (mode === 'unsubscribe') return confirmEnd(store, known)
  if (mode === 'denied') {
    const said = reason?.slice(0, LONGEST_REASON) || 'The hub gave no reason.'
    return denySubscription(store, known, { now: isoOf(now), reason: said, dueAt: isoOf(now + DENIED_FOR) })
  }
  if (mode !== 'subscribe' || !/^\d{1,12}$/.test(leaseSeconds)) return false
  const { until, renewAt } = termOf(Number(leaseSeconds), now)
  return confirmSubscription(store, known, { now: isoOf(now), until: isoOf(until), renewAt: isoOf(renewAt) })
}

/**
 * Takes a report of a hub: a signed one makes its feed due, and nothing else of it counts. `body` is read where the callback is known
 * only. Returns false where it is not. Throws what `body` throws.
 */
export async function hubReported(
  store: Store,
  callback: string,
  signature: string | undefined,
  body: () => Promise<Uint8Array<ArrayBuffer>>,
  now: number,
): Promise<boolean> {
  const called = await subscriptionCalled(store, callback)
  if (called === null) return false
  if (await isSigned(signature, called.secret, await body())) {
    const checkedAt = called.checkedAt === null ? null : Date.parse(called.checkedAt)
    await store.batchWrite(feedReported(called, isoOf(now), isoOf(reportedCheck(checkedAt, now))))
  }
  return true
}
