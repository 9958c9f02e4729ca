/** Counts failed attempts to sign in, by address. In memory: each process, and on Cloudflare each isolate, counts for itself. */

/** So many failures in that many milliseconds; addresses beyond the last number forget the oldest. */
const MOST = 10
const SPAN = 10 * 60_000
const MOST_ADDRESSES = 10_000

export class Attempts {
  readonly #failures = new Map<string, { count: number; readonly since: number }>()

  /** Counts an attempt as failed until it succeeds. Returns the seconds to wait; 0: it may be made. */
  begin(address: string, now: number): number {
    const known = this.#failures.get(address)
    if (!known || now - known.since >= SPAN) {
      this.#failures.delete(address)
      this.#failures.set(address, { count: 1, since: now })
      const [oldest] = this.#failures.keys()
      if (this.#failures.size > MOST_ADDRESSES && oldest !== undefined) this.#failures.delete(oldest)
      return 0
    }
    if (known.count >= MOST) return Math.ceil((known.since + SPAN - now) / 1000)
    known.count += 1
    return 0
  }

  succeeded(address: string): void {
    this.#failures.delete(address)
  }
}

/** One name for what one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function subscriberOf(address: string | undefined): string {
  if (address === undefined) return ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  // Between the halves of "2001:db8::1" stand as many zeros as are missing.
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
  const all = tail === undefined ? groups : [...groups, ...zeros, ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
