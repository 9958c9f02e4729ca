/** Requests to hubs: to begin or renew the subscription of a feed, or to end one (WebSub, sections 5.1 and 5.4). */
import { addressFault } from '../../addresses/public-address.ts'
import type { HostLease } from '../../store/captures/host-leases.ts'
import {
  type DueSubscription,
  hubAsked,
  hubFailed,
  subscriptionEnded,
  subscriptionRemoved,
} from '../../store/captures/subscriptions.ts'
import { type Fetched, fetchResource, type NotFetched } from '../../web/fetch-resource.ts'
import { type Admission, admissionOf } from '../admission.ts'
import { retryAfterOf } from '../cadence.ts'
import { isoOf, type Watching } from '../watching.ts'
import { ASKED_LEASE, askAgainAt, MOST_FAREWELLS, patientUntil } from './terms.ts'

/** How long a hub may take to answer, in seconds. */
const PATIENCE = 10

/** The origin at which hubs reach the archive; null: they do not. */
export const reachedAt = ({ publicUrl, anywhere }: Pick<Watching, 'publicUrl' | 'anywhere'>): string | null =>
  publicUrl !== undefined && addressFault(publicUrl, { anywhere, http: true }) === null ? publicUrl : null

/** Makes the request that is due for a subscription at a leased host, and ends the lease. Throws what the database throws, and where `stopped` ended it. */
export async function requestHub(w: Watching, lease: HostLease, due: DueSubscription): Promise<void> {
  const admission = admissionOf(w, lease)
  try {
    const origin = reachedAt(w)
    if (origin === null || isOver(due, isoOf(w.clock())))
      await w.store.batchWrite([
        due.endedAt === null ? subscriptionEnded(due.watch, lease, isoOf(w.clock())) : subscriptionRemoved(due.id),
      ])
    else await ask(w, admission, due, `${origin}/websub/${due.callback}`)
  } finally {
    await w.store.batchWrite(admission.released(lease.host, 0))
  }
}

/** Whether there is nothing left to end. */
const isOver = ({ endedAt, leaseUntil, attempts }: DueSubscription, now: string): boolean =>
  endedAt !== null && (leaseUntil === null || leaseUntil <= now || attempts >= MOST_FAREWELLS)

async function ask(w: Watching, admission: Admission, due: DueSubscription, callback: string): Promise<void> {
  const { id, hub, topic, secret, attempts, endedAt } = due
  const mode = endedAt === null ? 'subscribe' : 'unsubscribe'
  const askedAt = isoOf(w.clock())
  // A hub may confirm before it answers.
  await w.store.batchWrite([hubAsked(id, mode, askedAt, isoOf(askAgainAt(attempts + 1, w.clock())))])
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': topic,
    'hub.callback': callback,
    ...(mode === 'subscribe' && { 'hub.lease_seconds': String(ASKED_LEASE), 'hub.secret': secret }),
  })
  const { get, anywhere, userAgent, stopped } = w
  const admit = async (url: string) => {
    const fault = addressFault(url, { anywhere })
    return fault === null
      ? admission.admitService(url)
      : ({ fault: 'address_refused', message: `Not sent, because of the address: ${fault}.` } as const)
  }
  const answer = await fetchResource({ get, anywhere, userAgent, stopped, admit, timeout: PATIENCE }, hub, {
    accept: '*/*',
    form,
  })
  const reason = faultOf(answer)
  if (reason === null) return
  const now = w.clock()
  const wait = 'headers' in answer ? retryAfterOf(answer.headers['retry-after'], now) : 0
  await w.store.batchWrite([hubFailed(id, askedAt, reason, isoOf(now), isoOf(patientUntil(wait, now)))])
}

/** Why the hub does not take the request; null: it does. */
function faultOf(answer: Fetched | NotFetched): string | null {
  if ('fault' in answer) return answer.message
  return answer.status >= 200 && answer.status < 300 ? null : `It answered ${answer.status}.`
}
