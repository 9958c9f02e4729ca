/** The next message for a hook: the changes of one write, or the digest of a period that is over. */
import type { HOOK_FORMATS } from '../store/hook-schema.ts'
import { amongArticles, changeSources, changeSums, lastChangeBy } from '../store/hooks/change-sums.ts'
import { type HookLease, pendingDelivery } from '../store/hooks/hook-leases.ts'
import type { OpenDelivery } from '../store/hooks/message-id.ts'
import type { ChangeFilter } from '../store/read/change-filter.ts'
import { type ChangeRow, changeRows, changeView, lastChange } from '../store/read/changes.ts'
import { kindsOfMask } from '../store/sql/kind-mask.ts'
import type { Store } from '../store/store.ts'
import { digestTimes } from './digest-times.ts'
import { batchOf, digestOf, type Message, MOST_CHANGES, messageOf, type Wording } from './message.ts'
import { MOST_STORIES, type Summary, storiesBySum, summaryOf, sumsOf, type ToldChange } from './summary.ts'

/** The filters of the change feed. */
export type HookFilter = Omit<ChangeFilter, 'after' | 'standing' | 'order' | 'limit'>

/** The formats of chats, whose messages are for people. */
export type ChatFormat = Exclude<(typeof HOOK_FORMATS)[number], 'standard'>

/** How the interface writes messages, and reads the filters of a hook. */
export interface MessageWording extends Wording {
  readonly filter: (filters: string) => HookFilter
  readonly chat: (format: ChatFormat, summary: Summary) => string
  /** The message that tests a hook of a chat. */
  readonly chatPing: (format: ChatFormat, hook: number) => string
}

export interface NextMessage {
  /** The delivery that an earlier attempt opened. */
  readonly pending: OpenDelivery | null
  /** null: no change up to `end` is for the hook. */
  readonly message: Message | null
  readonly end: number
  /** When the hook is due after it. */
  readonly dueAt: string
}

interface Composing {
  readonly store: Store
  readonly wording: MessageWording
}

/** `now`: milliseconds since 1970. */
export function nextMessage(d: Composing, lease: HookLease, now: number): Promise<NextMessage> {
  const { every } = lease
  return every === 'write' ? ofWrite(d, lease, now) : ofPeriod(d, lease, every, now)
}

async function ofWrite({ store, wording }: Composing, lease: HookLease, now: number): Promise<NextMessage> {
  const filter = { ...wording.filter(lease.filters), after: lease.cursor, standing: false, order: 'recorded' } as const
  // The highest id is read before the rows, so that changes recorded in between are read again and not skipped.
  const [[last], [pending = null], rows] = await store.batchRead([
    lastChange(store),
    pendingDelivery(store, lease.id),
    changeRows(store, { ...filter, limit: MOST_CHANGES + 1 }),
  ])
  const all = rows.length <= MOST_CHANGES ? (last?.id ?? 0) : 0
  const end = pending?.upto ?? Math.max(all, rows.at(-1)?.id ?? 0)
  const next = { pending, end, dueAt: new Date(now).toISOString() }
  const batch = batchOf(rows.filter((row) => row.id <= end).map(changeView), end, wording)
  if (!batch) return { ...next, message: null }
  const { changes, upto } = batch
  const write = async ({ format }: HookLease) => {
    if (format === 'standard') return messageOf(batch, wording)
    const recorded = changes[0]?.recordedAt ?? ''
    const told = await toldChanges(store, rows.slice(0, changes.length))
    return wording.chat(format, summaryOf({ every: null, from: recorded, to: recorded }, sumsOf(changes), told))
  }
  const about = { type: 'changes.recorded', slug: changes[0]?.slug ?? null, changes: changes.length, upto } as const
  return { ...next, message: { ...about, body: await write(lease) } }
}

/** The most changes that a digest chooses from. */
const MOST_READ = 200

async function ofPeriod(
  { store, wording }: Composing,
  lease: HookLease,
  every: 'day' | 'week',
  now: number,
): Promise<NextMessage> {
  const times = digestTimes(every, lease.at, now)
  const [[until], [pending = null]] = await store.batchRead([
    lastChangeBy(store, new Date(times.last).toISOString()),
    pendingDelivery(store, lease.id),
  ])
  const end = pending?.upto ?? until?.id ?? 0
  const next = { pending, end, dueAt: new Date(times.next).toISOString() }
  const filter = {
    ...wording.filter(lease.filters),
    after: lease.cursor,
    below: end + 1,
    standing: false,
    order: 'recorded',
  } as const
  const rows = await changeSums(store, { ...filter, limit: -1 })
  if (rows.length === 0) return { ...next, message: null }
  const sums = rows.map((row) => ({ ...row, kinds: kindsOfMask(row.kinds) }))
  const among = amongArticles(storiesBySum(sums).slice(0, MOST_STORIES))
  const told = await toldChanges(store, await changeRows(store, { ...filter, among, limit: MOST_READ }))
  const [from, to] = [
    sums.map(({ first }) => first).sort()[0] ?? '',
    sums
      .map(({ last }) => last)
      .sort()
      .at(-1) ?? '',
  ]
  const summary = summaryOf({ every, from, to }, sums, told)
  const { format } = lease
  const body = format === 'standard' ? digestOf(summary, end, wording) : wording.chat(format, summary)
  return { ...next, message: { type: 'changes.digest', slug: null, changes: summary.changes, upto: end, body } }
}

async function toldChanges(store: Store, rows: readonly ChangeRow[]): Promise<ToldChange[]> {
  const sources = Map.groupBy(
    await changeSources(
      store,
      rows.map(({ id }) => id),
    ),
    ({ change }) => change,
  )
  return rows.map((row) => ({
    change: changeView(row),
    title: row.toTitle,
    sources: [...new Set((sources.get(row.id) ?? []).map(({ name }) => name))],
  }))
}
