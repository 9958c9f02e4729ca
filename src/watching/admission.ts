/** Politeness: a host is asked by one reader at a time, with a pause, and only for what its robots.txt lets this crawler read. */
import { addressFault } from '../addresses/public-address.ts'
import { type HostLease, hostReleased, leaseHost, leaseKept, recordRobots } from '../store/captures/host-leases.ts'
import type { FetchFault } from '../web/fetch-resource.ts'
import { crawlDelay, mayRead, type Rules, readRules } from '../web/robots.ts'
import { isoOf, type Watching } from './watching.ts'

/** How long a reader leases a host, and how often it keeps the lease, in milliseconds: a host waits no longer for a process that was killed. */
export const LEASE = 20_000
export const KEEPS_LEASE = 5000
/** How long a robots.txt is believed, and how long it counts that a host did not answer, in milliseconds (RFC 9309, section 2.4). */
const RULES_KEPT = 24 * 3_600_000
const SILENCE_KEPT = 600_000
/** The longest pause that a robots.txt may ask for, in milliseconds. */
const LONGEST_PAUSE = 60_000

interface Refused {
  readonly fault: FetchFault
  readonly message: string
}

export interface Admission {
  /** Whether a page may be requested now; a host that is reached by a redirect is leased for it. */
  readonly admit: (url: string) => Promise<Refused | null>
  /** The same of a service: robots.txt is about pages. */
  readonly admitService: (url: string) => Promise<Refused | null>
  /** The statements that keep the leases for LEASE from now. */
  readonly kept: () => ReturnType<typeof leaseKept>[]
  /** The statements that end the leases, each host left alone for its pause, or until a time. */
  readonly released: (host: string, until: number) => ReturnType<typeof hostReleased>[]
}

/** Admits the requests of one check, which begins with a leased host. */
export function admissionOf(w: Watching, first: HostLease): Admission {
  const leases = new Map([[first.host, first]])
  const rules = new Map<string, Rules>()

  async function leaseOf(host: string): Promise<HostLease | null> {
    const known = leases.get(host)
    if (known) return known
    const now = w.clock()
    const lease = await leaseHost(w.store, host, { lease: crypto.randomUUID(), now: isoOf(now), until: isoOf(now + LEASE) })
    if (lease) leases.set(host, lease)
    return lease
  }

  async function rulesOf(lease: HostLease, url: string): Promise<Rules> {
    const kept = lease.robots === null ? SILENCE_KEPT : RULES_KEPT
    const isFresh = lease.robotsReadAt !== null && w.clock() - Date.parse(lease.robotsReadAt) < kept
    const known = rules.get(lease.host)
    if (known !== undefined) return known
    const mayAsk = (address: string) => addressFault(address, { anywhere: w.anywhere, http: true }) === null
    const found = isFresh ? lease.robots : await readRules(w.get, url, { userAgent: w.userAgent, mayAsk })
    if (!isFresh) await recordRobots(w.store, lease.host, found, isoOf(w.clock()))
    rules.set(lease.host, found)
    return found
  }

  const busy = (host: string): Refused => ({ fault: 'host_busy', message: `${host} is being read.` })

  return {
    async admitService(url) {
      const { host } = new URL(url)
      return (await leaseOf(host)) ? null : busy(host)
    },
    async admit(url) {
      const { host } = new URL(url)
      const lease = await leaseOf(host)
      if (!lease) return busy(host)
      const found = await rulesOf(lease, url)
      if (found === null) return { fault: 'network_error', message: `${host} does not answer a request for its robots.txt.` }
      return mayRead(found, url) ? null : { fault: 'robots_disallowed', message: `The robots.txt of ${host} disallows it.` }
    },
    kept: () => [...leases.values()].map((lease) => leaseKept(lease, isoOf(w.clock() + LEASE))),
    released: (host, until) =>
      [...leases.values()].map((lease) => {
        const asked = crawlDelay(rules.get(lease.host) ?? lease.robots, `https://${lease.host}/`) * 1000
        const free = w.clock() + Math.max(w.pause, Math.min(asked, LONGEST_PAUSE))
        return hostReleased(lease, isoOf(lease.host === host ? Math.max(free, until) : free))
      }),
  }
}
