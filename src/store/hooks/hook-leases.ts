/** Whose turn it is: hooks that are behind, taken by one deliverer at a time, and how each attempt ends. */
import { type SQL, sql } from 'drizzle-orm'
import { deliveries } from '../hook-schema.ts'
import type { Store } from '../store.ts'
import type { HookTarget } from './hooks.ts'

/** A hook that nobody else serves for a while. */
export interface HookLease extends HookTarget {
  /** JSON, see the column. */
  readonly filters: string
  readonly cursor: number
  readonly failures: number
  readonly lease: string
}

/** The hook that has waited longest of those that are behind and due and that nobody serves, as a subquery. */
const nextInTurn = (now: string) => sql`(select h.id from hooks h where h.disabled_at is null and h.due_at <= ${now}
  and (h.leased_until is null or h.leased_until <= ${now}) and h.cursor < (select max(id) from outbox)
  order by h.due_at, h.id limit 1)`

/** Takes the hook whose turn it is; null if there is none. */
export async function acquireLease(
  store: Store,
  { lease, now, until }: { lease: string; now: string; until: string },
): Promise<HookLease | null> {
  const [turn] = await store.db.all<HookLease>(sql`update hooks set lease = ${lease}, leased_until = ${until}
    where id = ${nextInTurn(now)}
    returning id, url, secret, previous_secret as previousSecret, previous_until as previousUntil, filters, cursor, failures, lease`)
  return turn ?? null
}

/** Whether it is any hook's turn. */
export async function anyDue(store: Store, now: string): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from hooks where id = ${nextInTurn(now)}`)
  return rows.length > 0
}

/** Only who still has the turn may say how it ended. */
const ofTurn = ({ id, lease }: HookLease) => sql`id = ${id} and lease = ${lease}`
const turnHolds = (turn: HookLease) => sql`exists (select 1 from hooks where ${ofTurn(turn)})`
const given = sql`lease = null, leased_until = null`

/** Gives the turn back as if it had not been taken. */
export async function releaseLease(store: Store, turn: HookLease): Promise<void> {
  await store.batchWrite([sql`update hooks set ${given} where ${ofTurn(turn)}`])
}

/** There was nothing to tell up to a change. A message that waited for that is dropped. */
export async function skip(store: Store, turn: HookLease, upto: number, now: string): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set status = 'dropped', error = 'Nothing of it may be told any more.'
      where hook_id = ${turn.id} and status = 'pending' and ${turnHolds(turn)}`,
    sql`update hooks set cursor = max(cursor, ${upto}), failures = 0, due_at = ${now}, ${given} where ${ofTurn(turn)}`,
  ])
}

/** What an attempt came to. */
export interface Outcome {
  /** The HTTP status that was answered; null: there was no answer. */
  readonly status: number | null
  /** What went wrong; null: it was delivered. */
  readonly error: string | null
}

const attempted = ({ status, error }: Outcome, now: string): SQL =>
  sql`attempts = attempts + 1, response_status = ${status}, error = ${error}, attempted_at = ${now}`

/** A message was taken: the hook goes on behind it. */
export async function markDelivered(
  store: Store,
  turn: HookLease,
  { id, upto }: { readonly id: number; readonly upto: number },
  outcome: Outcome,
  now: string,
): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set status = 'delivered', delivered_at = ${now}, ${attempted(outcome, now)}
      where id = ${id} and ${turnHolds(turn)}`,
    sql`update hooks set cursor = max(cursor, ${upto}), failures = 0, due_at = ${now}, ${given} where ${ofTurn(turn)}`,
  ])
}

/** A message was not taken: the hook is tried again at `dueAt`, or disabled for a reason. */
export async function markFailed(
  store: Store,
  turn: HookLease,
  delivery: number,
  outcome: Outcome,
  { now, dueAt, disabled }: { readonly now: string; readonly dueAt: string; readonly disabled: string | null },
): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set ${attempted(outcome, now)} where id = ${delivery} and ${turnHolds(turn)}`,
    sql`update hooks set failures = failures + 1, due_at = ${dueAt}, disabled_reason = ${disabled},
      disabled_at = ${disabled === null ? null : now}, ${given} where ${ofTurn(turn)}`,
  ])
}

/** The query for the message that waits to be sent to a hook: its id, and the last change that it is about. */
export function pendingDelivery(store: Store, hook: number) {
  return store.db
    .select({ id: deliveries.id, upto: deliveries.upto })
    .from(deliveries)
    .where(sql`${deliveries.hookId} = ${hook} and ${deliveries.status} = 'pending'`)
    .limit(1)
}

export interface NewDelivery {
  readonly type: string
  readonly slug: string
  readonly changes: number
  readonly upto: number
  readonly now: string
}

/** Writes down that a message is to be sent, before it is: it keeps its id however often that takes. null: the turn is over. */
export async function openDelivery(store: Store, turn: HookLease, delivery: NewDelivery): Promise<number | null> {
  const { type, slug, changes, upto, now } = delivery
  const [row] = await store.db.all<{ id: number }>(sql`insert into deliveries
      (hook_id, type, status, article_id, changes, upto, created_at)
    select ${turn.id}, ${type}, 'pending', (select article_id from slugs where slug = ${slug}), ${changes}, ${upto}, ${now}
    where ${turnHolds(turn)} returning id`)
  return row?.id ?? null
}
