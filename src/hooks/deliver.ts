/**
 * Delivers changes to hooks, at least once and to each hook in the order of the feed: a message that a receiver does not accept is
 * sent again, with growing waits, until the hook is disabled. Several deliverers may run at once; a hook is served by one of them.
 */

import { forgetFutureOfHooks } from '../store/future-times.ts'
import { deliveriesPruned, markOnce, openOnce } from '../store/hooks/deliveries.ts'
import {
  acquireLease,
  anyDue,
  type HookLease,
  type LeaseOrder,
  markDelivered,
  markFailed,
  openDelivery,
  releaseLease,
  skip,
} from '../store/hooks/hook-leases.ts'
import { hookTarget, secretsForgotten } from '../store/hooks/hooks.ts'
import type { OpenDelivery } from '../store/hooks/message-id.ts'
import { emptyOutbox, outboxIsEmpty } from '../store/hooks/outbox.ts'
import type { Store } from '../store/store.ts'
import { attempt, type Sender } from './attempt.ts'
import { type Message, pingOf } from './message.ts'
import { type MessageWording, nextMessage } from './next-message.ts'

/** Failures in a row after which a hook is disabled. */
export const MOST_FAILURES = 10
/** The wait after the first failure, the factor by which each next one is longer, and the longest, in milliseconds. */
const FIRST_WAIT = 10_000
const GROWTH = 4
const LONGEST_WAIT = 12 * 3_600_000
/** How long a deliverer leases a hook, in milliseconds: far longer than an attempt takes. */
const LEASE = 60_000
/**
 * How many hooks are served at once, and in which order each lane takes them. A receiver that does not answer holds its lane only
 * for PATIENCE, and hooks whose receivers answer come first in all lanes but one: so silent receivers delay them by PATIENCE at
 * most, however many there are, and hooks that fail still have a lane that serves the one that has waited longest.
 */
const LANES: readonly LeaseOrder[] = ['answering', 'answering', 'answering', 'longest wait']
/** How long a lane waits for a receiver, in milliseconds; then it serves the next hook while the attempt continues. */
export const PATIENCE = 1000
/** How long the log of deliveries goes back, in days, and how many deliveries of a hook it has. */
export const LOG_DAYS = 30
export const LOG_LENGTH = 1000

export interface Delivering extends Sender {
  readonly store: Store
  /** From 0 to 1. */
  readonly random: () => number
  readonly wording: MessageWording
  /** Takes attempts that are still waiting for an answer when all else is done. Default: they are waited for. */
  readonly background?: ((work: Promise<unknown>) => void) | undefined
}

/** How long to wait after so many failures in a row, in milliseconds, with a jitter of a quarter. */
export function waitAfter(failures: number, random: () => number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * GROWTH ** (failures - 1)) * (0.75 + random() / 2)
}

/**
 * Serves the hooks that are behind and due, with at most `most` messages, and reports whether there is `more` to do at once. Throws
 * what the database throws; attempts under way are then repeated when their lease is over.
 */
export async function deliver(d: Delivering, most = Number.POSITIVE_INFINITY): Promise<{ more: boolean }> {
  const { store } = d
  await forgetFutureOfHooks(store, d.clock())
  const served = new Set<number>()
  if (await outboxIsEmpty(store)) {
    await prune(d, served)
    return { more: false }
  }
  const unanswered: Promise<void>[] = []
  let left = most
  const lane = async (order: LeaseOrder) => {
    while (left > 0 && !d.stopped?.aborted) {
      left--
      const lease = await leaseNext(d, order)
      if (lease === null) {
        left++
        return
      }
      served.add(lease.id)
      const attempt = serve(d, lease)
      if (!(await endsWithin(PATIENCE, attempt))) unanswered.push(attempt)
    }
  }
  const lanes = await Promise.allSettled(LANES.map(lane))
  if (d.background) d.background(Promise.all(unanswered))
  else lanes.push(...(await Promise.allSettled(unanswered)))
  await prune(d, served)
  await emptyOutbox(store)
  const failed = lanes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return { more: await anyDue(store, new Date(d.clock()).toISOString()) }
}

/** Whether work ends within so many milliseconds. Throws what it throws until then. */
async function endsWithin(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Deletes deliveries that are too old, those of the `served` hooks beyond the length of the log, and expired secrets. */
function prune({ store, clock }: Pick<Delivering, 'store' | 'clock'>, served: Iterable<number>): Promise<void> {
  const now = clock()
  const since = new Date(now - LOG_DAYS * 86_400_000).toISOString()
  return store.batchWrite([
    ...deliveriesPruned({ hooks: [...served], since, most: LOG_LENGTH }),
    secretsForgotten(new Date(now).toISOString()),
  ])
}

/** Leases the next hook that is due; null if none is. */
function leaseNext({ store, clock }: Delivering, order: LeaseOrder): Promise<HookLease | null> {
  const now = clock()
  const until = new Date(now + LEASE).toISOString()
  return acquireLease(store, { lease: crypto.randomUUID(), now: new Date(now).toISOString(), until, order })
}

/** Serves a leased hook with one message at most, and ends the lease. */
async function serve(d: Delivering, lease: HookLease): Promise<void> {
  const { store, clock } = d
  const now = clock()
  const { pending, message, end, dueAt } = await nextMessage(d, lease, now)
  if (!message) return skip(store, lease, end, dueAt)
  const delivery = pending ?? (await openDelivery(store, lease, { ...message, now: new Date(now).toISOString() }))
  if (delivery !== null) await send(d, lease, delivery, message, dueAt)
}

/** `then`: when the hook is due after a message that was taken. */
async function send(d: Delivering, lease: HookLease, delivery: OpenDelivery, message: Message, then: string): Promise<void> {
  const { store, clock, random } = d
  const { retryAfter, ...outcome } = await attempt(d, lease, delivery.message, message.body)
  if (outcome.error !== null && d.stopped?.aborted) return releaseLease(store, lease)
  const now = new Date(clock()).toISOString()
  const sent = { id: delivery.id, upto: message.upto }
  if (outcome.error === null)
    return markDelivered(store, lease, sent, outcome, { now, dueAt: lease.every === 'write' ? now : then })
  const failures = lease.failures + 1
  const disabled =
    outcome.status === 410
      ? 'The receiver answered 410 Gone.'
      : failures >= MOST_FAILURES
        ? `${failures} attempts in a row failed; the last: ${outcome.error}`
        : null
  const wait = Math.max(waitAfter(failures, random), Math.min(retryAfter, LONGEST_WAIT))
  await markFailed(store, lease, delivery.id, outcome, { now, dueAt: new Date(clock() + wait).toISOString(), disabled })
}

/** Sends a hook a ping, once, whether it is enabled or not. Returns the id of the delivery's row; null: no such hook. */
export async function ping(
  { store, wording, ...sender }: Sender & Pick<Delivering, 'store' | 'wording'>,
  hook: number,
): Promise<number | null> {
  const target = await hookTarget(store, hook)
  if (!target) return null
  const now = () => new Date(sender.clock()).toISOString()
  const { format } = target
  const body = format === 'standard' ? pingOf(hook, now()) : wording.chatPing(format, hook)
  const { id, message } = await openOnce(store, hook, 'ping', now())
  await markOnce(store, id, await attempt(sender, target, message, body), now())
  await prune({ store, clock: sender.clock }, [hook])
  return id
}
