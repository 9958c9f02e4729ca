/** A watch as JSON. */
import { z } from 'zod'
import { SUBSCRIPTION_STATES, WATCH_KINDS } from '../../../store/capture-schema.ts'
import type { WatchRow } from '../../../store/captures/watches.ts'
import { OUTCOMES } from '../../../watching/outcomes.ts'
import type { WatchSettings } from '../../../watching/watching.ts'

export const WATCH_STATES = ['watching', 'paused', 'stopped'] as const

export const watchShape = {
  id: z.int(),
  url: z.string().describe('The address of the watch in this interface'),
  address: z.string().describe('The address that is read'),
  kind: z.enum(WATCH_KINDS).describe('A feed names pages, which become watches of their own'),
  article: z.string().nullable().describe('The slug of its article; null until the first good capture, and of a feed'),
  feed: z.int().nullable().describe('The watch of the feed that named the page'),
  state: z.enum(WATCH_STATES).describe('stopped: too many checks in a row read nothing'),
  stopped_reason: z.string().nullable(),
  last_check: z.string().nullable(),
  last_outcome: z.enum(OUTCOMES).nullable(),
  last_change: z.string().nullable().describe('When a check last found something new'),
  checks: z.int().describe('All checks'),
  failed: z.int().describe('Checks that read nothing'),
  failures: z.int().describe('Checks in a row that read nothing'),
  hub: z
    .object({
      url: z.string(),
      topic: z.string().describe('The address under which the hub knows the feed'),
      state: z
        .enum(SUBSCRIPTION_STATES)
        .describe('pending: asked, and not confirmed yet; denied by the hub; failed: it does not take the request'),
      reason: z.string().nullable().describe('Why it is denied or failed'),
      lease_until: z.string().nullable().describe('When the subscription ends if the hub does not renew it'),
      notified_at: z.string().nullable().describe('When the hub last reported something new'),
    })
    .nullable()
    .describe('The hub (WebSub) that reports what is new in a feed; null: the feed names none, or it is not asked'),
  next_check: z.string().nullable().describe('null: it is paused or stopped'),
  every: z.int().nullable().describe('The interval that was set, in seconds; null: by the time since the last change'),
  keep: z.array(z.string()).describe('CSS selectors of what is the body; none: by the rules'),
  drop: z.array(z.string()).describe('CSS selectors of what is no part of the body'),
  publication: z.string().nullable().describe('The publication that its articles get'),
  created_at: z.string(),
  updated_at: z.string(),
}

export const watchSchema = z.object(watchShape).meta({ id: 'Watch' })

export type WatchJson = z.infer<typeof watchSchema>

export function watchJson(watch: WatchRow): WatchJson {
  const { keep = [], drop = [], publication = null } = JSON.parse(watch.settings) as WatchSettings
  return {
    id: watch.id,
    url: `/v1/watches/${watch.id}`,
    address: watch.url,
    kind: watch.kind,
    article: watch.article,
    feed: watch.feed,
    state: watch.stoppedAt !== null ? 'stopped' : watch.pausedAt !== null ? 'paused' : 'watching',
    stopped_reason: watch.stoppedReason,
    last_check: watch.checkedAt,
    last_outcome: watch.outcome as WatchJson['last_outcome'],
    last_change: watch.changedAt,
    checks: watch.checks,
    failed: watch.failed,
    failures: watch.failures,
    hub: watch.hub && hubJson(watch.hub),
    next_check: watch.dueAt,
    every: watch.every,
    keep: [...keep],
    drop: [...drop],
    publication,
    created_at: watch.createdAt,
    updated_at: watch.updatedAt,
  }
}

const hubJson = ({ url, topic, state, reason, leaseUntil, notifiedAt }: NonNullable<WatchRow['hub']>) => ({
  url,
  topic,
  state,
  reason,
  lease_until: leaseUntil,
  notified_at: notifiedAt,
})

/** A watch as a row of CSV or NDJSON. */
export const watchTable = {
  columns: Object.keys(watchShape).flatMap((name) => (name === 'hub' ? ['hub', 'hub_state'] : [name])),
  flat: ({ hub, ...watch }: WatchJson) => ({
    ...watch,
    hub: hub?.url ?? null,
    hub_state: hub?.state ?? null,
  }),
}
