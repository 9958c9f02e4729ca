/** Reads the log of the archive: what verifying needs. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { sentences, versions } from '../schema.ts'
import { chunksOf } from '../sql/bulk.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

/** The query for what the log says of an article's versions, with the hash and the time of the log's entry before each one. */
export function logRows(store: Store, slug: string, afterId: number, limit: number) {
  return store.db
    .select({
      id: versions.id,
      number: versions.number,
      place: versions.place,
      articleId: versions.articleId,
      url: versions.url,
      title: versions.title,
      byline: versions.byline,
      body: versions.body,
      sentences: versions.sentences,
      capturedAt: versions.capturedAt,
      publishedAt: versions.publishedAt,
      modifiedAt: versions.modifiedAt,
      recordedAt: versions.recordedAt,
      contentHash: versions.contentHash,
      previous: versions.previous,
      hash: versions.hash,
      before: sql<string | null>`(select b.hash from versions b where b.id = versions.id - 1)`,
      timeBefore: sql<string | null>`(select b.recorded_at from versions b where b.id = versions.id - 1)`,
    })
    .from(versions)
    .where(and(sql`${versions.articleId} = ${articleIdOf(slug)}`, gt(versions.id, afterId)))
    .orderBy(asc(versions.id))
    .limit(limit)
}

export type LogRow = Awaited<ReturnType<typeof logRows>>[number]

/** The query for the log's last entry. */
export function logHead(store: Store) {
  return store.db.select({ id: versions.id, hash: versions.hash }).from(versions).orderBy(desc(versions.id)).limit(1)
}

/** The rows of sentences by their ids. */
export async function sentenceRows(store: Store, articleId: number, ids: readonly number[]) {
  const parts = chunksOf(ids).map((json) =>
    store.db
      .select({ id: sentences.id, headline: sentences.headline, hash: sentences.hash, text: sentences.text })
      .from(sentences)
      .where(and(sql`${sentences.id} in (select value from json_each(${json}))`, eq(sentences.articleId, articleId))),
  )
  return (await Promise.all(parts)).flat()
}
