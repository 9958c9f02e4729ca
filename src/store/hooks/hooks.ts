/** The rows of hooks: reading, creating, changing and removing them. */
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { type HOOK_FORMATS, type HOOK_RHYTHMS, hooks } from '../hook-schema.ts'
import { type KeptAnswer, keepStatements } from '../idempotency.ts'
import type { Store } from '../store.ts'
import { outboxAgain } from './outbox.ts'

/** The query for hooks in the order of their creation, without their secrets. */
export function hookRows(
  store: Store,
  filter: { readonly id?: number; readonly secret?: string; readonly after?: number | undefined; readonly limit: number },
) {
  return store.db
    .select(SHOWN)
    .from(hooks)
    .where(
      and(
        filter.id === undefined ? undefined : eq(hooks.id, filter.id),
        filter.secret === undefined ? undefined : eq(hooks.secret, filter.secret),
        filter.after === undefined ? undefined : gt(hooks.id, filter.after),
      ),
    )
    .orderBy(asc(hooks.id))
    .limit(filter.limit)
}

const SHOWN = {
  id: hooks.id,
  url: hooks.url,
  format: hooks.format,
  every: hooks.every,
  at: hooks.at,
  description: hooks.description,
  filters: hooks.filters,
  previousUntil: hooks.previousUntil,
  cursor: hooks.cursor,
  failures: hooks.failures,
  dueAt: hooks.dueAt,
  disabledAt: hooks.disabledAt,
  disabledReason: hooks.disabledReason,
  createdAt: hooks.createdAt,
  updatedAt: hooks.updatedAt,
}

export type HookRow = Awaited<ReturnType<typeof hookRows>>[number]

/** Whether any hook is enabled. */
export async function anyEnabled(store: Store): Promise<boolean> {
  const rows = await store.db.all(sql`select 1 from hooks where disabled_at is null limit 1`)
  return rows.length > 0
}

/** The position of a hook in the feed: after a change, or at its end. */
export type Position = number | 'now'

/** A position beyond the feed's end counts as its end. */
function cursorAt(position: Position): SQL {
  const end = sql`(select coalesce(max(id), 0) from changes)`
  return position === 'now' ? end : sql`min(${position}, ${end})`
}

/** How messages are written, how often one is sent, and at which time of day (UTC) where that is not at each write: "08:00". */
export interface Delivered {
  readonly format: (typeof HOOK_FORMATS)[number]
  readonly every: (typeof HOOK_RHYTHMS)[number]
  readonly at: string
}

export interface NewHook extends Delivered {
  readonly url: string
  readonly description: string | null
  /** JSON, see the column. */
  readonly filters: string
  readonly secret: string
  readonly position: Position
  readonly now: string
}

/** Records a hook and returns its row; null: there are `most` hooks already. */
export async function insertHook(
  store: Store,
  { position, now, ...hook }: NewHook,
  most: number,
  kept: KeptAnswer | null,
): Promise<HookRow | null> {
  await store.batchWrite([
    sql`insert into hooks (url, format, every, at, description, filters, secret, cursor, due_at, created_at, updated_at)
      select ${hook.url}, ${hook.format}, ${hook.every}, ${hook.at}, ${hook.description}, ${hook.filters}, ${hook.secret}, ${cursorAt(position)}, ${now}, ${now}, ${now}
      where (select count(*) from hooks) < ${most}`,
    outboxAgain,
    ...keepStatements(kept, now, sql`exists (select 1 from hooks where secret = ${hook.secret})`),
  ])
  const [row] = await hookRows(store, { secret: hook.secret, limit: 1 })
  return row ?? null
}

type Patched<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined }

export interface HookPatch extends Patched<Delivered> {
  readonly url?: string | undefined
  readonly description?: string | null | undefined
  /** JSON, see the column. */
  readonly filters?: string | undefined
  readonly position?: Position | undefined
  /** true: enabled; a text: disabled, and why. */
  readonly enabled?: true | string | undefined
}

/**
 * Changes a hook. Another address, form, filter, position or status resets its failures, wait and lease, so that an attempt under way
 * records nothing. Another filter, position or rhythm drops the pending message.
 */
export async function updateHook(
  store: Store,
  id: number,
  patch: HookPatch,
  now: string,
  kept: KeptAnswer | null,
): Promise<void> {
  const { url, format, every, at, description, filters, position, enabled } = patch
  const otherChanges = [filters, position, every].some((value) => value !== undefined)
  const resets = otherChanges || [url, format, at, enabled].some((value) => value !== undefined)
  const sets = [
    sql`updated_at = ${now}`,
    ...Object.entries({ url, format, every, at }).flatMap(([name, value]) =>
      value === undefined ? [] : [sql`${sql.identifier(name)} = ${value}`],
    ),
    ...(description === undefined ? [] : [sql`description = ${description}`]),
    ...(filters === undefined ? [] : [sql`filters = ${filters}`]),
    ...(position === undefined ? [] : [sql`cursor = ${cursorAt(position)}`]),
    ...(enabled === true ? [sql`disabled_at = null, disabled_reason = null`] : []),
    ...(typeof enabled === 'string'
      ? [sql`disabled_reason = coalesce(disabled_reason, ${enabled}), disabled_at = coalesce(disabled_at, ${now})`]
      : []),
    ...(resets ? [sql`failures = 0, due_at = ${now}, lease = null, leased_until = null`] : []),
  ]
  await store.batchWrite([
    sql`update hooks set ${sql.join(sets, sql`, `)} where id = ${id}`,
    ...(otherChanges
      ? [
          sql`update deliveries set status = 'dropped', error = 'The hook was changed.' where hook_id = ${id} and status = 'pending'`,
        ]
      : []),
    ...(resets ? [outboxAgain] : []),
    ...keepStatements(kept, now),
  ])
}

/** Replaces the secret of a hook; the old one signs too until `until`. False: an older one still signs. */
export async function replaceSecret(store: Store, id: number, secret: string, until: string, now: string): Promise<boolean> {
  await store.batchWrite([
    sql`update hooks set previous_secret = secret, previous_until = ${until}, secret = ${secret}, updated_at = ${now}
      where id = ${id} and (previous_until is null or previous_until <= ${now})`,
  ])
  const replaced = await store.db.all(sql`select id from hooks where id = ${id} and secret = ${secret}`)
  return replaced.length > 0
}

/** The statement that deletes expired secrets. */
export const secretsForgotten = (now: string): SQL =>
  sql`update hooks set previous_secret = null, previous_until = null where previous_until <= ${now}`

/** Removes a hook and its log of deliveries. */
export async function deleteHook(store: Store, id: number, now: string, kept: KeptAnswer | null): Promise<void> {
  await store.batchWrite([
    sql`delete from deliveries where hook_id = ${id}`,
    sql`delete from hooks where id = ${id}`,
    ...keepStatements(kept, now),
  ])
}

/** The address of a hook, its form, and its secrets. */
export interface HookTarget extends Delivered {
  readonly id: number
  readonly url: string
  readonly secret: string
  readonly previousSecret: string | null
  readonly previousUntil: string | null
}

export async function hookTarget(store: Store, id: number): Promise<HookTarget | null> {
  const { url, format, every, at, secret, previousSecret, previousUntil } = hooks
  const [row] = await store.db
    .select({ id: hooks.id, url, format, every, at, secret, previousSecret, previousUntil })
    .from(hooks)
    .where(eq(hooks.id, id))
  return row ?? null
}
