/** Counts failed attempts to sign in, by address and by the first characters of the token. In memory: each process, and on Cloudflare each isolate, counts for itself. */

/** So many failures in that many milliseconds; names beyond the last number forget the oldest. */
const MOST = 10
const SPAN = 10 * 60_000
const MOST_NAMES = 10_000

export class Attempts {
  readonly #failures = new Map<string, { count: number; readonly since: number }>()

  /** Counts an attempt as failed under all of these names until it succeeds. Returns the seconds to wait; 0: it may be made. */
  begin(names: readonly string[], now: number): number {
    const wait = Math.max(...names.map((name) => this.#wait(name, now)))
    if (wait === 0) for (const name of names) this.#count(name, now)
    return wait
  }

  #wait(name: string, now: number): number {
    const known = this.#failures.get(name)
    return known && now - known.since < SPAN && known.count >= MOST ? Math.ceil((known.since + SPAN - now) / 1000) : 0
  }

  #count(name: string, now: number): void {
    const known = this.#failures.get(name)
    if (!known || now - known.since >= SPAN) {
      this.#failures.delete(name)
      this.#failures.set(name, { count: 1, since: now })
      const [oldest] = this.#failures.keys()
      if (this.#failures.size > MOST_NAMES && oldest !== undefined) this.#failures.delete(oldest)
      return
    }
    known.count += 1
  }

  succeeded(names: readonly string[]): void {
    for (const name of names) this.#failures.delete(name)
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

/** The characters of a token that name it among the attempts: too few to guess the rest by. */
const PREFIX = 8

/** The names under which an attempt counts: who makes it, and whose token it may be. */
export const attemptNames = (address: string | undefined, token: string): string[] => [
  `from ${subscriberOf(address)}`,
  `token ${token.slice(0, PREFIX)}`,
]
