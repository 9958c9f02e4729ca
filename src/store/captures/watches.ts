/** The rows of watches: reading, creating, changing and removing them, and the outcome of a check. */
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { subscriptions, type WATCH_KINDS, watches } from '../capture-schema.ts'
import { archive, articles } from '../schema.ts'
import { bulk, chunksOf } from '../sql/bulk.ts'
import { articleOfSlug } from '../sql/stands-for.ts'
import type { Store } from '../store.ts'
import { bumpArchive } from '../write/revision.ts'
import { type HostLease, hostsKnown, stillLeased } from './host-leases.ts'

export type WatchKind = (typeof WATCH_KINDS)[number]

export interface WatchFilter {
  readonly id?: number | undefined
  readonly key?: string | undefined
  readonly kind?: WatchKind | undefined
  readonly article?: string | undefined
  readonly feed?: number | undefined
  readonly state?: 'watching' | 'paused' | 'stopped' | undefined
  readonly after?: number | undefined
  readonly limit: number
}

const STATES = {
  watching: sql`${watches.dueAt} is not null`,
  paused: sql`${watches.pausedAt} is not null`,
  stopped: sql`${watches.stoppedAt} is not null`,
}

/** The query for watches in the order of their creation. */
export function watchRows(store: Store, { id, key, kind, article, feed, state, after, limit }: WatchFilter) {
  return store.db
    .select({ ...COLUMNS, article: articles.slug })
    .from(watches)
    .leftJoin(articles, eq(articles.id, watches.articleId))
    .leftJoin(subscriptions, HAS_HUB)
    .where(
      and(
        id === undefined ? undefined : eq(watches.id, id),
        key === undefined ? undefined : eq(watches.key, key),
        kind === undefined ? undefined : eq(watches.kind, kind),
        feed === undefined ? undefined : eq(watches.feedId, feed),
        article === undefined ? undefined : sql`${watches.articleId} = (select article_id from slugs where slug = ${article})`,
        state === undefined ? undefined : STATES[state],
        after === undefined ? undefined : gt(watches.id, after),
      ),
    )
    .orderBy(asc(watches.id))
    .limit(limit)
}

const HAS_HUB = sql`${subscriptions.watchId} = ${watches.id} and ${subscriptions.endedAt} is null`

const COLUMNS = {
  /** Its subscription to a hub. */
  hub: {
    url: subscriptions.hub,
    topic: subscriptions.topic,
    state: subscriptions.state,
    reason: subscriptions.reason,
    leaseUntil: subscriptions.leaseUntil,
    notifiedAt: subscriptions.notifiedAt,
    createdAt: subscriptions.createdAt,
    updatedAt: subscriptions.updatedAt,
  },
  id: watches.id,
  kind: watches.kind,
  url: watches.url,
  host: watches.host,
  articleId: watches.articleId,
  feed: watches.feedId,
  settings: watches.settings,
  every: watches.every,
  landedUrl: watches.landedUrl,
  etag: watches.etag,
  lastModified: watches.lastModified,
  checks: watches.checks,
  failed: watches.failed,
  failures: watches.failures,
  checkedAt: watches.checkedAt,
  changedAt: watches.changedAt,
  outcome: watches.outcome,
  dueAt: watches.dueAt,
  pausedAt: watches.pausedAt,
  stoppedAt: watches.stoppedAt,
  stoppedReason: watches.stoppedReason,
  createdAt: watches.createdAt,
  updatedAt: watches.updatedAt,
}

export type WatchRow = Awaited<ReturnType<typeof watchRows>>[number]

/** The watch of a host that has been due for longest; null if none is. */
export async function dueWatch(store: Store, host: string, now: string): Promise<WatchRow | null> {
  const [row] = await store.db
    .select({ ...COLUMNS, article: articles.slug })
    .from(watches)
    .leftJoin(articles, eq(articles.id, watches.articleId))
    .leftJoin(subscriptions, HAS_HUB)
    .where(sql`${watches.host} = ${host} and ${watches.dueAt} <= ${now}`)
    .orderBy(asc(watches.dueAt), asc(watches.id))
    .limit(1)
  return row ?? null
}

export interface NewWatch {
  readonly kind: WatchKind
  readonly url: string
  readonly key: string
  readonly host: string
  /** The slug of its article, or of an alias of it; null: the first good capture makes one. */
  readonly article: string | null
  readonly feed: number | null
  /** JSON, see the column. */
  readonly settings: string
  readonly every: number | null
  readonly dueAt: string
}

/** The statements that record watches; an address that is watched already stays as it is. */
export function watchesAdded(added: readonly NewWatch[], now: string): SQL[] {
  return bulk(
    added,
    (one) => [one.kind, one.url, one.key, one.host, one.article, one.feed, one.settings, one.every, one.dueAt],
    (
      json,
    ) => sql`insert into watches (kind, url, key, host, article_id, feed_id, settings, every, due_at, created_at, updated_at)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${articleOfSlug(sql`value ->> 4`)},
        value ->> 5, value ->> 6, value ->> 7, value ->> 8, ${now}, ${now} from json_each(${json})
      where true on conflict do nothing`,
  ).flatMap((inserted) => [
    ...hostsKnown(
      added.map(({ host }) => host),
      now,
    ),
    inserted,
  ])
}

/** Which of these keys belong to a page that is watched. */
export async function knownKeys(store: Store, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const json of chunksOf(keys)) {
    const rows = await store.db.all<{ key: string }>(
      sql`select key from watches where kind = 'page' and key in (select value from json_each(${json}))`,
    )
    for (const { key } of rows) known.add(key)
  }
  return known
}

export interface WatchPatch {
  readonly settings?: string | undefined
  readonly every?: number | null | undefined
  /** When it is checked next; null: it is paused. */
  readonly dueAt?: string | null | undefined
}

/** Changes a watch. A time for the next check resumes it. */
export async function updateWatch(
  store: Store,
  id: number,
  { settings, every, dueAt }: WatchPatch,
  now: string,
): Promise<void> {
  const sets = [
    sql`updated_at = ${now}`,
    // A check with other settings sends no validators: a 304 would bring nothing to read.
    ...(settings === undefined
      ? []
      : [
          sql`settings = ${settings}`,
          ...['landed_url', 'etag', 'last_modified'].map(
            (name) => sql`${sql.identifier(name)} = case when settings = ${settings} then ${sql.identifier(name)} end`,
          ),
        ]),
    ...(every === undefined ? [] : [sql`every = ${every}`]),
    ...(dueAt === undefined
      ? []
      : dueAt === null
        ? [sql`due_at = null, paused_at = coalesce(paused_at, ${now})`]
        : [sql`due_at = ${dueAt}, paused_at = null, stopped_at = null, stopped_reason = null, failures = 0`]),
  ]
  await store.batchWrite([sql`update watches set ${sql.join(sets, sql`, `)} where id = ${id}`])
}

/** Removes a watch. Its captures stay. */
export const removeWatchRow = (store: Store, id: number): Promise<void> =>
  store.batchWrite([sql`delete from watches where id = ${id}`, bumpArchive])

/** How a check left its watch. */
export interface CheckedWatch {
  readonly outcome: string
  readonly checkedAt: string
  /** Whether it found something new. */
  readonly changed: boolean
  /** Checks in a row that read nothing. */
  readonly failures: number
  readonly dueAt: string
  /** Why there are no more checks; null: there are. */
  readonly stopped: string | null
  /** Absent: those known stay. */
  readonly validators?: { readonly url: string; readonly etag: string | null; readonly lastModified: string | null } | null
}

/** The statement that records how a check ended. Only the owner of the lease may; a watch that was paused meanwhile stays paused. */
export function watchChecked(id: number, lease: HostLease, checked: CheckedWatch): SQL {
  const { validators, stopped, checkedAt } = checked
  const seen = validators
    ? sql`, landed_url = ${validators.url}, etag = ${validators.etag}, last_modified = ${validators.lastModified}`
    : sql``
  return sql`update watches set outcome = ${checked.outcome}, checked_at = ${checkedAt}, failures = ${checked.failures},
      checks = checks + 1, failed = failed + ${checked.failures > 0 ? 1 : 0},
      changed_at = ${checked.changed ? sql`${checkedAt}` : sql`changed_at`}, updated_at = ${checkedAt},
      due_at = case when paused_at is null and ${stopped === null ? 1 : 0} then ${checked.dueAt} end,
      stopped_at = ${stopped === null ? null : checkedAt}, stopped_reason = ${stopped} ${seen}
    where id = ${id} and ${stillLeased(lease)}`
}

/** The statement that moves a check to a later time without a trace: nothing was asked. */
export const watchPostponed = (id: number, lease: HostLease, dueAt: string): SQL =>
  sql`update watches set due_at = ${dueAt} where id = ${id} and due_at is not null and ${stillLeased(lease)}`

/** The statements that make the watch of a page one of a feed; it stops where the feed is watched already. */
export const watchIsFeed = (id: number, lease: HostLease, now: string): SQL[] => [
  sql`update or ignore watches set kind = 'feed', updated_at = ${now} where id = ${id} and ${stillLeased(lease)}`,
  sql`update watches set due_at = null, stopped_at = ${now}, updated_at = ${now},
      stopped_reason = 'Its address is that of a feed, which is watched already.'
    where id = ${id} and kind = 'page' and ${stillLeased(lease)}`,
]

/** The statement that gives a watch its article, or the one that an alias is one of. */
export const watchOfArticle = (id: number, slug: string): SQL =>
  sql`update watches set article_id = ${articleOfSlug(slug)} where id = ${id}`

/** The query for the state on which lists of watches depend. */
export function watchesState(store: Store) {
  return store.db
    .select({
      state: sql<string>`coalesce((select max(id) from ${watches}), 0) || coalesce((select max(updated_at) from ${watches}), '')
        || '.' || coalesce((select max(updated_at) from ${subscriptions}), '') || '.' || ${archive.revision}`,
    })
    .from(archive)
}

/** The query for how many pages and feeds are watched. */
export function watchCount(store: Store) {
  return store.db.select({ count: sql<number>`count(*)` }).from(watches)
}
