/** Reads what a source was reported to say: how, how surely, in which stories, and what changed in it. */
import { type SQL, sql } from 'drizzle-orm'
import type { CertaintyLevel } from '../../../core/article.ts'
import { KINDS } from '../../../core/changes/change.ts'
import { articles, sources } from '../../schema.ts'
import { maskOf } from '../../sql/kind-mask.ts'
import { ofStatement } from '../../sql/packed-statement.ts'
import { standsInSight } from '../../sql/stands.ts'
import { isShown, shownKinds } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleColumns } from '../articles.ts'
import { changeRows } from '../changes.ts'
import { claimRows } from '../claims.ts'
import { packedCounts, versionsWhere, wordingsWhere } from './lanes.ts'
import { latest } from './stories.ts'

export interface SourceStories {
  readonly id: number
  /** The latest capture and the id of the last story of the page before. */
  readonly after?: readonly [capturedAt: string, id: number] | undefined
  readonly limit: number
}

const LATER = KINDS.filter((kind) => kind !== 'introduced')

/** The wordings `w` by which the source is reported in versions that are not withheld, of claims that people did not reject. */
const reported = (id: number, more = sql``) => sql`wordings w ${more} where w.source_id = ${id}
  and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)}
  and not exists (select 1 from claims r where r.id = w.claim_id and r.verdict = 'rejected')`

/** The ids of the changes in which the source says a claim before or after. */
const changesOf = (id: number) => sql`(select t.change_id from trails t where t.source_before = ${id}
  union select t.change_id from trails t where t.source_after = ${id})`

/** The query for how often the source's claims have which cue and which certainty, each claim as the source last said it. */
export function tellings(store: Store, id: number) {
  return store.db
    .select({
      cue: sql<string | null>`asked.cue`,
      level: sql<CertaintyLevel>`asked.level`,
      claims: sql<number>`count(*)`,
    })
    .from(
      sql`(select ${ofStatement.cue(sql`s.analysis`)} as cue, ${ofStatement.level(sql`s.analysis`)} as level, max(w.from_place)
        from ${reported(id, sql`join statements s on s.id = w.statement_id`)} group by w.claim_id) asked`,
    )
    .groupBy(sql`asked.cue`, sql`asked.level`)
}

/** The query for the counts of its changes, and of its claims that changed after they were first told. */
export function sourceCounts(store: Store, id: number) {
  return store.db
    .select({
      counts: packedCounts(sql`c.id in ${changesOf(id)}`),
      changed: sql<number>`(select count(distinct t.claim_id) from trails t cross join changes c
        where (t.source_before = ${id} or t.source_after = ${id}) and c.id = t.change_id
        and c.aside = 0 and (${shownKinds('c')} & ${maskOf(LATER)}) <> 0 and ${standsInSight('c')}
        and not exists (select 1 from claims r where r.id = t.claim_id and r.verdict = 'rejected'))`,
    })
    .from(sources)
    .where(sql`${sources.id} = ${id}`)
}

/** The ids of the articles of a page, the latest first. */
function page({ id, after, limit }: SourceStories): SQL {
  const following =
    after === undefined
      ? sql`true`
      : sql`(a.latest_captured_at < ${after[0]} or (a.latest_captured_at = ${after[0]} and a.id < ${after[1]}))`
  return sql`(select a.id from article_sources k join articles a on a.id = k.article_id
    where k.source_id = ${id} and a.latest_captured_at is not null and ${following}
    order by a.latest_captured_at desc, a.id desc limit ${limit})`
}

/** The query for the stories of a page, each with the title of its latest version. */
export function sourceStories(store: Store, filter: SourceStories) {
  return store.db
    .select({ ...articleColumns, headline: sql<string | null>`${latest(sql`nullif(v.title, '')`)}` })
    .from(articles)
    .where(sql`articles.id in ${page(filter)}`)
    .orderBy(sql`articles.latest_captured_at desc, articles.id desc`)
}

/** The queries for the lanes of the source's claims in these stories. */
export function sourceLanes(store: Store, filter: SourceStories) {
  const claimIds = sql`(select w.claim_id from ${reported(filter.id)} and w.article_id in ${page(filter)})`
  const changeIds = sql`(select t.change_id from trails t where t.claim_id in ${claimIds})`
  return [
    versionsWhere(store, sql`versions.article_id in ${page(filter)}`),
    wordingsWhere(store, sql`claims.id in ${claimIds}`),
    claimRows(store, { among: claimIds, sort: 'number', limit: -1 }),
    changeRows(store, { among: changeIds, kinds: LATER, wordless: true, standing: true, order: 'trail', limit: -1 }),
  ] as const
}
