/** How well an article is watched: its last and next check, and the gaps in which nobody could read it. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { captures, watches } from '../../capture-schema.ts'
import { articles, checks, slugs } from '../../schema.ts'
import type { Store } from '../../store.ts'

/** Bad captures in a row that make a gap. */
export const GAP = 3
/** Most gaps of an answer, the latest ones. */
const MOST_GAPS = 100
/** How many bad captures are looked at, the latest ones. */
const MOST_BAD = 2000

const ofArticle = (slug: string) => sql`article_id = (select article_id from slugs where slug = ${slug})`

/** The state of an article's checks, watches and captures, on which answers about its coverage depend. */
export const coverageState = (articleId: SQL) => sql<string>`(select coalesce((select max(captured_at) from ${checks}
    where article_id = ${articleId}), '') || '.' || coalesce((select max(id) from ${captures} where article_id = ${articleId}), 0)
  || '.' || (select count(*) || coalesce(max(updated_at), '') from ${watches} where article_id = ${articleId}))`

/** The query for the state of an article's watches: when it was checked last and is checked next, and why a watch stopped. */
export function coverageRow(store: Store, slug: string) {
  const watched = sql`from ${watches} w where w.article_id = ${articles.id}`
  return store.db
    .select({
      state: coverageState(sql`${articles.id}`),
      lastCheck: sql<string | null>`(select max(at) from (select max(w.checked_at) as at ${watched}
        union all select max(k.captured_at) from ${checks} k where k.article_id = ${articles.id}))`,
      nextCheck: sql<string | null>`(select min(w.due_at) ${watched})`,
      watches: sql<number>`(select count(*) ${watched})`,
      since: sql<string | null>`(select min(w.created_at) ${watched})`,
      checks: sql<number>`(select coalesce(sum(w.checks), 0) ${watched})`,
      failed: sql<number>`(select coalesce(sum(w.failed), 0) ${watched})`,
      stopped: sql<
        string | null
      >`(select w.stopped_reason ${watched} and w.stopped_at is not null order by w.stopped_at desc limit 1)`,
    })
    .from(articles)
    .innerJoin(slugs, eq(slugs.articleId, articles.id))
    .where(eq(slugs.slug, slug))
    .limit(1)
}

/** The query for the gaps of an article: runs of at least GAP captures that read nothing, with the good capture that ended each. */
export function gapRows(store: Store, slug: string) {
  const bad = sql`(select b.captured_at, b.outcome, (select min(g.captured_at) from ${captures} g
        where g.article_id = b.article_id and g.good = 1 and g.captured_at > b.captured_at) as ended
      from ${captures} b where b.${ofArticle(slug)} and b.good = 0 order by b.captured_at desc limit ${MOST_BAD})`
  return store.db
    .select({
      from: sql<string>`min(bad.captured_at)`.as('began'),
      to: sql<string | null>`bad.ended`,
      captures: sql<number>`count(*)`,
      outcomes: sql<string>`json_group_array(distinct bad.outcome)`,
    })
    .from(sql`${bad} bad`)
    .groupBy(sql`bad.ended`)
    .having(sql`count(*) >= ${GAP}`)
    .orderBy(sql`began desc`)
    .limit(MOST_GAPS)
}

export type Coverage = Awaited<ReturnType<typeof coverageRow>>[number]
export type GapRow = Awaited<ReturnType<typeof gapRows>>[number]
