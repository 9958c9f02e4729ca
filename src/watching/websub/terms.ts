/** The times of a subscription: how long it lasts, when it is renewed, and when a request that was not confirmed is made again. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The lease that is asked for, in seconds. */
export const ASKED_LEASE = 10 * 86_400
/** The longest lease that counts, so that a subscription that the hub lost is renewed some day; in milliseconds. */
const LONGEST_LEASE = 30 * DAY
/** A subscription is renewed when less than this share of its lease is left, but not sooner than after SHORTEST_TERM. */
const LEFT_AT_RENEWAL = 1 / 3
const SHORTEST_TERM = 10 * MINUTE

/** The first wait for a confirmation, and the factor by which each next one is longer; in milliseconds. */
const FIRST_WAIT = 10 * MINUTE
const GROWTH = 2
const LONGEST_WAIT = DAY
/** The longest wait that a hub may ask for. */
const LONGEST_PATIENCE = 2 * DAY

/** After how long a hub that denied a subscription is asked again, in milliseconds. */
export const DENIED_FOR = 7 * DAY
/** How long a subscription stays where its feed begins to name another hub or topic, or none; in milliseconds. */
export const KEPT_FOR = DAY
/** How often a hub is asked to end a subscription. */
export const MOST_FAREWELLS = 3
/** The shortest time between two checks of a feed that its hub causes, in milliseconds. */
const BETWEEN_REPORTS = MINUTE

/** The end of a lease and the time of its renewal, in milliseconds since 1970. `seconds`: as the hub says; 0 or absent: as asked. */
export function termOf(seconds: number | undefined, now: number): { readonly until: number; readonly renewAt: number } {
  const lease = Math.min((seconds || ASKED_LEASE) * SECOND, LONGEST_LEASE)
  return { until: now + lease, renewAt: now + Math.max(lease * (1 - LEFT_AT_RENEWAL), SHORTEST_TERM) }
}

/** The time of the next request, where the hub confirms none of `attempts` in a row; in milliseconds since 1970. */
export const askAgainAt = (attempts: number, now: number): number =>
  now + Math.min(FIRST_WAIT * GROWTH ** Math.max(0, attempts - 1), LONGEST_WAIT)

/** The time before which the hub asks for patience, in milliseconds since 1970. `wait`: in milliseconds. */
export const patientUntil = (wait: number, now: number): number => now + Math.min(wait, LONGEST_PATIENCE)

/** When a feed is checked that its hub reports at `now`, in milliseconds since 1970. `checkedAt`: the last check; null: there was none. */
export const reportedCheck = (checkedAt: number | null, now: number): number =>
  Math.max(now, (checkedAt ?? 0) + BETWEEN_REPORTS)
