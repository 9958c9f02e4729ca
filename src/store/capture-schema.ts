/** The tables of capture as Drizzle sees them. The migration describes each column. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const id = () => integer('id').primaryKey()

export const WATCH_KINDS = ['page', 'feed'] as const

export const hosts = sqliteTable('hosts', {
  host: text('host').primaryKey(),
  freeAt: text('free_at').notNull(),
  lease: text('lease'),
  leasedUntil: text('leased_until'),
  robots: text('robots'),
  robotsReadAt: text('robots_read_at'),
})

export const watches = sqliteTable('watches', {
  id: id(),
  kind: text('kind', { enum: WATCH_KINDS }).notNull(),
  url: text('url').notNull(),
  key: text('key').notNull(),
  host: text('host').notNull(),
  articleId: integer('article_id'),
  feedId: integer('feed_id'),
  settings: text('settings').notNull(),
  every: integer('every'),
  landedUrl: text('landed_url'),
  etag: text('etag'),
  lastModified: text('last_modified'),
  checks: integer('checks').notNull(),
  failed: integer('failed').notNull(),
  failures: integer('failures').notNull(),
  checkedAt: text('checked_at'),
  changedAt: text('changed_at'),
  outcome: text('outcome'),
  dueAt: text('due_at'),
  pausedAt: text('paused_at'),
  stoppedAt: text('stopped_at'),
  stoppedReason: text('stopped_reason'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const captures = sqliteTable('captures', {
  id: id(),
  watchId: integer('watch_id'),
  articleId: integer('article_id'),
  url: text('url').notNull(),
  landedUrl: text('landed_url').notNull(),
  redirects: text('redirects').notNull(),
  capturedAt: text('captured_at').notNull(),
  outcome: text('outcome').notNull(),
  good: integer('good', { mode: 'boolean' }).notNull(),
  evidence: text('evidence').notNull(),
  status: integer('status'),
  headers: text('headers').notNull(),
  bytes: integer('bytes'),
  rawHash: text('raw_hash'),
  reader: integer('reader'),
  versionId: integer('version_id'),
  recordedAt: text('recorded_at').notNull(),
})

export const SUBSCRIPTION_STATES = ['pending', 'active', 'denied', 'failed'] as const

export const subscriptions = sqliteTable('subscriptions', {
  id: id(),
  watchId: integer('watch_id').notNull(),
  hub: text('hub').notNull(),
  host: text('host').notNull(),
  topic: text('topic').notNull(),
  callback: text('callback').notNull(),
  secret: text('secret').notNull(),
  state: text('state', { enum: SUBSCRIPTION_STATES }).notNull(),
  asked: text('asked', { enum: ['subscribe', 'unsubscribe'] }),
  askedAt: text('asked_at'),
  attempts: integer('attempts').notNull(),
  reason: text('reason'),
  leaseUntil: text('lease_until'),
  notifiedAt: text('notified_at'),
  dueAt: text('due_at').notNull(),
  endedAt: text('ended_at'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const webArchives = sqliteTable('web_archives', {
  versionId: integer('version_id').primaryKey(),
  address: text('address').notNull(),
  requestedAt: text('requested_at').notNull(),
  status: integer('status'),
  keptAt: text('kept_at'),
  error: text('error'),
})
