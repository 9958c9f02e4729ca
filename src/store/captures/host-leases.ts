/** Leases of hosts: a host is asked by one reader at a time, with a pause between two requests. */
import { type SQL, sql } from 'drizzle-orm'
import { bulk } from '../sql/bulk.ts'
import type { Store } from '../store.ts'

/** A host that nobody else asks until the lease ends. */
export interface HostLease {
  readonly host: string
  readonly lease: string
  /** See the columns. */
  readonly robots: string | null
  readonly robotsReadAt: string | null
}

export interface LeaseTerm {
  readonly lease: string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly until: string
}

const isFree = (now: string) => sql`h.free_at <= ${now} and (h.leased_until is null or h.leased_until <= ${now})`

/**
 * The free hosts with a watch, or a request to a hub, that is due, and since when. It reads one entry of an index of watches a host,
 * however many are due.
 */
const freeHosts = (now: string) => sql`(select host, min(due) as due from
  (select h.host, (select min(due_at) from watches w where w.host = h.host and w.due_at is not null) as due
    from hosts h where ${isFree(now)}
    union all
    select h.host, s.due_at from subscriptions s join hosts h on h.host = s.host where s.due_at <= ${now} and ${isFree(now)})
  where due <= ${now} and not exists (select 1 from restorations where id = 1) group by host)`

/** The free host with the watch, or the request to a hub, that has been due for longest, as a subquery. */
const nextHost = (now: string) => sql`(select host from ${freeHosts(now)} order by due, host limit 1)`

const RETURNED = sql`returning host, lease, robots, robots_read_at as robotsReadAt`

/** Leases the next host with a watch or a request to a hub that is due; null if there is none. */
export async function leaseNextHost(store: Store, { lease, now, until }: LeaseTerm): Promise<HostLease | null> {
  const [row] = await store.db.all<HostLease>(
    sql`update hosts set lease = ${lease}, leased_until = ${until} where host = ${nextHost(now)} ${RETURNED}`,
  )
  return row ?? null
}

/** Leases a host by its name, which need not be known; null if it is leased or has to be left alone for a while. */
export async function leaseHost(store: Store, host: string, { lease, now, until }: LeaseTerm): Promise<HostLease | null> {
  await store.batchWrite(hostsKnown([host], now))
  const [row] = await store.db.all<HostLease>(
    sql`update hosts as h set lease = ${lease}, leased_until = ${until} where host = ${host} and ${isFree(now)} ${RETURNED}`,
  )
  return row ?? null
}

/** Whether a watch or a request to a hub is due whose host is free. */
export async function anyWatchDue(store: Store, now: string): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from hosts where host = ${nextHost(now)}`)
  return rows.length > 0
}

/** How many free hosts have a watch that is due; counts up to `most`. */
export async function countDueHosts(store: Store, now: string, most: number): Promise<number> {
  const rows = await store.db.all(sql`select 1 from ${freeHosts(now)} limit ${most}`)
  return rows.length
}

/** The statements that make hosts known. */
export const hostsKnown = (hosts: readonly string[], now: string): SQL[] =>
  bulk(
    [...new Set(hosts)],
    (host) => [host],
    (json) => sql`insert into hosts (host, free_at) select value ->> 0, ${now} from json_each(${json}) where true
      on conflict do nothing`,
  )

/** Records the robots.txt of a host; null: it did not answer. */
export async function recordRobots(store: Store, host: string, robots: string | null, now: string): Promise<void> {
  await store.batchWrite([sql`update hosts set robots = ${robots}, robots_read_at = ${now} where host = ${host}`])
}

/** The statement that ends a lease; the host is left alone until `freeAt`. */
export const hostReleased = ({ host, lease }: Pick<HostLease, 'host' | 'lease'>, freeAt: string): SQL =>
  sql`update hosts set lease = null, leased_until = null, free_at = max(free_at, ${freeAt}) where host = ${host} and lease = ${lease}`

/** The statement that keeps a lease for longer. */
export const leaseKept = ({ host, lease }: Pick<HostLease, 'host' | 'lease'>, until: string): SQL =>
  sql`update hosts set leased_until = ${until} where host = ${host} and lease = ${lease}`

/** Whether a lease still holds: the condition of what its owner writes. */
export const stillLeased = ({ host, lease }: Pick<HostLease, 'host' | 'lease'>): SQL =>
  sql`exists (select 1 from hosts where host = ${host} and lease = ${lease})`
