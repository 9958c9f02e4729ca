/** When a watch is checked next: often while the page is new or changing, ever more seldom after that. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The intervals by the time since the last change: up to `age`, every `every`. In milliseconds. */
const STEPS: readonly { readonly age: number; readonly every: number }[] = [
  { age: 3 * HOUR, every: 10 * MINUTE },
  { age: 12 * HOUR, every: 30 * MINUTE },
  { age: 2 * DAY, every: 2 * HOUR },
  { age: 7 * DAY, every: 6 * HOUR },
  { age: 30 * DAY, every: DAY },
  { age: 180 * DAY, every: 3 * DAY },
]
const SELDOM = 7 * DAY

/** A feed changes when any of its pages is new, so it is never left for long, also where a hub reports it. */
const FEED_AT_MOST = 30 * MINUTE

/** The first wait after a fault that passes by itself, and the factor by which each next one is longer. */
const FIRST_RETRY = 2 * MINUTE
const GROWTH = 2
/** The longest wait that a server may ask for. */
const LONGEST_WAIT = 2 * DAY

/** How far the jitter goes, as a share of the interval: so that watches that began together drift apart. */
const JITTER = 0.1

export interface Pace {
  readonly kind: 'page' | 'feed'
  /** The interval that a person set, in seconds; null: by the time since the last change. */
  readonly every: number | null
  /** When something new was found last, or else the first check; in milliseconds since 1970. */
  readonly changedAt: number
  /** Whether a hub reports when the feed has something new. */
  readonly reported?: boolean
}

/** The interval between two checks that read the page, in milliseconds, without jitter. */
export function intervalOf({ kind, every, changedAt, reported = false }: Pace, now: number): number {
  if (every !== null) return every * 1000
  if (kind === 'feed' && reported) return FEED_AT_MOST
  const age = now - changedAt
  const interval = STEPS.find((step) => age < step.age)?.every ?? SELDOM
  return kind === 'feed' ? Math.min(interval, FEED_AT_MOST) : interval
}

export interface Faults {
  /** Checks in a row that read nothing, this one included. */
  readonly failures: number
  /** Whether the fault passes by itself. */
  readonly passes: boolean
  /** The wait that the server asked for, in milliseconds; 0: none. */
  readonly retryAfter: number
}

/** The time of the next check, in milliseconds since 1970. `random`: from 0 to 1. */
export function nextCheck(pace: Pace, faults: Faults, now: number, random: () => number): number {
  const interval = intervalOf(pace, now)
  const { failures, passes, retryAfter } = faults
  const grown = (first: number) => Math.min(first * GROWTH ** Math.max(0, failures - 1), Math.max(interval, DAY))
  const wait =
    failures === 0 ? interval : passes ? Math.min(grown(FIRST_RETRY), Math.max(interval, FIRST_RETRY)) : grown(interval)
  const jittered = wait * (1 + JITTER * (2 * random() - 1))
  return now + Math.max(jittered, Math.min(retryAfter, LONGEST_WAIT))
}

/** The wait that a Retry-After asks for (RFC 9110, section 10.2.3), in milliseconds; 0: none. */
export function retryAfterOf(field: string | undefined, now: number): number {
  if (field === undefined) return 0
  if (/^\d{1,9}$/.test(field.trim())) return Number(field) * 1000
  const time = Date.parse(field)
  return Number.isNaN(time) ? 0 : Math.max(0, time - now)
}
