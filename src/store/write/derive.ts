/** Derives what the archive keeps about an article besides its records: the last statements of every write that changes any of it. */
import { type SQL, sql } from 'drizzle-orm'
import { allCounts, countsAfter } from './derived/change-counts.ts'
import { claimCounts, claimDecisions, claimStates } from './derived/claim-states.ts'
import { sourceCounts, type Touched } from './derived/source-counts.ts'
import { bumpArchive, nextRevision } from './revision.ts'

/** How much of what is derived a write may change. */
export interface Derivation {
  readonly articleId: number
  /** `articles.recordings` as the write found it; null: the write depends on nothing that it read. */
  readonly recordings: number | null
  /** How many versions the write adds. */
  readonly versions?: number
  /** Whether the write adds a review. */
  readonly reviewed?: boolean
  /** The rows that the write appends to the change feed; 'all': other changes may be visible. */
  readonly changes: readonly { readonly id: number; readonly toVersion: number }[] | 'all'
  /** Whether a version of the article may be withheld. */
  readonly withheld: boolean
  /** The claims whose state may differ, by id. */
  readonly claims: readonly number[] | 'all'
  /** The claims whose sources may differ. */
  readonly sources: Touched | 'all'
}

/**
 * The statements that derive the counts of changes, the decisions on claims and the states of claims, then what is counted from
 * those: sources and claims. They come after all rows of the write, and end with the revisions.
 */
export function derivedStatements(d: Derivation): SQL[] {
  const { articleId, versions = 0 } = d
  const recordings = d.recordings === null ? sql`recordings` : sql`${d.recordings}`
  return [
    ...(d.changes === 'all' ? allCounts(articleId) : countsAfter(articleId, d.changes, d.withheld)),
    ...(d.reviewed ? [claimDecisions(articleId)] : []),
    claimStates(articleId, d.claims),
    ...sourceCounts(articleId, d.sources),
    sql`update articles set revision = ${nextRevision}, recordings = ${recordings} + 1,
        ${versions === 0 ? sql`` : versionColumns(articleId, versions)} ${claimCounts(articleId)}
      where id = ${articleId}`,
    bumpArchive,
  ]
}

const versionColumns = (articleId: number, added: number): SQL =>
  sql`version_count = version_count + ${added}, ${versionTimes(articleId)},`

/** The columns of an article that its versions give, as an assignment, or as an equation by `is`. */
export const versionTimes = (
  articleId: number,
  by = sql`=`,
): SQL => sql`(latest_version, latest_captured_at, first_captured_at) ${by} (
  (select id from versions where article_id = ${articleId} order by place desc limit 1),
  (select captured_at from versions where article_id = ${articleId} order by place desc limit 1),
  (select captured_at from versions where article_id = ${articleId} order by place limit 1))`
