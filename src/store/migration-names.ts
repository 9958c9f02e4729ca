/** The migrations that this build knows: the files of migrations/, by name, in the order in which they are applied. */
import { type SQL, sql } from 'drizzle-orm'

export const MIGRATIONS: readonly string[] = [
  '0001_archive.sql',
  '0002_statistics.sql',
  '0003_search.sql',
  '0004_hooks.sql',
  '0005_source_counts.sql',
  '0006_named_answers.sql',
  '0007_lapsed_reviews.sql',
  '0008_bound_states.sql',
  '0009_addresses_in_order.sql',
  '0010_furniture.sql',
  '0011_sessions.sql',
  '0012_sources_by_claims.sql',
  '0013_counts_by_disclosure.sql',
  '0014_changes_by_capture.sql',
  '0015_captures.sql',
  '0016_captures_by_address.sql',
  '0017_aliases.sql',
  '0018_web_archives.sql',
  '0019_rereadings.sql',
  '0020_websub.sql',
  '0021_packed_statements.sql',
  '0022_compact_rows.sql',
  '0023_message_ids.sql',
  '0024_hook_formats.sql',
  '0025_restoration.sql',
  '0026_flat_views.sql',
  '0027_narrow_indexes.sql',
  '0028_short_columns.sql',
  '0029_log.sql',
  '0030_access.sql',
  '0031_erasure.sql',
]

/**
 * A statement that fails where the database has a migration that this build does not know, and otherwise does nothing: as the first of
 * a batch it stops the batch. It breaks the constraint that `archive` has one row.
 */
export const refuseUnknownMigrations: SQL = sql`insert into archive (id, revision)
  select 2, 0 from d1_migrations where name not in (select value from json_each(${JSON.stringify(MIGRATIONS)})) limit 1`

/** Whether a batch failed by `refuseUnknownMigrations`. */
export function isUnknownMigration(error: unknown): boolean {
  return error instanceof Error && /CHECK constraint failed: id = 1/.test(error.message)
}
