/** The law of the counts that writes and triggers keep: each is what the rows or the view give that it is derived from. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { verifyArchive } from '../../src/reading/verify/verify-archive.ts'
import type { Store } from '../../src/store/store.ts'
import { derivedStatements } from '../../src/store/write/derive.ts'

export async function expectSums(store: Store): Promise<void> {
  expect(await store.db.all(sql`select * from change_counts where changes <> 0 order by 1, 2, 3, 4, 5`)).toEqual(
    await store.db.all(
      sql`select hour, article_id, kinds, acknowledged, zones, count(*) as changes from counted_changes
        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    ),
  )
  expect(await store.db.all(sql`select * from source_change_counts where changes <> 0 order by 1, 2, 3, 4, 5, 6`)).toEqual(
    await store.db.all(sql`select hour, article_id, source_id, kinds, acknowledged, zones, count(distinct id) as changes
      from counted_sources group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`),
  )
  const changes = sql`select hour, kinds, acknowledged, zones, sum(changes) as changes from change_counts
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`
  expect(await store.db.all(sql`select * from archive_change_counts order by 1, 2, 3, 4`)).toEqual(await store.db.all(changes))
  const sources = sql`select s.id, coalesce(sum(k.claims), 0) as claims, coalesce(sum(k.present), 0) as present,
    count(k.article_id) as articles from sources s left join article_sources k on k.source_id = s.id group by s.id order by s.id`
  expect(await store.db.all(sql`select id, claims, present, articles from sources order by id`)).toEqual(
    await store.db.all(sources),
  )
}

/** The law of what is derived: deriving all of it again changes nothing. */
export async function expectDerived(store: Store): Promise<void> {
  const derived = async () => ({
    claims: await store.db.all(sql`select * from claims order by id`),
    sources: await store.db.all(sql`select * from article_sources order by article_id, source_id`),
    articles: await store.db.all(sql`select id, present_claims, withdrawn_claims from articles order by id`),
  })
  const kept = await derived()
  for (const { id } of await store.db.all<{ id: number }>(sql`select id from articles`)) {
    await store.batchWrite(
      derivedStatements({
        articleId: id,
        recordings: null,
        reviewed: true,
        changes: 'all',
        withheld: true,
        claims: 'all',
        sources: 'all',
      }),
    )
  }
  expect(await derived()).toEqual(kept)
  await expectSums(store)
}

/** The law of the log: it has what the rows say, and what is derived from them is what is kept. */
export async function expectLogged(store: Store): Promise<void> {
  for await (const { faults } of verifyArchive(store, { deep: true })) expect(faults).toEqual([])
}
