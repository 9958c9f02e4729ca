/** Token buckets by name, in bounded memory. */

const MINUTE = 60_000
/** Names beyond that number forget the one that asked longest ago. */
const MOST_NAMES = 20_000

/**
 * Buckets that hold the requests of a minute and fill up evenly, as the generic cell rate algorithm keeps them (ITU-T I.371): a time each, at
 * which the bucket is full again.
 */
export class TokenBuckets {
  readonly #fullAt = new Map<string, number>()
  readonly #interval: number
  readonly #most: number

  /** `perMinute` 0: there is no limit. */
  constructor(perMinute: number, most: number = MOST_NAMES) {
    this.#interval = perMinute === 0 ? 0 : MINUTE / perMinute
    this.#most = most
  }

  /** Takes from the bucket of a name, where it is not empty. Returns the seconds until it is not; 0: it was taken. */
  take(name: string, now: number): number {
    if (this.#interval === 0) return 0
    const known = this.#fullAt.get(name) ?? now
    // No bucket needs more than a minute, unless the clock was put back.
    const fullAt = (known > now + MINUTE ? now : Math.max(known, now)) + this.#interval
    if (fullAt > now + MINUTE) return Math.ceil((fullAt - now - MINUTE) / 1000)
    // A Map iterates in order of insertion, so the one that asked longest ago comes first.
    this.#fullAt.delete(name)
    this.#fullAt.set(name, fullAt)
    const [oldest] = this.#fullAt.keys()
    if (this.#fullAt.size > this.#most && oldest !== undefined) this.#fullAt.delete(oldest)
    return 0
  }
}
