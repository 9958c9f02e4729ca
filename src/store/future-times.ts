/** Recovery from a clock that was decades ahead: what was due or leased by it would wait until then. */
import { sql } from 'drizzle-orm'
import type { Store } from './store.ts'

/** Nothing that is due or leased is as far ahead as this, in milliseconds: two years. */
const FAR = 2 * 366 * 86_400_000
/** The clock went back if it reads so much less than before, in milliseconds. */
const STEP = 60_000

/** The time that the clock read when the times of an archive were last looked at, of hooks and of watches. */
const seen = { hooks: new WeakMap<Store, number>(), watches: new WeakMap<Store, number>() }

/** Whether the times have to be looked at: once a process, and where the clock went back since the last time. */
function mayBeWrong(of: keyof typeof seen, store: Store, now: number): boolean {
  const before = seen[of].get(store)
  seen[of].set(store, now)
  return before === undefined || now <= before - STEP
}

const timesAt = (now: number) => ({ due: new Date(now).toISOString(), far: new Date(now + FAR).toISOString() })

/** Makes due the hooks that are due, or leased, in a future that only a wrong clock can have meant. `now`: milliseconds since 1970. */
export async function forgetFutureOfHooks(store: Store, now: number): Promise<void> {
  if (!mayBeWrong('hooks', store, now)) return
  const { due, far } = timesAt(now)
  await store.db.run(sql`update hooks set due_at = min(due_at, ${due}), lease = null, leased_until = null
    where (disabled_at is null and due_at > ${far}) or leased_until > ${far}`)
}

/** Makes due the watches and the requests to hubs that are due in such a future, and frees hosts that are leased or left alone until then. */
export async function forgetFutureOfWatches(store: Store, now: number): Promise<void> {
  if (!mayBeWrong('watches', store, now)) return
  const { due, far } = timesAt(now)
  await store.batchWrite([
    sql`update hosts set free_at = min(free_at, ${due}), lease = null, leased_until = null
      where free_at > ${far} or leased_until > ${far}`,
    sql`update watches set due_at = ${due} where host in (select host from hosts) and due_at > ${far}`,
    sql`update subscriptions set due_at = ${due} where due_at > ${far}`,
  ])
}
