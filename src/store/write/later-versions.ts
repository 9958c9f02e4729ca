/** Reads what comes after a late version: the versions that have to be tracked again, and the numbers that their claims have. */
import { and, eq, gt, gte, sql } from 'drizzle-orm'
import { claims, statements, versions, wordings } from '../schema.ts'
import { ordinalsOf, placedSentences } from '../sql/packing.ts'
import { prepared, type Store } from '../store.ts'
import type { VersionMark } from './write-context.ts'

/** A version that comes after a late one, and its sentences with the ids of their rows. */
export interface LaterVersion {
  readonly mark: VersionMark
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly sentences: ReturnType<typeof placedSentences>
}

/** The article's versions after a place, in order, by one query. */
export async function laterVersions(store: Store, articleId: number, after: string): Promise<LaterVersion[]> {
  const rows = await prepared(store, 'laterVersions', (db) =>
    db
      .select({
        id: versions.id,
        number: versions.number,
        place: versions.place,
        capturedAt: versions.capturedAt,
        contentHash: versions.contentHash,
        rereads: versions.rereads,
        publishedAt: versions.publishedAt,
        modifiedAt: versions.modifiedAt,
        title: versions.title,
        body: versions.body,
        sentences: versions.sentences,
      })
      .from(versions)
      .where(and(eq(versions.articleId, sql.placeholder('articleId')), gt(versions.place, sql.placeholder('after'))))
      .orderBy(versions.place)
      .prepare(),
  ).all({ articleId, after })
  return rows.map(({ title, body, sentences, publishedAt, modifiedAt, ...mark }) => ({
    mark,
    publishedAt,
    modifiedAt,
    sentences: placedSentences({ title, body, sentences }),
  }))
}

/** The id of every claim of an article, by number. */
export async function claimIdsOf(store: Store, articleId: number): Promise<Map<number, number>> {
  const rows = await store.db
    .select({ id: claims.id, number: claims.number })
    .from(claims)
    .where(eq(claims.articleId, articleId))
  return new Map(rows.map((row) => [row.number, row.id]))
}

/** The number of the claim that stands in a version at (sentence index, place among the sentence's statements). */
export type NumberAt = (version: number, sentence: number, index: number) => number | null

/** The numbers of the claims of `later`, versions by their place in the list. */
export async function numbersAt(store: Store, articleId: number, later: readonly LaterVersion[]): Promise<NumberAt> {
  const places = await claimPlaces(store, articleId, later)
  const numbers = new Map(places.map((p) => [`${p.version}/${p.sentence}/${p.index}`, p.number]))
  return (version, sentence, index) => numbers.get(`${version}/${sentence}/${index}`) ?? null
}

/** Where a claim stands: a version by its place in a list, index of its sentence, place among the sentence's statements. */
export interface ClaimPlace {
  readonly version: number
  readonly sentence: number
  readonly index: number
  readonly number: number
}

/** Where the claims of the versions stand, version by version. */
export async function claimPlaces(store: Store, articleId: number, later: readonly LaterVersion[]): Promise<ClaimPlace[]> {
  const first = later[0]?.mark.place ?? ''
  const rows = await store.db
    .select({
      number: claims.number,
      fromPlace: wordings.fromPlace,
      untilPlace: wordings.untilPlace,
      sentenceId: statements.sentenceId,
      ordinal: wordings.ordinal,
      index: statements.place,
    })
    .from(wordings)
    .innerJoin(claims, eq(claims.id, wordings.claimId))
    .innerJoin(statements, eq(statements.id, wordings.statementId))
    .where(and(eq(wordings.articleId, articleId), sql`(${wordings.untilPlace} is null or ${gte(wordings.untilPlace, first)})`))
  const places: ClaimPlace[] = []
  later.forEach(({ mark, sentences }, version) => {
    const ids = sentences.map((s) => s.id)
    const ordinals = ordinalsOf(ids)
    const at = new Map(ids.map((id, i) => [`${id}/${ordinals[i]}`, i]))
    for (const row of rows) {
      if (row.fromPlace > mark.place || (row.untilPlace !== null && row.untilPlace <= mark.place)) continue
      const sentence = at.get(`${row.sentenceId}/${row.ordinal}`)
      if (sentence !== undefined) places.push({ version, sentence, index: row.index, number: row.number })
    }
  })
  return places
}
