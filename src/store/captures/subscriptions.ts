/** The rows of subscriptions to hubs: what is asked of a hub, what it confirms, and what it reports. */
import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { subscriptions, watches } from '../capture-schema.ts'
import type { Store } from '../store.ts'
import { type HostLease, hostsKnown, stillLeased } from './host-leases.ts'

export interface NewSubscription {
  readonly watch: number
  readonly hub: string
  readonly topic: string
  readonly callback: string
  readonly secret: string
}

/** The statements that record a subscription, which is asked for at once. A watch that is not checked any more gets none. */
export const subscriptionAdded = (
  { watch, hub, topic, callback, secret }: NewSubscription,
  lease: HostLease,
  now: string,
): SQL[] => {
  const { host } = new URL(hub)
  return [
    ...hostsKnown([host], now),
    sql`insert into subscriptions (watch_id, hub, host, topic, callback, secret, state, due_at, created_at, updated_at)
      select id, ${hub}, ${host}, ${topic}, ${callback}, ${secret}, 'pending', ${now}, ${now}, ${now} from watches
      where id = ${watch} and due_at is not null and ${stillLeased(lease)} on conflict do nothing`,
  ]
}

/** The statement that makes the subscription of a watch unwanted; the hub is asked to end it at once. */
export const subscriptionEnded = (watch: number, lease: HostLease, now: string): SQL =>
  sql`update subscriptions set ended_at = ${now}, due_at = ${now}, asked = null, attempts = 0, updated_at = ${now}
    where watch_id = ${watch} and ended_at is null and ${stillLeased(lease)}`

export type DueSubscription = NonNullable<Awaited<ReturnType<typeof dueSubscription>>>

/** The subscription at a host whose next request has been due for longest; null if none is. */
export async function dueSubscription(store: Store, host: string, now: string) {
  const [row] = await store.db
    .select({
      id: subscriptions.id,
      watch: subscriptions.watchId,
      hub: subscriptions.hub,
      topic: subscriptions.topic,
      callback: subscriptions.callback,
      secret: subscriptions.secret,
      attempts: subscriptions.attempts,
      leaseUntil: subscriptions.leaseUntil,
      endedAt: subscriptions.endedAt,
    })
    .from(subscriptions)
    .where(and(lte(subscriptions.dueAt, now), eq(subscriptions.host, host)))
    .orderBy(asc(subscriptions.dueAt), asc(subscriptions.id))
    .limit(1)
  return row ?? null
}

/** The condition that the hub's lease still holds. */
const isLeased = (now: string) => sql`coalesce(lease_until, '') > ${now}`

/** The statement that records that a request is made: from then on the hub may confirm it. */
export const hubAsked = (id: number, mode: 'subscribe' | 'unsubscribe', now: string, dueAt: string): SQL =>
  sql`update subscriptions set asked = ${mode}, asked_at = ${now}, attempts = attempts + 1, due_at = ${dueAt}, updated_at = ${now},
      state = case when ${isLeased(now)} then state else 'pending' end where id = ${id}`

/** The statement that records why a request failed that was made at `askedAt`, unless the hub has confirmed it. */
export const hubFailed = (id: number, askedAt: string, reason: string, now: string, notBefore: string): SQL =>
  sql`update subscriptions set reason = ${reason}, due_at = max(due_at, ${notBefore}), updated_at = ${now},
      state = case when ${isLeased(now)} then state else 'failed' end
    where id = ${id} and asked is not null and asked_at = ${askedAt}`

export const subscriptionRemoved = (id: number): SQL => sql`delete from subscriptions where id = ${id}`

/** Records that a hub confirms a subscription. False: none was asked for, or it was confirmed before. */
export async function confirmSubscription(
  store: Store,
  { callback, topic }: Pick<NewSubscription, 'callback' | 'topic'>,
  { now, until, renewAt }: { readonly now: string; readonly until: string; readonly renewAt: string },
): Promise<boolean> {
  const rows = await store.db.all(
    sql`update subscriptions set state = 'active', asked = null, attempts = 0, reason = null, lease_until = ${until},
        due_at = ${renewAt}, updated_at = ${now}
      where callback = ${callback} and topic = ${topic} and asked = 'subscribe' and ended_at is null returning id`,
  )
  return rows.length > 0
}

/** Removes a subscription whose end a hub confirms. False: that was not asked for. */
export async function confirmEnd(
  store: Store,
  { callback, topic }: Pick<NewSubscription, 'callback' | 'topic'>,
): Promise<boolean> {
  const rows = await store.db.all(
    sql`delete from subscriptions where callback = ${callback} and topic = ${topic} and asked = 'unsubscribe' returning id`,
  )
  return rows.length > 0
}

/** Records that a hub denies a subscription, or takes it back. False: there is none that is wanted. */
export async function denySubscription(
  store: Store,
  { callback, topic }: Pick<NewSubscription, 'callback' | 'topic'>,
  { now, reason, dueAt }: { readonly now: string; readonly reason: string; readonly dueAt: string },
): Promise<boolean> {
  const rows = await store.db.all(
    sql`update subscriptions set state = 'denied', asked = null, attempts = 0, reason = ${reason}, lease_until = null,
        due_at = ${dueAt}, updated_at = ${now}
      where callback = ${callback} and topic = ${topic} and ended_at is null returning id`,
  )
  return rows.length > 0
}

/** The subscription whose hub calls here, with the last check of its feed; null: there is none that is wanted. */
export async function subscriptionCalled(store: Store, callback: string) {
  const [row] = await store.db
    .select({
      id: subscriptions.id,
      watch: subscriptions.watchId,
      secret: subscriptions.secret,
      checkedAt: watches.checkedAt,
    })
    .from(subscriptions)
    .innerJoin(watches, eq(watches.id, subscriptions.watchId))
    .where(and(eq(subscriptions.callback, callback), sql`${subscriptions.endedAt} is null`))
    .limit(1)
  return row ?? null
}

/** The statements that record a report of a hub and make its feed due by `dueAt`, unless the feed was not read last time. */
export const feedReported = (
  { id, watch }: { readonly id: number; readonly watch: number },
  now: string,
  dueAt: string,
): SQL[] => [
  sql`update subscriptions set notified_at = ${now}, updated_at = ${now} where id = ${id}`,
  sql`update watches set due_at = ${dueAt}, updated_at = ${now} where id = ${watch} and due_at > ${dueAt} and failures = 0`,
]

/** The statement that makes a feed due by `dueAt` where its hub reported something while it was read, from `begunAt` on. */
export const reportedMeanwhile = (watch: number, begunAt: string, dueAt: string): SQL =>
  sql`update watches set due_at = ${dueAt} where id = ${watch} and due_at > ${dueAt} and failures = 0
    and exists (select 1 from subscriptions where watch_id = ${watch} and ended_at is null and notified_at > ${begunAt})`
