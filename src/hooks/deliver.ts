/**
 * Delivers changes to hooks, at least once and to each hook in the order of the feed: a message that is not taken is sent again,
 * with waits that grow, until the hook is disabled. Several deliverers may run at once; a hook is served by one of them.
 */

import { deliveriesPruned, markOnce, openOnce } from '../store/hooks/deliveries.ts'
import {
  acquireLease,
  anyDue,
  type HookLease,
  markDelivered,
  markFailed,
  openDelivery,
  pendingDelivery,
  releaseLease,
  skip,
} from '../store/hooks/hook-leases.ts'
import { hookTarget, secretsForgotten } from '../store/hooks/hooks.ts'
import { emptyOutbox, outboxIsEmpty } from '../store/hooks/outbox.ts'
import type { ChangeFilter } from '../store/read/change-filter.ts'
import { changeRows, changeView, lastChange } from '../store/read/changes.ts'
import type { Store } from '../store/store.ts'
import { attempt, type Sender } from './attempt.ts'
import { type Message, MOST_CHANGES, messageOf, pingOf, type Wording } from './message.ts'

/** Failures in a row after which a hook is disabled. */
export const MOST_FAILURES = 10
/** The wait after the first failure, by how much each one after it is longer, and the longest, in milliseconds. */
const FIRST_WAIT = 10_000
const GROWTH = 4
const LONGEST_WAIT = 12 * 3_600_000
/** How long a deliverer keeps a hook to itself, in milliseconds: far longer than an attempt takes. */
const TURN = 60_000
/** How many hooks are served at once. */
const LANES = 4
/** What the log keeps: days, and deliveries of a hook. */
export const LOG_DAYS = 30
export const LOG_LENGTH = 1000

/** The filters of the change feed. */
export type HookFilter = Omit<ChangeFilter, 'after' | 'standing' | 'order' | 'limit'>

export interface Delivering extends Sender {
  readonly store: Store
  /** From 0 to 1. */
  readonly random: () => number
  readonly wording: Wording & { readonly filter: (filters: string) => HookFilter }
}

/** How long to wait after so many failures in a row, in milliseconds: a quarter less to a quarter more than the plan. */
export function waitAfter(failures: number, random: () => number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * GROWTH ** (failures - 1)) * (0.75 + random() / 2)
}

/**
 * Serves the hooks that are behind and due, at most so many messages, and says whether there is `more` to do at once. Throws
 * what the database throws; what was under way is then done again when the turn is over.
 */
export async function deliver(d: Delivering, most = Number.POSITIVE_INFINITY): Promise<{ more: boolean }> {
  const { store } = d
  const served = new Set<number>()
  if (await outboxIsEmpty(store)) {
    await prune(d, served)
    return { more: false }
  }
  let left = most
  const lane = async () => {
    while (left > 0 && !d.stopped?.aborted) {
      left--
      const hook = await serveNext(d)
      if (hook === null) {
        left++
        return
      }
      served.add(hook)
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane))
  await prune(d, served)
  await emptyOutbox(store)
  const failed = lanes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return { more: await anyDue(store, new Date(d.clock()).toISOString()) }
}

/**
 * Forgets what is older than the log, whoever it was sent to, what the hooks that were sent something have beyond its length, and
 * secrets that sign no more.
 */
function prune({ store, clock }: Pick<Delivering, 'store' | 'clock'>, served: Iterable<number>): Promise<void> {
  const now = clock()
  const since = new Date(now - LOG_DAYS * 86_400_000).toISOString()
  return store.batchWrite([
    ...deliveriesPruned({ hooks: [...served], since, most: LOG_LENGTH }),
    secretsForgotten(new Date(now).toISOString()),
  ])
}

/** Serves the hook whose turn it is, with one message at most, and gives its id; null if none is due. */
async function serveNext(d: Delivering): Promise<number | null> {
  const { store, clock } = d
  const now = new Date(clock()).toISOString()
  const turn = await acquireLease(store, { lease: crypto.randomUUID(), now, until: new Date(clock() + TURN).toISOString() })
  if (!turn) return null
  const { pending, message, end } = await nextMessage(d, turn)
  if (!message) {
    await skip(store, turn, end, now)
    return turn.id
  }
  const delivery = pending ?? (await openDelivery(store, turn, { type: 'changes.recorded', ...message, now }))
  if (delivery !== null) await send(d, turn, delivery, message)
  return turn.id
}

/** What is to be told next; no message: nothing up to `end`. */
async function nextMessage({ store, wording }: Delivering, turn: HookLease) {
  const filter = { ...wording.filter(turn.filters), after: turn.cursor, standing: false, order: 'recorded' } as const
  // The highest id before the rows: what is recorded in between is read again, not passed over.
  const [[last], [pending], rows] = await store.batchRead([
    lastChange(store),
    pendingDelivery(store, turn.id),
    changeRows(store, { ...filter, limit: MOST_CHANGES + 1 }),
  ])
  const all = rows.length <= MOST_CHANGES ? (last?.id ?? 0) : 0
  const end = pending?.upto ?? Math.max(all, rows.at(-1)?.id ?? 0)
  const told = rows.filter((row) => row.id <= end).map(changeView)
  return { pending: pending?.id ?? null, message: messageOf(told, end, wording), end }
}

async function send(d: Delivering, turn: HookLease, delivery: number, message: Message): Promise<void> {
  const { store, clock, random } = d
  const { retryAfter, ...outcome } = await attempt(d, turn, delivery, message.body)
  if (outcome.error !== null && d.stopped?.aborted) return releaseLease(store, turn)
  const now = new Date(clock()).toISOString()
  if (outcome.error === null) return markDelivered(store, turn, { id: delivery, upto: message.upto }, outcome, now)
  const failures = turn.failures + 1
  const disabled =
    outcome.status === 410
      ? 'The receiver answered 410 Gone.'
      : failures >= MOST_FAILURES
        ? `${failures} attempts in a row failed; the last: ${outcome.error}`
        : null
  const wait = Math.max(waitAfter(failures, random), Math.min(retryAfter, LONGEST_WAIT))
  await markFailed(store, turn, delivery, outcome, { now, dueAt: new Date(clock() + wait).toISOString(), disabled })
}

/** Sends a hook a message that says nothing, once, whether it is enabled or not. Gives the delivery's id; null: no such hook. */
export async function ping({ store, ...sender }: Sender & { readonly store: Store }, hook: number): Promise<number | null> {
  const target = await hookTarget(store, hook)
  if (!target) return null
  const now = () => new Date(sender.clock()).toISOString()
  const delivery = await openOnce(store, hook, 'ping', now())
  await markOnce(store, delivery, await attempt(sender, target, delivery, pingOf(hook, now())), now())
  await prune({ store, clock: sender.clock }, [hook])
  return delivery
}
