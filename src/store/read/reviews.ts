/** Reads and writes reviews: what people decided of claims and changes. */
import { and, asc, eq, gt, gte, type SQL, sql } from 'drizzle-orm'
import { searchWords } from '../../core/across/search-words.ts'
import { articles, claims, reviews } from '../schema.ts'
import { packedChange, type ReviewAction, type ReviewDetail, type StandingReview } from '../sql/standing-reviews.ts'
import { standsInSight } from '../sql/stands.ts'
import type { Store } from '../store.ts'
import { changeStatements } from '../write/change-rows.ts'
import { claimCounts, claimStates } from '../write/claim-states.ts'
import type { NewChange } from '../write/recording.ts'
import { bumpArchive, nextRevision } from '../write/revision.ts'
import { sourceCounts } from '../write/source-counts.ts'
import { articleIdOf } from './articles.ts'

export interface ReviewFilter {
  readonly id?: number | undefined
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** A claim's number. */
  readonly claim?: number | undefined
  readonly actions?: readonly ReviewAction[] | undefined
  readonly reviewer?: string | undefined
  /** Made at that time or later. */
  readonly since?: string | undefined
  /** Ids after this one only. */
  readonly after?: number | undefined
  /** -1: all. */
  readonly limit: number
}

/** The query for reviews, in the order in which they were made. `reviewView` reads its rows. */
export function reviewRows(store: Store, filter: ReviewFilter) {
  const { slug, actions } = filter
  return store.db
    .select({
      id: reviews.id,
      slug: articles.slug,
      claim: reviews.claim,
      change: reviews.changeId,
      action: reviews.action,
      detail: reviews.detail,
      withdraws: reviews.withdraws,
      withdrawnBy: sql<number | null>`(select w.id from reviews w where w.withdraws = reviews.id)`,
      holds: sql<number>`not exists (select 1 from lapsed_reviews l where l.review_id = reviews.id)`,
      reviewer: reviews.reviewer,
      reason: reviews.reason,
      reviewedAt: reviews.reviewedAt,
    })
    .from(reviews)
    .innerJoin(articles, eq(articles.id, reviews.articleId))
    .where(
      and(
        slug === undefined ? undefined : sql`${reviews.articleId} = ${articleIdOf(slug)}`,
        filter.id === undefined ? undefined : eq(reviews.id, filter.id),
        filter.claim === undefined ? undefined : sql`${filter.claim} in (${reviews.claim}, ${reviews.detail} ->> '$.other')`,
        actions?.length ? sql`${reviews.action} in (select value from json_each(${JSON.stringify(actions)}))` : undefined,
        filter.reviewer === undefined ? undefined : eq(reviews.reviewer, filter.reviewer),
        filter.since === undefined ? undefined : gte(reviews.reviewedAt, filter.since),
        filter.after === undefined ? undefined : gt(reviews.id, filter.after),
        isTellable,
      ),
    )
    .orderBy(asc(reviews.id))
    .limit(filter.limit)
}

/** A label may repeat what is withheld: of a claim that only withheld versions have, no review is told. */
const isTellable = sql`not exists (select 1 from claims c join versions v on v.article_id = c.article_id
  join withholdings h on h.version_id = v.id
  where c.article_id = ${reviews.articleId} and c.number = ${reviews.claim} and c.status = 'retracted')`

export type ReviewRow = Awaited<ReturnType<typeof reviewRows>>[number]

/** A review as readers see it. */
export interface ReviewView extends Omit<ReviewRow, 'detail' | 'holds'> {
  readonly detail: ReviewDetail
  /** false: of the claims that it relates something else is told, by which it cannot be. */
  readonly holds: boolean
}

export function reviewView({ detail, holds, ...row }: ReviewRow): ReviewView {
  return { ...row, detail: JSON.parse(detail) as ReviewView['detail'], holds: holds === 1 }
}

/** What a new review is about, as far as it is there. */
export async function reviewTarget(
  store: Store,
  articleId: number,
  number: number,
  { change, review }: { change: number | null; review: number | null },
) {
  const [row] = await store.db
    .select({
      id: claims.id,
      status: claims.status,
      verdict: claims.verdict,
      /** `packedChange` of the change, if it stands on the claim's trail. */
      change: sql<string | null>`(select ${packedChange('c')} from trails t join changes c on c.id = t.change_id
        where t.claim_id = claims.id and c.id = ${change} and ${standsInSight('c')})`,
      /** The action of the review that is to be withdrawn, if it is one of this claim. */
      reviewAction: sql<ReviewAction | null>`(select r.action from reviews r
        where r.id = ${review} and r.article_id = ${articleId} and r.claim = ${number})`,
      withdrawnBy: sql<number | null>`(select w.id from reviews w where w.withdraws = ${review})`,
    })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.number, number)))
  return row ?? null
}

export interface NewReview {
  readonly id: number
  readonly articleId: number
  readonly claim: number
  readonly change: number | null
  readonly action: ReviewAction
  readonly detail: StandingReview['detail']
  readonly withdraws: number | null
  readonly reviewer: string
  readonly reason: string | null
  readonly reviewedAt: string
}

/**
 * The statements that write a review, the rows of changes that follow it, and the state of the claims by id in `touched`.
 * `recordings`: how many versions, checks and reviews the article had before.
 */
export function reviewStatements(
  r: NewReview,
  changes: readonly NewChange[],
  touched: readonly number[],
  recordings: number,
): SQL[] {
  return [
    reviewRow(r),
    ...changeStatements(r.articleId, changes, r.reviewedAt, true),
    claimDecisions(r.articleId),
    claimStates(r.articleId, touched),
    ...sourceCounts(r.articleId, 'all'),
    sql`update articles set revision = ${nextRevision}, recordings = ${recordings + 1}, ${claimCounts(r.articleId)}
      where id = ${r.articleId}`,
    bumpArchive,
  ]
}

/** The statements that write a review by which the article is recorded anew, before those that do that. */
export const bindingStatements = (r: NewReview): SQL[] => [
  reviewRow(r),
  ...(r.detail.added ? addedRows(r.detail.added, r.detail.exact ?? '') : []),
  claimDecisions(r.articleId),
]

/** A statement that a person adds is of the run of the sentence's others. */
const addedRows = (added: NonNullable<ReviewDetail['added']>, exact: string): SQL[] => [
  sql`insert into statements (id, sentence_id, place, run_id, analysis, words)
    select ${added.statementId}, ${added.sentence}, ${added.index}, t.run_id, ${JSON.stringify(added.statement)},
      ${JSON.stringify(searchWords(exact))}
    from statements t join analysis_runs r on r.id = t.run_id and r.reason = 'ingest'
    where t.sentence_id = ${added.sentence} order by t.place limit 1`,
  sql`insert into statement_search (rowid, label, content, source)
    values (${added.statementId}, ${added.statement.label}, ${exact}, ${added.name ?? ''})`,
]

const reviewRow = (r: NewReview) =>
  sql`insert into reviews (id, article_id, claim, change_id, action, detail, withdraws, reviewer, reason, reviewed_at)
    values (${r.id}, ${r.articleId}, ${r.claim}, ${r.change}, ${r.action}, ${JSON.stringify(r.detail)}, ${r.withdraws},
      ${r.reviewer}, ${r.reason}, ${r.reviewedAt})`

/** Derives what people decided last of an article's claims that were ever reviewed. */
function claimDecisions(articleId: number): SQL {
  const last = (value: SQL, actions: SQL) => sql`(select ${value} from standing_reviews s
    where s.article_id = ${articleId} and s.claim = claims.number and s.change_id is null and s.action in (${actions})
    order by s.id desc limit 1)`
  const verdict = sql`case s.action when 'confirm' then 'confirmed' else 'rejected' end`
  return sql`update claims set verdict = ${last(verdict, sql`'confirm', 'reject'`)},
      human_label = ${last(sql`s.detail ->> 'label'`, sql`'relabel'`)}
    where article_id = ${articleId} and number in (select claim from reviews where article_id = ${articleId})`
}
