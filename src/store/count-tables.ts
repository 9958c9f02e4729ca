/** The tables that count changes, see migrations/0013_counts_by_disclosure.sql. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How many changes an article had in an hour, by their sets of kinds and zones (as bits) and by whether they are acknowledged. */
export const changeCounts = sqliteTable('change_counts', {
  hour: text('hour').notNull(),
  articleId: integer('article_id').notNull(),
  kinds: integer('kinds').notNull(),
  acknowledged: integer('acknowledged').notNull(),
  zones: integer('zones').notNull(),
  changes: integer('changes').notNull(),
})

/** The same over all articles. */
export const archiveChangeCounts = sqliteTable('archive_change_counts', {
  hour: text('hour').notNull(),
  kinds: integer('kinds').notNull(),
  acknowledged: integer('acknowledged').notNull(),
  zones: integer('zones').notNull(),
  changes: integer('changes').notNull(),
})

/** The same for a source. */
export const sourceChangeCounts = sqliteTable('source_change_counts', {
  hour: text('hour').notNull(),
  articleId: integer('article_id').notNull(),
  sourceId: integer('source_id').notNull(),
  kinds: integer('kinds').notNull(),
  acknowledged: integer('acknowledged').notNull(),
  zones: integer('zones').notNull(),
  changes: integer('changes').notNull(),
})
