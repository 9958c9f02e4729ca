/** How well an article is watched: its last and next check, and the gaps in which nobody could read it. */
import { sql } from 'drizzle-orm'
import { captures, watches } from '../capture-schema.ts'
import type { Store } from '../store.ts'

/** Bad captures in a row that make a gap. */
export const GAP = 3
/** Most gaps of an answer, the latest ones. */
const MOST_GAPS = 100

const ofArticle = (slug: string) => sql`article_id = (select article_id from slugs where slug = ${slug})`

/** The query for the watches of an article: when it was checked last and is checked next, and how it stopped. */
export function coverageRows(store: Store, slug: string) {
  return store.db
    .select({
      id: watches.id,
      url: watches.url,
      checkedAt: watches.checkedAt,
      dueAt: watches.dueAt,
      outcome: watches.outcome,
      failures: watches.failures,
      pausedAt: watches.pausedAt,
      stoppedAt: watches.stoppedAt,
      stoppedReason: watches.stoppedReason,
    })
    .from(watches)
    .where(ofArticle(slug))
    .orderBy(watches.id)
}

/**
 * The query for the gaps of an article: runs of at least GAP captures that read nothing, with the good capture after them, if there
 * was one. A good capture has a version.
 */
export function gapRows(store: Store, slug: string) {
  const runs = sql`(select captured_at, outcome, version_id is not null as good,
      sum(version_id is not null) over (order by captured_at, id) as run
    from captures where ${ofArticle(slug)})`
  return store.db
    .select({
      from: sql<string>`min(case when not good then captured_at end)`.as('began'),
      to: sql<string | null>`(select min(c.captured_at) from captures c where c.${ofArticle(slug)} and c.version_id is not null
        and c.captured_at >= max(r.captured_at))`,
      captures: sql<number>`sum(not good)`,
      outcomes: sql<string>`json_group_array(distinct case when not good then outcome end)`,
    })
    .from(sql`${runs} r`)
    .groupBy(sql`run`)
    .having(sql`sum(not good) >= ${GAP}`)
    .orderBy(sql`began desc`)
    .limit(MOST_GAPS)
}

export type CoverageRow = Awaited<ReturnType<typeof coverageRows>>[number]
export type GapRow = Awaited<ReturnType<typeof gapRows>>[number]

/** The query for the last capture of an article, on which answers about its coverage depend. */
export function lastCapture(store: Store, slug: string) {
  return store.db.select({ id: captures.id }).from(captures).where(ofArticle(slug)).orderBy(sql`id desc`).limit(1)
}
