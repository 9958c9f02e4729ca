/** Reads the sentences that an article has had before, with what was found in them. */
import { and, eq, sql } from 'drizzle-orm'
import type { Statement } from '../../core/article.ts'
import { sentences, statements } from '../schema.ts'
import { chunksOf } from '../sql/bulk.ts'
import { parseStatement } from '../sql/packed-statement.ts'
import { prepared, type Store } from '../store.ts'

/** A sentence that the article has had before, with what was found in it. */
export interface StoredSentence {
  readonly id: number
  /** null: it is furniture, in which nothing was found. */
  readonly runId: number | null
  readonly statements: readonly { readonly id: number; readonly statement: Statement }[]
}

/** Those of the sentences (given by hash) that the article has had before, by `hash/headline`. */
export async function storedSentences(
  store: Store,
  articleId: number,
  hashes: readonly string[],
): Promise<Map<string, StoredSentence>> {
  const query = prepared(store, 'storedSentences', (db) =>
    db
      .select({
        id: sentences.id,
        hash: sql<string>`lower(hex(${sentences.hash}))`,
        headline: sentences.headline,
        statementId: statements.id,
        runId: statements.runId,
        analysis: statements.analysis,
      })
      .from(sentences)
      .leftJoin(
        statements,
        sql`${statements.sentenceId} = ${sentences.id}
          and exists (select 1 from analysis_runs r where r.id = ${statements.runId} and r.reason = 'ingest')`,
      )
      .where(
        and(
          eq(sentences.articleId, sql.placeholder('articleId')),
          sql`${sentences.hash} in (select unhex(value) from json_each(${sql.placeholder('hashes')}))`,
        ),
      )
      .orderBy(sentences.id, statements.place)
      .prepare(),
  )
  const rows = (await Promise.all(chunksOf(hashes).map((part) => query.all({ articleId, hashes: part })))).flat()
  const found = new Map<string, { id: number; runId: number | null; statements: { id: number; statement: Statement }[] }>()
  for (const row of rows) {
    const key = `${row.hash}/${row.headline}`
    const sentence = found.get(key) ?? { id: row.id, runId: row.runId, statements: [] }
    if (row.statementId !== null && row.analysis !== null)
      sentence.statements.push({ id: row.statementId, statement: parseStatement(row.analysis) })
    found.set(key, sentence)
  }
  return found
}
