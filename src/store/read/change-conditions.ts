/** The filters of changes as conditions in SQL. */
import { and, type SQL, sql } from 'drizzle-orm'
import { TOLD } from '../../core/changes/weight.ts'
import { articles, changes, claims, trails, versions } from '../schema.ts'
import { maskOf } from '../sql/kind-mask.ts'
import { ZONES } from '../sql/packing.ts'
import { verdictOf } from '../sql/verdicts.ts'
import { changeIsShown, shownKinds } from '../sql/visibility.ts'
import { articleIdOf } from './articles.ts'
import type { ChangeFilter, Period } from './change-filter.ts'
import { sourceIds } from './sources.ts'

type ConditionsOfOne = Pick<
  ChangeFilter,
  'kinds' | 'zone' | 'technical' | 'acknowledged' | 'disclosed' | 'laterVersions' | 'verdicts'
>

/** Whether a row of `changes` alters what readers had been told, and is, or is not, acknowledged. */
export const isDisclosed = (alias: string, disclosed: boolean): SQL =>
  sql`((${shownKinds(alias)} & ${maskOf(TOLD)}) <> 0 and ${sql.identifier(alias)}.acknowledged = ${disclosed ? 1 : 0})`

/** Whether a time of capture lies in a period. */
export const isWithin = (capturedAt: SQL, { from, to }: Period = {}): SQL | undefined =>
  and(
    from === undefined ? undefined : sql`${capturedAt} >= ${from}`,
    to === undefined ? undefined : sql`${capturedAt} <= ${to}`,
  )

/** The conditions of a filter on a row of `changes`, by the table's name or alias; all but the source and the period. */
export function ownConditions(alias: string, filter: ConditionsOfOne): (SQL | undefined)[] {
  const { kinds, zone, technical, acknowledged, disclosed, laterVersions, verdicts } = filter
  const c = sql.identifier(alias)
  return [
    kinds?.length ? sql`(${shownKinds(alias)} & ${maskOf(kinds)}) <> 0` : undefined,
    // Written out: an index of only those that are told applies to no parameter.
    zone === 'all'
      ? undefined
      : zone === 'furniture'
        ? sql`${c}.aside = 1`
        : technical
          ? sql`${c}.aside <> 1`
          : sql`${c}.aside = 0`,
    zone === undefined || zone === 'all' || zone === 'furniture'
      ? undefined
      : sql`exists (select 1 from json_each(case when ${c}.after = '[]' then ${c}.before else ${c}.after end) z
          where z.value ->> 1 = ${ZONES.indexOf(zone)})`,
    acknowledged === undefined ? undefined : sql`${c}.acknowledged = ${acknowledged ? 1 : 0}`,
    disclosed === undefined ? undefined : isDisclosed(alias, disclosed),
    laterVersions ? sql`${c}.from_version is not null` : undefined,
    verdicts?.length
      ? sql`coalesce(${verdictOf(alias)}, 'none') in (select value from json_each(${JSON.stringify(verdicts)}))`
      : undefined,
    changeIsShown(alias),
  ]
}

/** Whether a row belongs to a first version and came with a version, not with a review: recorded with it, or taken back with it. */
export function isOfFirst(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`(${c}.from_version is null and ${c}.review_id is null
    and not exists (select 1 from changes x where x.retracts = ${c}.id and x.review_id is not null)
    and not exists (select 1 from changes x where x.id = ${c}.retracts and x.review_id is not null))`
}

/** The rows `e` that the filter lets pass of those that were recorded, or taken back, with a row of `changes` for the same first version. */
export function ofSameFirst(filter: ChangeFilter): SQL {
  return sql`select 1 from changes e where e.article_id = ${changes.articleId} and e.to_version = ${changes.toVersion}
    and ${isOfFirst('e')} and (e.retracts is null) = (${changes.retracts} is null) and ${and(...ownConditions('e', filter), hasSource('e', filter), hasWords('e', filter))}`
}

/**
 * Whether the source is reported before or after the change. Across articles, the source's index gives the ids behind the cursor; of one
 * article, each change is tested.
 */
export function ofSource(filter: ChangeFilter): SQL | undefined {
  const { source, slug } = filter
  if (source === undefined || slug !== undefined) return hasSource('changes', filter)
  const ids = sourceIds(source)
  const behind = behindCursor(sql`change_id`, filter)
  return sql`${changes.id} in (select change_id from ${trails} where source_before in ${ids} and ${behind}
    union all select change_id from ${trails} where source_after in ${ids} and ${behind})`
}

/** Whether the source is reported before or after the row. */
export function hasSource(alias: string, { source }: Pick<ChangeFilter, 'source'>): SQL | undefined {
  if (source === undefined) return undefined
  const ids = sourceIds(source)
  return sql`exists (select 1 from ${trails} t where t.change_id = ${sql.identifier(alias)}.id
    and (t.source_before in ${ids} or t.source_after in ${ids}))`
}

/** Whether a sentence before or after the row has the words. */
export function hasWords(alias: string, { words }: Pick<ChangeFilter, 'words'>): SQL | undefined {
  if (words === undefined) return undefined
  const c = sql.identifier(alias)
  // The sentences that match are looked up once for a statement, in the same list for both sides.
  return sql`exists (select 1 from (select value from json_each(${c}.before) union all select value from json_each(${c}.after)) j
    where j.value ->> 0 in (select rowid from sentence_search where sentence_search match ${words.match}))`
}

/**
 * The changes that have the words in a sentence. Across articles, where few sentences have them, these give the changes to test: those on
 * the trails of their claims. CROSS JOIN keeps the order.
 */
export function ofWords(filter: ChangeFilter): SQL | undefined {
  const { words, slug } = filter
  if (words === undefined || words.common || slug !== undefined) return hasWords('changes', filter)
  return and(
    sql`${changes.id} in (select t.change_id from sentence_search f cross join statements s on s.sentence_id = f.rowid
      cross join wordings w on w.statement_id = s.id cross join trails t on t.claim_id = w.claim_id
      where f.sentence_search match ${words.match} and ${behindCursor(sql`t.change_id`, filter)})`,
    hasWords('changes', filter),
  )
}

/** `after` and `below` on a subquery's column of ids, so that a page costs nothing of the pages before. */
function behindCursor(id: SQL, { after, below }: ChangeFilter): SQL {
  return sql`${after === undefined ? sql`true` : sql`${id} > ${after}`} and ${below === undefined ? sql`true` : sql`${id} < ${below}`}`
}

/** An article's changes, or those on the trail of one of its claims: by ids that are looked up once. */
export function ofArticle(slug: string, claim: number | undefined): SQL {
  const article = articleIdOf(slug)
  if (claim === undefined) return sql`${changes.articleId} = ${article}`
  return sql`${changes.id} in (select change_id from ${trails}
    where claim_id = (select id from ${claims} where article_id = ${article} and number = ${claim}))`
}

/** Those between two of the article's versions, by number. */
export function isBetween(article: SQL, from: number, to: number | 'latest'): SQL {
  const version = (number: number) => sql`(select id from ${versions} where article_id = ${article} and number = ${number})`
  const latest = sql`(select latest_version from ${articles} where id = ${article})`
  return sql`${changes.toVersion} = ${to === 'latest' ? latest : version(to)} and ${changes.fromVersion} = ${version(from)}`
}

/** By ids, which come in order: an index then gives only what is a page long, where a join would sort all texts of a publication. */
export function ofPublication(publication: string, filter: ChangeFilter): SQL {
  return sql`${changes.id} in (select c.id from articles a join changes c on c.article_id = a.id
    where a.publication = ${publication} and ${behindCursor(sql`c.id`, filter)})`
}
