/** Withholding versions for legal reasons. */
import { sql } from 'drizzle-orm'
import { bumpArchive } from './recording.ts'
import type { Store } from './store.ts'

/** Withholds a version; a later reason replaces an earlier one. Its text and hash stay in the archive. */
export async function withhold(
  store: Store,
  version: { id: number; articleId: number },
  reason: string,
  now: string,
): Promise<void> {
  await store.writeAll([
    sql`insert into withholdings (version_id, reason, withheld_at) values (${version.id}, ${reason}, ${now})
      on conflict (version_id) do update set reason = excluded.reason, withheld_at = excluded.withheld_at`,
    sql`update articles set revision = revision + 1 where id = ${version.articleId}`,
    bumpArchive,
  ])
}
