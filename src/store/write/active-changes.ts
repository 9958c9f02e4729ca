/** Reads the changes that stand as they were written, for a recording that may retract them. */
import { and, type SQL, sql } from 'drizzle-orm'
import { changes, trails } from '../schema.ts'
import { stands } from '../sql/stands.ts'
import type { Store } from '../store.ts'
import type { NewChange } from './change-rows.ts'

/** The changes that stand between the given versions and those before them, as they were written. */
export async function activeChanges(store: Store, toVersionIds: readonly number[]): Promise<NewChange[]> {
  if (toVersionIds.length === 0) return []
  const rows = await store.db
    .select({
      id: changes.id,
      fromVersion: changes.fromVersion,
      toVersion: changes.toVersion,
      kinds: changes.kinds,
      before: changes.before,
      after: changes.after,
      detail: changes.detail,
      evidence: changes.evidence,
      acknowledged: changes.acknowledged,
      retracts: changes.retracts,
      reviewId: changes.reviewId,
      aside: changes.aside,
      note: changes.note,
      claimIds: sql<string>`(select json_group_array(claim_id) from ${trails} where change_id = changes.id)`,
    })
    .from(changes)
    .where(and(inList(changes.toVersion, toVersionIds), stands('changes')))
    .orderBy(changes.id)
  return rows.map((row) => ({ ...row, claimIds: JSON.parse(row.claimIds) as number[] }))
}

function inList(column: typeof changes.toVersion, values: readonly number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`
}
