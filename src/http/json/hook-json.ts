/** Hooks and deliveries as JSON. */
import { z } from 'zod'
import { DELIVERY_STATUSES, HOOK_FORMATS, HOOK_RHYTHMS } from '../../store/hook-schema.ts'
import type { DeliveryRow } from '../../store/hooks/deliveries.ts'
import type { HookRow } from '../../store/hooks/hooks.ts'
import { onceFilterShape } from '../request/change-filter.ts'
import { toCursor } from '../request/list.ts'

/** The filters of a hook: those that /v1/changes takes with `since`. */
export const filtersSchema = z.strictObject(onceFilterShape).meta({ id: 'HookFilters' })

export type Filters = z.infer<typeof filtersSchema>

/** The cursor of the change feed behind a change. */
export const feedCursor = (change: number) => toCursor('feed', [change])

/** How a hook is sent what. */
export const deliveredShape = {
  format: z
    .enum(HOOK_FORMATS)
    .describe(
      'standard: signed JSON (Standard Webhooks); slack: blocks, for Mattermost and Discord too; teams: an Adaptive Card',
    ),
  every: z
    .enum(HOOK_RHYTHMS)
    .describe('write: a message for each write that changes an article; day, week: a digest every day, or every Monday'),
  at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as 08:00')
    .describe('The time of day of digests, UTC'),
}

export const hookShape = {
  id: z.int(),
  url: z.string().describe('The address of the receiver'),
  ...deliveredShape,
  description: z.string().nullable(),
  filters: filtersSchema,
  enabled: z.boolean(),
  disabled_reason: z.string().nullable(),
  disabled_at: z.string().nullable(),
  failures: z.int().describe('Failed attempts since the last success'),
  next_attempt_at: z.string().nullable().describe('When the next attempt is due, after one that failed'),
  since: z.string().describe('The changes up to here were sent to it; a cursor of /v1/changes'),
  previous_secret_until: z.string().nullable().describe('Until then the previous secret signs too'),
  created_at: z.string(),
  updated_at: z.string(),
}

export const hookSchema = z.object(hookShape).meta({ id: 'Hook' })

export function hookJson(hook: HookRow): z.infer<typeof hookSchema> {
  const enabled = hook.disabledAt === null
  return {
    id: hook.id,
    url: hook.url,
    format: hook.format,
    every: hook.every,
    at: hook.at,
    description: hook.description,
    filters: JSON.parse(hook.filters) as Filters,
    enabled,
    disabled_reason: hook.disabledReason,
    disabled_at: hook.disabledAt,
    failures: hook.failures,
    next_attempt_at: enabled && hook.failures > 0 ? hook.dueAt : null,
    since: feedCursor(hook.cursor),
    previous_secret_until: hook.previousUntil,
    created_at: hook.createdAt,
    updated_at: hook.updatedAt,
  }
}

/** A hook as a row of CSV or NDJSON. */
export const hookTable = {
  columns: Object.keys(hookShape),
  flat: (hook: z.infer<typeof hookSchema>) => ({ ...hook }),
}

export const deliverySchema = z
  .object({
    id: z.string().describe('The webhook-id of the message: the same at every attempt, and of no other message of any archive'),
    hook: z.string(),
    type: z.string(),
    status: z
      .enum(DELIVERY_STATUSES)
      .describe('pending: to be sent, or sent again; dropped: its changes were withheld, or the hook was changed'),
    article: z.string().nullable(),
    changes: z.int().nullable().describe('How many changes it has'),
    attempts: z.int(),
    response_status: z.int().nullable().describe('The status of the last answer; null: there was none'),
    error: z.string().nullable(),
    created_at: z.string(),
    attempted_at: z.string().nullable(),
    next_attempt_at: z.string().nullable(),
    delivered_at: z.string().nullable(),
  })
  .meta({ id: 'Delivery' })

export function deliveryJson(delivery: DeliveryRow): z.infer<typeof deliverySchema> {
  return {
    id: delivery.message,
    hook: `/v1/hooks/${delivery.hook}`,
    type: delivery.type,
    status: delivery.status,
    article: delivery.article,
    changes: delivery.changes,
    attempts: delivery.attempts,
    response_status: delivery.responseStatus,
    error: delivery.error,
    created_at: delivery.createdAt,
    attempted_at: delivery.attemptedAt,
    next_attempt_at: delivery.nextAt,
    delivered_at: delivery.deliveredAt,
  }
}

/** A delivery as a row of CSV or NDJSON. */
export const deliveryTable = {
  columns: Object.keys(deliverySchema.shape),
  flat: (delivery: z.infer<typeof deliverySchema>) => ({ ...delivery }),
}
