/** Leases of hooks: a hook that is behind is leased to one deliverer at a time, and the end of an attempt ends the lease. */
import { type SQL, sql } from 'drizzle-orm'
import { deliveries } from '../hook-schema.ts'
import type { Store } from '../store.ts'
import type { HookTarget } from './hooks.ts'
import { NEW_MESSAGE, type OpenDelivery } from './message-id.ts'

/** A hook that no other deliverer serves until the lease ends. */
export interface HookLease extends HookTarget {
  /** JSON, see the column. */
  readonly filters: string
  readonly cursor: number
  readonly failures: number
  readonly lease: string
}

/** Which of the hooks that are due is served first. */
export type LeaseOrder = 'longest wait' | 'answering'

/** Whether the last attempt failed, and whether no message was ever taken. Silent receivers are one or the other. */
const NOT_ANSWERING = sql`h.failures > 0, not exists (select 1 from deliveries d where d.hook_id = h.id and d.status = 'delivered'), `

/**
 * The next of the hooks that are behind, due and not leased, as a subquery: the one that has waited longest, or the one that has
 * waited longest of those whose receivers answer.
 */
const nextDue = (now: string, order: LeaseOrder) => sql`(select h.id from hooks h where h.disabled_at is null
  and not exists (select 1 from restorations where id = 1) and h.due_at <= ${now} and (h.leased_until is null or h.leased_until <= ${now}) and h.cursor < (select max(id) from outbox)
  order by ${order === 'answering' ? NOT_ANSWERING : sql``}h.due_at, h.id limit 1)`

/** Leases the next hook; null if none is due. */
export async function acquireLease(
  store: Store,
  { lease, now, until, order }: { lease: string; now: string; until: string; order: LeaseOrder },
): Promise<HookLease | null> {
  const [acquired] = await store.db.all<HookLease>(sql`update hooks set lease = ${lease}, leased_until = ${until}
    where id = ${nextDue(now, order)}
    returning id, url, format, every, at, secret, previous_secret as previousSecret, previous_until as previousUntil, filters, cursor, failures, lease`)
  return acquired ?? null
}

/** Whether any hook is due. */
export async function anyDue(store: Store, now: string): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from hooks where id = ${nextDue(now, 'longest wait')}`)
  return rows.length > 0
}

/** Only the deliverer that still has the lease may record how the attempt ended. */
const leased = ({ id, lease }: HookLease) => sql`id = ${id} and lease = ${lease}`
const stillLeased = (lease: HookLease) => sql`exists (select 1 from hooks where ${leased(lease)})`
const released = sql`lease = null, leased_until = null`

/** Ends the lease as if it had not been acquired. */
export async function releaseLease(store: Store, lease: HookLease): Promise<void> {
  await store.batchWrite([sql`update hooks set ${released} where ${leased(lease)}`])
}

/** Moves the hook past changes of which none is for it; it is due again at `dueAt`. A message that was pending is dropped. */
export async function skip(store: Store, lease: HookLease, upto: number, dueAt: string): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set status = 'dropped', error = 'All of its changes are withheld by now.'
      where hook_id = ${lease.id} and status = 'pending' and ${stillLeased(lease)}`,
    sql`update hooks set cursor = max(cursor, ${upto}), failures = 0, due_at = ${dueAt}, ${released} where ${leased(lease)}`,
  ])
}

/** How an attempt ended. */
export interface Outcome {
  /** The HTTP status of the answer; null: there was none. */
  readonly status: number | null
  /** Why it failed; null: it was delivered. */
  readonly error: string | null
}

const attempted = ({ status, error }: Outcome, now: string): SQL =>
  sql`attempts = attempts + 1, response_status = ${status}, error = ${error}, attempted_at = ${now}`

/** Records that a message was delivered, and moves the hook past it; it is due again at `dueAt`. */
export async function markDelivered(
  store: Store,
  lease: HookLease,
  { id, upto }: { readonly id: number; readonly upto: number },
  outcome: Outcome,
  { now, dueAt }: { readonly now: string; readonly dueAt: string },
): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set status = 'delivered', delivered_at = ${now}, ${attempted(outcome, now)}
      where id = ${id} and ${stillLeased(lease)}`,
    sql`update hooks set cursor = max(cursor, ${upto}), failures = 0, due_at = ${dueAt}, ${released} where ${leased(lease)}`,
  ])
}

/** Records that an attempt failed: the next one is due at `dueAt`, or the hook is disabled for a reason. */
export async function markFailed(
  store: Store,
  lease: HookLease,
  delivery: number,
  outcome: Outcome,
  { now, dueAt, disabled }: { readonly now: string; readonly dueAt: string; readonly disabled: string | null },
): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set ${attempted(outcome, now)} where id = ${delivery} and ${stillLeased(lease)}`,
    sql`update hooks set failures = failures + 1, due_at = ${dueAt}, disabled_reason = ${disabled},
      disabled_at = ${disabled === null ? null : now}, ${released} where ${leased(lease)}`,
  ])
}

/** The query for the pending message of a hook: its row, its id, and the last change that it is about. */
export function pendingDelivery(store: Store, hook: number) {
  return store.db
    .select({ id: deliveries.id, message: deliveries.message, upto: deliveries.upto })
    .from(deliveries)
    .where(sql`${deliveries.hookId} = ${hook} and ${deliveries.status} = 'pending'`)
    .limit(1)
}

export interface NewDelivery {
  readonly type: string
  /** The article; null: it is about several. */
  readonly slug: string | null
  readonly changes: number
  readonly upto: number
  readonly now: string
}

/** Records a message before it is sent, so that it has the same id at every attempt. null: the lease is over. */
export async function openDelivery(store: Store, lease: HookLease, delivery: NewDelivery): Promise<OpenDelivery | null> {
  const { type, slug, changes, upto, now } = delivery
  const [row] = await store.db.all<OpenDelivery>(sql`insert into deliveries
      (hook_id, message, type, status, article_id, changes, upto, created_at)
    select ${lease.id}, ${NEW_MESSAGE}, ${type}, 'pending', (select article_id from slugs where slug = ${slug}), ${changes}, ${upto}, ${now}
    where ${stillLeased(lease)} returning id, message`)
  return row ?? null
}
