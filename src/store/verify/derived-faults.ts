/** Recomputes what is derived from the rows of an article, and of the archive, and compares it with what is kept. */
import { type SQL, sql } from 'drizzle-orm'
import { sourceKey } from '../../core/claims/sources/source-identity.ts'
import { ofStatement } from '../sql/packed-statement.ts'
import type { Store } from '../store.ts'
import { versionTimes } from '../write/derive.ts'
import { claimCounts, claimDecision, claimState, STATE_COLUMNS } from '../write/derived/claim-states.ts'
import { reportedSources } from '../write/derived/source-counts.ts'
import type { LogFault } from './differences.ts'

/** A fault, and the query for the rows that have it. */
type Check = readonly [fault: string, rows: SQL]

/** Rows that one of two queries has and the other has not. */
const differing = (kept: SQL, derived: SQL): SQL =>
  sql`select 1 from (select * from (${kept}) except select * from (${derived})
    union all select * from (select * from (${derived}) except select * from (${kept})))`

const IS = sql`is`

/** The faults of what an article keeps that is derived. */
export function derivedFaults(store: Store, articleId: number): Promise<LogFault[]> {
  const ofArticle = sql`article_id = ${articleId}`
  return faultsOf(store, [
    [
      'the state of a claim is another',
      sql`select 1 from claims where ${ofArticle} and ${STATE_COLUMNS} is not (${claimState(articleId)})`,
    ],
    [
      'the decision on a claim is another',
      sql`select 1 from claims where ${ofArticle} and not ${claimDecision(articleId, IS)}`,
    ],
    [
      'the times of the article are others',
      sql`select 1 from articles where id = ${articleId} and not ${versionTimes(articleId, IS)}`,
    ],
    [
      'the counts of claims are others',
      sql`select 1 from articles where id = ${articleId} and not ${claimCounts(articleId, IS)}`,
    ],
    [
      'the counts of sources are others',
      differing(
        sql`select article_id, source_id, claims, present from article_sources where ${ofArticle}`,
        reportedSources(articleId, sql`w.source_id is not null`),
      ),
    ],
    [
      'the counts of changes are others',
      differing(
        sql`select hour, kinds, acknowledged, zones, changes from change_counts where ${ofArticle} and changes <> 0`,
        sql`select hour, kinds, acknowledged, zones, count(*) from counted_changes where ${ofArticle} group by 1, 2, 3, 4`,
      ),
    ],
    [
      'the counts of changes by source are others',
      differing(
        sql`select hour, source_id, kinds, acknowledged, zones, changes from source_change_counts where ${ofArticle} and changes <> 0`,
        sql`select hour, source_id, kinds, acknowledged, zones, count(distinct id) from counted_sources where ${ofArticle}
          group by 1, 2, 3, 4, 5`,
      ),
    ],
    [
      'a sentence is not in the search index',
      unfound('sentence_search', sql`select id, text from sentences where ${ofArticle}`),
    ],
    [
      'a claim is not in the search index',
      unfound(
        'statement_search',
        sql`select t.id, ${ofStatement.label(sql`t.analysis`)} as text from sentences s join statements t on t.sentence_id = s.id
          join analysis_runs r on r.id = t.run_id and r.reason = 'ingest' where s.${ofArticle}`,
      ),
    ],
  ])
}

/** The rows `id, text` that a search for their text does not find. A text without ASCII letters and digits may have no words. */
const unfound = (
  index: string,
  rows: SQL,
): SQL => sql`select 1 from (${rows}) o where o.text glob '*[0-9A-Za-z]*' and not exists (
  select 1 from ${sql.raw(index)} where ${sql.raw(index)} match '"' || replace(o.text, '"', '""') || '"' and rowid = o.id)`

/** The faults of the sums over all articles, and of the names of sources. */
export async function sumFaults(store: Store): Promise<LogFault[]> {
  const sources = await store.db.all<{ name: string; key: string }>(sql`select name, key from sources`)
  const renamed = sources.filter(({ name, key }) => sourceKey(name) !== key)
  const names = renamed.map(({ name }) => ({
    version: 0,
    entry: null,
    fault: `the source "${name}" has the key of another name`,
  }))
  return [
    ...names,
    ...(await faultsOf(store, [
      [
        'the sums of changes are others',
        differing(
          sql`select hour, kinds, acknowledged, zones, changes from archive_change_counts where changes <> 0`,
          sql`select hour, kinds, acknowledged, zones, sum(changes) from change_counts group by 1, 2, 3, 4 having sum(changes) <> 0`,
        ),
      ],
      [
        'the sums of sources are others',
        differing(
          sql`select id, claims, present, articles from sources`,
          sql`select s.id, coalesce(sum(k.claims), 0), coalesce(sum(k.present), 0), count(k.article_id)
            from sources s left join article_sources k on k.source_id = s.id group by s.id`,
        ),
      ],
    ])),
  ]
}

async function faultsOf(store: Store, checks: readonly Check[]): Promise<LogFault[]> {
  const faults: LogFault[] = []
  for (const [fault, rows] of checks) {
    const [found] = await store.db.all<{ n: number }>(sql`select count(*) as n from (${rows})`)
    if (found && found.n > 0) faults.push({ version: 0, entry: null, fault: `${fault} (${found.n})` })
  }
  return faults
}
