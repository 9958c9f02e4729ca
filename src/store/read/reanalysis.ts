/** Reads re-analyses: the sentences in which the last one differs from the ingest, and the claims that have their statements. */
import { type SQL, sql } from 'drizzle-orm'
import { analysisRuns, claims, sentences, versions, wordings } from '../schema.ts'
import { ofStatement } from '../sql/packed-statement.ts'
import { isNotWithheld } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

/** The statements of a sentence by one run, as JSON in order, with or without the rules that found them. */
const statementsBy = (run: SQL, rules = true) =>
  sql<string>`(select json_group_array(${rules ? sql`json_array(t.id, json(t.analysis))` : sql`json(${ofStatement.withoutRules(sql`t.analysis`)})`} order by t.place)
    from statements t where t.sentence_id = s.id and t.run_id = ${run} and not (${ofStatement.isAdded(sql`t.analysis`)}))`

/**
 * The query for an article's sentences, after an id, in which the last re-analysis and the ingest found different statements. `stored` and
 * `today` are JSON [[statement id, packed statement], …].
 */
export function reanalyzedRows(store: Store, slug: string, afterId: number, limit: number) {
  const latest = (reason: string) => sql`(select max(t.run_id) from statements t join analysis_runs r on r.id = t.run_id
    where t.sentence_id = s.id and r.reason = ${reason})`
  return store.db
    .select({
      id: sql<number>`s.id`,
      text: sql<string>`s.text`,
      headline: sql<number>`s.headline`,
      storedEngine: sql<string>`o.engine`,
      engine: sql<string>`n.engine`,
      stored: statementsBy(sql`o.id`),
      today: statementsBy(sql`n.id`),
    })
    .from(sql`${sentences} s`)
    .innerJoin(sql`${analysisRuns} o`, sql`o.id = ${latest('ingest')}`)
    .innerJoin(sql`${analysisRuns} n`, sql`n.id = ${latest('reanalysis')}`)
    .where(
      sql`s.article_id = ${articleIdOf(slug)} and s.id > ${afterId} and ${statementsBy(sql`o.id`, false)} <> ${statementsBy(sql`n.id`, false)}`,
    )
    .orderBy(sql`s.id`)
    .limit(limit)
}

export type ReanalyzedRow = Awaited<ReturnType<typeof reanalyzedRows>>[number]

/** The query for which claim of an article has which statement in which of its versions that are not withheld (by number). */
export function statementPlaces(store: Store, slug: string) {
  return store.db
    .select({
      statementId: wordings.statementId,
      claim: claims.number,
      versions: sql<string>`(select json_group_array(v.number order by v.place) from ${versions} v where v.article_id = ${wordings.articleId}
        and v.place >= ${wordings.fromPlace} and v.place < coalesce(${wordings.untilPlace}, '~')
        and ${isNotWithheld('v')})`,
    })
    .from(wordings)
    .innerJoin(claims, sql`${claims.id} = ${wordings.claimId}`)
    .where(sql`${wordings.articleId} = ${articleIdOf(slug)}`)
}

export type StatementPlace = Awaited<ReturnType<typeof statementPlaces>>[number]
