/** Reads claims: of an article at any of its versions, one with its presence, and across the archive. */
import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { ResolvedContext, SourceKind, Statement } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import { articles, type CLAIM_STATUSES, claims, sentences, sources, statements, trails, wordings } from '../schema.ts'
import { maskOf } from '../sql/kind-mask.ts'
import { ofStatement, parseStatement } from '../sql/packed-statement.ts'
import { datesOf, labelIn, latestLabel } from '../sql/packing.ts'
import { standsInSight } from '../sql/stands.ts'
import type { Verdict } from '../sql/verdicts.ts'
import { isNotWithheld, isShown, lastShownPlace, shownKinds } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { type AsOf, lastPosition } from './last-position.ts'
import { holds, matchQuery } from './search.ts'
import { sourceIds } from './sources.ts'

export type ClaimStatus = (typeof CLAIM_STATUSES)[number]
export type ClaimSort = 'number' | 'check_worthiness' | 'changes'

export interface ClaimFilter {
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** As of a version or a time; default now. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly number?: number | undefined
  /** A subquery of their ids. */
  readonly among?: SQL
  readonly status?: readonly ClaimStatus[] | undefined
  /** A source's id or name. */
  readonly source?: string | undefined
  /** Claims that have a standing change of one of these kinds. */
  readonly kinds?: readonly Kind[] | undefined
  /** The verdict of people on it; default: all that they did not reject. */
  readonly verdicts?: readonly (Verdict | 'none')[] | undefined
  readonly publication?: string | undefined
  readonly q?: string | undefined
  readonly minCheckWorthiness?: number | undefined
  readonly sort: ClaimSort
  /** The sort key and id of the last row of the page before. */
  readonly after?: readonly [key: number, id: number] | undefined
  readonly limit: number
}

const versionNumber = (place: SQL) =>
  sql<number | null>`(select v.number from versions v where v.article_id = ${claims.articleId} and v.place = ${place})`

/** The first version that has the claim and is not withheld. */
const firstVersion = sql<number | null>`(select o.number from versions o where o.article_id = claims.article_id
  and o.place >= (select min(f.from_place) from wordings f where f.claim_id = claims.id) and ${isNotWithheld('o')} and exists (select 1 from wordings w where w.claim_id = claims.id
    and w.from_place <= o.place and (w.until_place is null or w.until_place > o.place)) order by o.place limit 1)`

/** The present state of a claim, from its row. */
const now = {
  status: sql<ClaimStatus>`${claims.status}`,
  statementId: sql<number>`${claims.statementId}`,
  sourceId: sql<number | null>`${claims.sourceId}`,
  /** In hundredths. */
  checkWorthiness: sql<number>`${claims.checkWorthiness}`,
  dates: sql<string | null>`${claims.dates}`,
  label: latestLabel,
  changes: sql<number>`${claims.changes}`,
  lastVersion: versionNumber(sql`${claims.lastPlace}`),
  wording: sql`null`,
  isThere: sql`${claims.status} <> 'retracted'`,
}

/**
 * The state of a claim as of a version that is not withheld, from its wordings: the last one by then that is shown counts. Beside a max(),
 * SQLite gives the columns of the row that has it.
 */
function asOfPlace(place: SQL): typeof now {
  const stands = sql`(${wordings.untilPlace} is null or ${wordings.untilPlace} > ${place})`
  return {
    status: sql<ClaimStatus>`case when ${stands} then 'present' else (select iif(max(l.from_place) is null, null, l.ended) from wordings l
      where l.claim_id = ${claims.id} and l.from_place <= ${place}) end`,
    statementId: sql<number>`${wordings.statementId}`,
    sourceId: sql<number | null>`${wordings.sourceId}`,
    checkWorthiness: ofStatement.checkWorthiness(sql`${statements.analysis}`),
    dates: datesOf(sql`${wordings.reading}`),
    label: labelIn(sql`${wordings.reading}`, sql`${statements.analysis}`),
    changes: sql<number>`(select count(*) from ${trails} t join changes c on c.id = t.change_id
      join versions v on v.id = c.to_version where t.claim_id = ${claims.id} and c.aside = 0 and ${standsInSight('c')} and v.place <= ${place})`,
    lastVersion: sql<number | null>`case when ${stands} then null
      else ${versionNumber(lastShownPlace(sql`${claims.articleId}`, sql`${wordings.untilPlace}`))} end`,
    wording: sql`(select iif(max(w.from_place) is null, null, w.id) from wordings w where w.claim_id = ${claims.id}
      and w.from_place <= ${place} and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)})`,
    isThere: sql`${wordings.id} is not null`,
  }
}

/** The query for claims by a filter, each as it is worded then. `claimView` reads its rows. */
export function claimRows(store: Store, filter: ClaimFilter) {
  const { slug, asOf, status, minCheckWorthiness } = filter
  const state = asOf && slug !== undefined ? asOfPlace(lastPosition(slug, asOf)) : now
  // The number of a claim orders an article's as its id does.
  const byNumber = slug === undefined ? claims.id : claims.number
  const down = { number: null, check_worthiness: state.checkWorthiness, changes: state.changes }[filter.sort]
  return store.db
    .select({
      key: down ?? sql<number>`${byNumber}`,
      id: claims.id,
      slug: articles.slug,
      publication: articles.publication,
      number: claims.number,
      status: state.status,
      sentence: sentences.text,
      analysis: statements.analysis,
      dates: state.dates,
      label: state.label,
      verdict: claims.verdict,
      humanLabel: claims.humanLabel,
      sourceId: sources.id,
      sourceName: sources.name,
      sourceKind: sql<SourceKind | null>`${sources.kind}`,
      firstVersion,
      lastVersion: state.lastVersion,
      changes: state.changes,
    })
    .from(claims)
    .leftJoin(wordings, eq(wordings.id, state.wording))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(statements, eq(statements.id, state.statementId))
    .innerJoin(sentences, eq(sentences.id, statements.sentenceId))
    .leftJoin(sources, eq(sources.id, state.sourceId))
    .where(
      and(
        state.isThere,
        slug === undefined ? undefined : sql`${claims.articleId} = ${articleIdOf(slug)}`,
        filter.number === undefined ? undefined : eq(claims.number, filter.number),
        filter.among && sql`${claims.id} in ${filter.among}`,
        filter.publication === undefined
          ? undefined
          : // By ids, which come in order: a join would sort all claims of a publication.
            sql`${claims.id} in (select c.id from articles a join claims c on c.article_id = a.id where a.publication = ${filter.publication})`,
        status?.length ? oneOf(state.status, status) : undefined,
        // Written out: the index of those that are not present applies to no parameter.
        status?.length && !status.includes('present') ? sql`${state.status} <> 'present'` : undefined,
        decided(filter),
        filter.source === undefined ? undefined : sql`${state.sourceId} in ${sourceIds(filter.source)}`,
        filter.kinds?.length
          ? sql`exists (select 1 from ${trails} t join changes c on c.id = t.change_id where t.claim_id = ${claims.id}
              and c.aside = 0 and (${shownKinds('c')} & ${maskOf(filter.kinds)}) <> 0 and ${standsInSight('c')})`
          : undefined,
        filter.q === undefined
          ? undefined
          : sql`(${state.statementId} in (select rowid from statement_search where statement_search match ${matchQuery(filter.q)})
              or ${holds(claims.humanLabel, filter.q)})`,
        minCheckWorthiness === undefined
          ? undefined
          : sql`${state.checkWorthiness} >= ${Number((minCheckWorthiness * 100).toFixed(6))}`,
        filter.after && following(down, byNumber, filter.after),
      ),
    )
    .orderBy(...(down ? [desc(down), asc(claims.id)] : [asc(byNumber)]))
    .limit(filter.limit)
}

/** A claim that is asked for by number is in the answer whatever its verdict. */
function decided({ verdicts, number }: ClaimFilter): SQL | undefined {
  if (verdicts?.length) return oneOf(sql`coalesce(${claims.verdict}, 'none')`, verdicts)
  return number === undefined ? sql`${claims.verdict} is not 'rejected'` : undefined
}

/** An equation where it can be one: an index then gives the rows in order. */
function oneOf(column: SQL, values: readonly string[]): SQL {
  const [only] = values
  return values.length === 1
    ? sql`${column} = ${only}`
    : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`
}

/** The condition for rows after a row in the list's order. */
function following(down: SQL | null, byNumber: SQLWrapper, [key, id]: readonly [number, number]): SQL {
  return down ? sql`${down} <= ${key} and (${down} < ${key} or ${claims.id} > ${id})` : sql`${byNumber} > ${key}`
}

export type ClaimRow = Awaited<ReturnType<typeof claimRows>>[number]

/** A claim as readers see it in a list. */
export interface ClaimView extends Omit<ClaimRow, 'analysis' | 'key' | 'dates'> {
  readonly statement: Statement
  readonly dates: ResolvedContext['dates']
}

export function claimView({ analysis, dates, key, ...row }: ClaimRow): ClaimView {
  return { ...row, statement: parseStatement(analysis), dates: JSON.parse(dates ?? '[]') as ResolvedContext['dates'] }
}

/** The query for the stretches of a claim's wordings that are shown, in order, up to a version or a time. */
export function presenceRows(store: Store, slug: string, number: number, asOf?: AsOf) {
  const last = asOf ? lastPosition(slug, asOf) : lastShownPlace(sql`${wordings.articleId}`)
  // A version that is withheld neither begins nor ends what readers see.
  const numberFrom = (place: typeof wordings.fromPlace | typeof wordings.untilPlace) =>
    sql<number | null>`(select o.number from versions o where o.article_id = ${wordings.articleId} and o.place >= ${place}
      and o.place <= ${last} and ${isNotWithheld('o')} order by o.place limit 1)`
  return store.db
    .select({ fromNumber: numberFrom(wordings.fromPlace), untilNumber: numberFrom(wordings.untilPlace), ended: wordings.ended })
    .from(wordings)
    .innerJoin(claims, eq(claims.id, wordings.claimId))
    .where(
      and(
        sql`${claims.articleId} = ${articleIdOf(slug)}`,
        eq(claims.number, number),
        asOf && sql`${wordings.fromPlace} <= ${last}`,
        isShown(sql`${wordings.articleId}`, sql`${wordings.fromPlace}`, sql`${wordings.untilPlace}`),
      ),
    )
    .orderBy(asc(wordings.fromPlace))
}
