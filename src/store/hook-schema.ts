/** The tables of hooks as Drizzle sees them. The migration describes each column. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const id = () => integer('id').primaryKey()

/** How messages to a hook are written, and how often it is sent one. */
export const HOOK_FORMATS = ['standard', 'slack', 'teams'] as const
export const HOOK_RHYTHMS = ['write', 'day', 'week'] as const

export const hooks = sqliteTable('hooks', {
  id: id(),
  url: text('url').notNull(),
  format: text('format', { enum: HOOK_FORMATS }).notNull(),
  every: text('every', { enum: HOOK_RHYTHMS }).notNull(),
  at: text('at').notNull(),
  description: text('description'),
  filters: text('filters').notNull(),
  secret: text('secret').notNull(),
  previousSecret: text('previous_secret'),
  previousUntil: text('previous_until'),
  cursor: integer('cursor').notNull(),
  failures: integer('failures').notNull(),
  dueAt: text('due_at').notNull(),
  disabledAt: text('disabled_at'),
  disabledReason: text('disabled_reason'),
  lease: text('lease'),
  leasedUntil: text('leased_until'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'dropped'] as const

export const deliveries = sqliteTable('deliveries', {
  id: id(),
  hookId: integer('hook_id').notNull(),
  message: text('message').notNull(),
  type: text('type').notNull(),
  status: text('status', { enum: DELIVERY_STATUSES }).notNull(),
  articleId: integer('article_id'),
  changes: integer('changes'),
  upto: integer('upto'),
  attempts: integer('attempts').notNull(),
  responseStatus: integer('response_status'),
  error: text('error'),
  createdAt: text('created_at').notNull(),
  attemptedAt: text('attempted_at'),
  deliveredAt: text('delivered_at'),
})
