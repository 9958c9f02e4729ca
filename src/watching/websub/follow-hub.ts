/** Follows the hub that a checked feed names: with a subscription, another one, or none. */
import type { Statements } from '../../recording/ingest.ts'
import { reportedMeanwhile, subscriptionAdded, subscriptionEnded } from '../../store/captures/subscriptions.ts'
import type { Check } from '../settle.ts'
import { isoOf, type Watching } from '../watching.ts'
import type { NamedHub } from './named-hub.ts'
import { reachedAt } from './request-hub.ts'
import { KEPT_FOR, reportedCheck } from './terms.ts'

/**
 * The statements that make the subscription of a watch the one of the hub that its feed names. A feed that names another hub at every
 * check gets another one once a day.
 */
export function hubFollowed(w: Watching, { watch, lease }: Check, named: NamedHub | null): Statements {
  const { hub: present } = watch
  if (reachedAt(w) === null || (present?.url === named?.url && present?.topic === named?.topic)) return []
  const now = w.clock()
  if (present && now - Date.parse(present.createdAt) < KEPT_FOR) return []
  return [
    ...(present ? [subscriptionEnded(watch.id, lease, isoOf(now))] : []),
    ...(named
      ? subscriptionAdded(
          { watch: watch.id, hub: named.url, topic: named.topic, callback: randomText(), secret: randomText() },
          lease,
          isoOf(now),
        )
      : []),
  ]
}

/** The statement that lets a report count that came after the check began, at `begun` in milliseconds since 1970. */
export function reportsKept(w: Watching, { watch }: Check, begun: number): Statements {
  const now = w.clock()
  return [reportedMeanwhile(watch.id, isoOf(begun), isoOf(reportedCheck(now, now)))]
}

/** 256 random bits as 64 characters. */
const randomText = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
