/** The log of deliveries to hooks. */
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { type DELIVERY_STATUSES, deliveries } from '../hook-schema.ts'
import { articles } from '../schema.ts'
import type { Store } from '../store.ts'
import type { Outcome } from './hook-leases.ts'
import { NEW_MESSAGE, type OpenDelivery } from './message-id.ts'

export interface DeliveryFilter {
  readonly hook: number
  readonly id?: number
  readonly statuses?: readonly (typeof DELIVERY_STATUSES)[number][] | undefined
  /** Ids below this one only. */
  readonly below?: number | undefined
  readonly limit: number
}

/** The query for a hook's deliveries, the last first. */
export function deliveryRows(store: Store, { hook, id, statuses, below, limit }: DeliveryFilter) {
  return store.db
    .select({
      id: deliveries.id,
      message: deliveries.message,
      hook: deliveries.hookId,
      type: deliveries.type,
      status: deliveries.status,
      article: articles.slug,
      changes: deliveries.changes,
      attempts: deliveries.attempts,
      responseStatus: deliveries.responseStatus,
      error: deliveries.error,
      createdAt: deliveries.createdAt,
      attemptedAt: deliveries.attemptedAt,
      /** When it is sent next; null: never, or not while the hook is disabled. */
      nextAt: sql<string | null>`(select h.due_at from hooks h
        where h.id = ${deliveries.hookId} and ${deliveries.status} = 'pending' and h.disabled_at is null)`,
      deliveredAt: deliveries.deliveredAt,
    })
    .from(deliveries)
    .leftJoin(articles, eq(articles.id, deliveries.articleId))
    .where(
      and(
        eq(deliveries.hookId, hook),
        id === undefined ? undefined : eq(deliveries.id, id),
        statuses?.length ? sql`${deliveries.status} in (select value from json_each(${JSON.stringify(statuses)}))` : undefined,
        below === undefined ? undefined : lt(deliveries.id, below),
      ),
    )
    .orderBy(desc(deliveries.id))
    .limit(limit)
}

export type DeliveryRow = Awaited<ReturnType<typeof deliveryRows>>[number]

/** Records a message that is sent only once. Until its outcome is recorded it counts as failed. */
export async function openOnce(store: Store, hook: number, type: string, now: string): Promise<OpenDelivery> {
  const [row] = await store.db.all<OpenDelivery>(sql`insert into deliveries (hook_id, message, type, status, error, created_at)
    values (${hook}, ${NEW_MESSAGE}, ${type}, 'failed', 'It was not sent.', ${now}) returning id, message`)
  if (!row) throw new Error('the delivery was not recorded')
  return row
}

export async function markOnce(store: Store, id: number, { status, error }: Outcome, now: string): Promise<void> {
  await store.batchWrite([
    sql`update deliveries set attempts = 1, status = ${error === null ? 'delivered' : 'failed'}, response_status = ${status},
      error = ${error}, attempted_at = ${now}, delivered_at = ${error === null ? now : null} where id = ${id}`,
  ])
}

/** The statements that delete deliveries before `since`, and all but the last `most` of each of `hooks`, but never pending ones. */
export function deliveriesPruned({
  hooks,
  since,
  most,
}: {
  readonly hooks: readonly number[]
  readonly since: string
  readonly most: number
}): SQL[] {
  const settled = sql`status <> 'pending'`
  const beyond = (hook: number): SQL => sql`delete from deliveries where ${settled} and hook_id = ${hook} and id <=
    (select d.id from deliveries d where d.hook_id = ${hook} order by d.id desc limit 1 offset ${most})`
  return [sql`delete from deliveries where ${settled} and created_at < ${since}`, ...hooks.map(beyond)]
}
