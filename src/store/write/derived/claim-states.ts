/** Derives the latest state of claims, as far as it may be shown, from their wordings and trails. */
import { type SQL, sql } from 'drizzle-orm'
import { ofStatement } from '../../sql/packed-statement.ts'
import { datesOf, ownLabel } from '../../sql/packing.ts'
import { standsInSight } from '../../sql/stands.ts'
import { isShown, lastShownPlace } from '../../sql/visibility.ts'

/**
 * Writes the states of claims of an article: of those touched (by id), and of all if asked for or where one of its versions is
 * withheld, since what is shown of a claim then depends on every version. Beside a max(), SQLite gives the columns of the row that has it.
 */
export function claimStates(articleId: number, touched: readonly number[] | 'all'): SQL {
  const which =
    touched === 'all'
      ? sql`article_id = ${articleId}`
      : sql`id in (select value from json_each(${JSON.stringify(touched)})
          union select id from claims where article_id = ${articleId} and exists (
            select 1 from withholdings h join versions v on v.id = h.version_id where v.article_id = ${articleId}))`
  return sql`update claims set ${STATE_COLUMNS} = (${claimState(articleId)}) where ${which}`
}

/** The columns that are the state of a claim. */
export const STATE_COLUMNS: SQL = sql`(status, statement_id, source_id, label, check_worthiness, dates, last_place, changes)`

/** The state of a row of `claims` of an article, as one row of these columns. */
export const claimState = (articleId: number): SQL => sql`
      select
        case when w.claim_id is null then case when ${isPointer} then 'merged' else 'retracted' end when w.until_place is null or w.until_place > now.place then 'present'
          else (select l.ended from wordings l where l.claim_id = claims.id and l.from_place <= now.place
            order by l.from_place desc limit 1) end,
        coalesce(w.statement_id, claims.statement_id),
        w.source_id,
        case when w.claim_id is null then claims.label else coalesce(${ownLabel(sql`w.reading`)}, '') end,
        coalesce(${ofStatement.checkWorthiness(sql`t.analysis`)}, 0),
        ${datesOf(sql`w.reading`)},
        case when w.until_place <= now.place then ${lastShownPlace(sql`claims.article_id`, sql`w.until_place`)} end,
        (select count(*) from trails l join changes c on c.id = l.change_id where l.claim_id = claims.id
          and c.aside = 0 and ${standsInSight('c')})
      from (select ${lastShownPlace(sql`${articleId}`)} as place) now
      left join wordings w on w.id = (select iif(max(m.from_place) is null, null, m.id) from wordings m where m.claim_id = claims.id
          and ${isShown(sql`m.article_id`, sql`m.from_place`, sql`m.until_place`)})
      left join statements t on t.id = w.statement_id`

/** Whether a claim without a wording was merged into another claim, as long as that still has its last statement. */
const isPointer = sql`(exists (select 1 from standing_reviews s where s.article_id = claims.article_id and s.action = 'merge'
    and max(s.claim, s.detail ->> '$.other') = claims.number
    and not exists (select 1 from lapsed_reviews l where l.review_id = s.id))
  and exists (select 1 from wordings o where o.article_id = claims.article_id and o.statement_id = claims.statement_id
    and ${isShown(sql`o.article_id`, sql`o.from_place`, sql`o.until_place`)}))`

/** The columns of an article that count its claims, but those that people rejected, as an assignment, or as an equation by `is`; after `claimStates`. */
export function claimCounts(articleId: number, by = sql`=`): SQL {
  const count = (status: string, also = sql``) => sql`(select count(*) from claims
    where article_id = ${articleId} and status = ${status} and verdict is not 'rejected' ${also})`
  return sql`(present_claims, withdrawn_claims) ${by} (${count('present')}, ${count('withdrawn', sql`and not ${isReadAway}`)})`
}

/** Whether a claim's last wording ended because the page was read otherwise: nobody took it out. */
const isReadAway = sql`exists (select 1 from wordings w join versions v on v.article_id = w.article_id and v.place = w.until_place
  where v.rereads is not null
    and w.id = (select iif(max(m.from_place) is null, null, m.id) from wordings m where m.claim_id = claims.id))`

/** The last decisions of people on a row of `claims` of an article, as an assignment, or as an equation by `is`. */
export function claimDecision(articleId: number, by = sql`=`): SQL {
  const last = (value: SQL, actions: SQL) => sql`(select ${value} from standing_reviews s
    where s.article_id = ${articleId} and s.claim = claims.number and s.change_id is null and s.action in (${actions})
    order by s.id desc limit 1)`
  const verdict = sql`case s.action when 'confirm' then 'confirmed' else 'rejected' end`
  return sql`(verdict, human_label) ${by} (${last(verdict, sql`'confirm', 'reject'`)}, ${last(sql`s.detail ->> 'label'`, sql`'relabel'`)})`
}

/** Derives the last decisions of people on an article's claims, of those that were ever reviewed. */
export const claimDecisions = (articleId: number): SQL => sql`update claims set ${claimDecision(articleId)}
  where article_id = ${articleId} and number in (select claim from reviews where article_id = ${articleId})`
