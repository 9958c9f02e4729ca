/** Reads the sentences that an article has had before, with what was found in them. */
import { and, eq, sql } from 'drizzle-orm'
import type { Statement } from '../../core/article.ts'
import { shortHash } from '../hash.ts'
import { sentences, statements } from '../schema.ts'
import { chunksOf } from '../sql/bulk.ts'
import { parseStatement } from '../sql/packed-statement.ts'
import { prepared, type Store } from '../store.ts'

/** A sentence that the article has had before, with what was found in it. */
export interface StoredSentence {
  readonly id: number
  readonly text: string
  /** null: it is furniture, in which nothing was found. */
  readonly runId: number | null
  readonly statements: readonly { readonly id: number; readonly statement: Statement }[]
}

/** The sentences of an article that have some hashes. */
export class StoredSentences {
  readonly #byHash: ReadonlyMap<string, StoredSentence>

  constructor(byHash: ReadonlyMap<string, StoredSentence>) {
    this.#byHash = byHash
  }

  /** The sentence that has a text; null: the article has not had it. `hash` is the whole hash of the text. */
  find(text: string, hash: string, headline: boolean): StoredSentence | null {
    const found = [shortHash(hash), hash].map((part) => this.#byHash.get(keyOf(part, headline)))
    return found.find((sentence) => sentence?.text === text) ?? null
  }

  /** Whether the row of a sentence keeps this part of its hash. */
  isTaken(part: string, headline: boolean): boolean {
    return this.#byHash.has(keyOf(part, headline))
  }
}

const keyOf = (hash: string, headline: boolean) => `${hash}/${headline ? 1 : 0}`

/** Those of the sentences (given by their whole hashes) that the article has had before, and those with the same short hash. */
export async function storedSentences(store: Store, articleId: number, hashes: readonly string[]): Promise<StoredSentences> {
  const query = prepared(store, 'storedSentences', (db) =>
    db
      .select({
        id: sentences.id,
        hash: sql<string>`lower(hex(${sentences.hash}))`,
        headline: sentences.headline,
        text: sentences.text,
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
  const rows = (
    await Promise.all(
      chunksOf(hashes.flatMap((hash) => [shortHash(hash), hash])).map((part) => query.all({ articleId, hashes: part })),
    )
  ).flat()
  const found = new Map<string, StoredSentence & { statements: { id: number; statement: Statement }[] }>()
  for (const row of rows) {
    const key = keyOf(row.hash, row.headline === 1)
    const sentence = found.get(key) ?? { id: row.id, text: row.text, runId: row.runId, statements: [] }
    if (row.statementId !== null && row.analysis !== null)
      sentence.statements.push({ id: row.statementId, statement: parseStatement(row.analysis) })
    found.set(key, sentence)
  }
  return new StoredSentences(found)
}
