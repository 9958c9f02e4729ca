/** Writes what an engine finds when it analyzes the sentences of an article again. */
import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../core/article.ts'
import { kindNumber } from '../log/append.ts'
import { sealedStatement, statementsDigest } from '../log/digests.ts'
import { analysisRuns, sentences, statements } from '../schema.ts'
import { bulk } from '../sql/bulk.ts'
import { packStatement } from '../sql/packed-statement.ts'
import type { Store } from '../store.ts'
import { nextRevision } from './revision.ts'

/** The ids of an article's sentences that an engine has not analyzed, whether at the ingest or since. */
export async function unreadSentences(store: Store, articleId: number, engine: string): Promise<Set<number>> {
  const rows = await store.db
    .select({ id: sentences.id })
    .from(sentences)
    .where(
      sql`${sentences.articleId} = ${articleId} and not exists (select 1 from ${statements} t join ${analysisRuns} r on r.id = t.run_id
        where t.sentence_id = ${sentences}.id and r.engine = ${engine})`,
    )
  return new Set(rows.map((row) => row.id))
}

/** The statements that an engine found in an article's sentences. */
export interface ReanalysisRows {
  readonly articleId: number
  readonly engine: string
  readonly now: string
  readonly statements: readonly { readonly sentenceId: number; readonly place: number; readonly statement: Statement }[]
}

/** The statements that write them as a run of its own, beside that of the ingest. Nothing else changes. */
export function reanalysisStatements({ articleId, engine, now, statements }: ReanalysisRows): SQL[] {
  return [
    sql`insert into analysis_runs (engine, reason, started_at) select ${engine}, 'reanalysis', ${now}
      where not exists (select 1 from analysis_runs where engine = ${engine} and reason = 'reanalysis')`,
    ...bulk(
      statements,
      (s) => [s.sentenceId, s.place, packStatement(s.statement)],
      (json) => sql`insert into statements (sentence_id, place, run_id, analysis)
        select value ->> 0, value ->> 1, (select id from analysis_runs where engine = ${engine} and reason = 'reanalysis'), value -> 2
        from json_each(${json})`,
    ),
    ...reanalysisEntry(articleId, statements),
    sql`update articles set revision = ${nextRevision}, recordings = recordings + 1 where id = ${articleId}`,
  ]
}

/** The entry of the log of the rows that were inserted last. */
function reanalysisEntry(articleId: number, rows: ReanalysisRows['statements']): SQL[] {
  const digest = statementsDigest(
    rows.map((s) => ({ ...s, reason: 'reanalysis', sealed: sealedStatement(packStatement(s.statement)) })),
  )
  return [
    sql`insert into log (kind, article_id, subject, digest)
      select ${kindNumber('statements')}, ${articleId}, max(id) - ${rows.length - 1}, unhex(${digest}) from statements`,
  ]
}
