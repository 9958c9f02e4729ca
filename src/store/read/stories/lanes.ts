/** Reads how claims ran through the versions of an article: the versions as columns, and every wording of every claim. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { SourceKind } from '../../../core/article.ts'
import { claims, sources, statements, versions, wordings } from '../../schema.ts'
import { ofStatement } from '../../sql/packed-statement.ts'
import { sourceKindIn } from '../../sql/packing.ts'
import { standsInSight } from '../../sql/stands.ts'
import { shownKinds, whyWithheld } from '../../sql/visibility.ts'
import type { Store } from '../../store.ts'
import { articleIdOf } from '../articles.ts'

/** The standing changes `c` that a condition chooses, without those of furniture, as JSON: [[kinds as bits, acknowledged], …]. */
export const packedCounts = (condition: SQL) =>
  sql<string>`(select json_group_array(json_array(${shownKinds('c')}, c.acknowledged)) from changes c
    where ${condition} and c.aside = 0 and ${standsInSight('c')})`

/** The query for the versions of an article in order, without their texts. */
export const laneVersions = (store: Store, slug: string) =>
  versionsWhere(store, sql`${versions.articleId} = ${articleIdOf(slug)}`)

/** The query for the versions that a condition chooses, those of each article in order. */
export function versionsWhere(store: Store, condition: SQL) {
  return store.db
    .select({
      articleId: versions.articleId,
      number: versions.number,
      place: versions.place,
      capturedAt: versions.capturedAt,
      until: sql<
        string | null
      >`lead(${versions.capturedAt}) over (partition by ${versions.articleId} order by ${versions.place})`,
      title: versions.title,
      wordCount: versions.wordCount,
      language: versions.language,
      unsupported: versions.unsupported,
      sentences: versions.sentences,
      rereads: versions.rereads,
      withheld: whyWithheld,
      counts: packedCounts(sql`c.article_id = ${versions.articleId} and c.to_version = ${versions.id}`),
    })
    .from(versions)
    .where(condition)
    .orderBy(asc(versions.place))
}

export type LaneVersionRow = Awaited<ReturnType<typeof laneVersions>>[number]

/** The query for the wordings of an article's claims, or of one claim, in order. Claims that people rejected are left out, but the one asked for. */
export function laneWordings(store: Store, slug: string, number?: number) {
  return wordingsWhere(
    store,
    and(
      sql`${claims.articleId} = ${articleIdOf(slug)}`,
      number === undefined ? sql`${claims.verdict} is not 'rejected'` : eq(claims.number, number),
    ),
  )
}

/** The query for the wordings of the claims that a condition chooses. */
export function wordingsWhere(store: Store, condition: SQL | undefined) {
  return store.db
    .select({
      articleId: claims.articleId,
      number: claims.number,
      fromPlace: wordings.fromPlace,
      untilPlace: wordings.untilPlace,
      sentence: statements.sentenceId,
      ordinal: wordings.ordinal,
      index: statements.place,
      level: ofStatement.level(sql`${statements.analysis}`),
      polarity: ofStatement.polarity(sql`${statements.analysis}`),
      sourceId: wordings.sourceId,
      sourceName: sources.name,
      sourceKind: sql<SourceKind>`coalesce(${sources.kind}, ${sourceKindIn(sql`${wordings.reading}`)})`,
    })
    .from(claims)
    .innerJoin(wordings, eq(wordings.claimId, claims.id))
    .innerJoin(statements, eq(statements.id, wordings.statementId))
    .leftJoin(sources, eq(sources.id, wordings.sourceId))
    .where(and(condition, sql`${claims.status} <> 'retracted'`))
    .orderBy(asc(claims.id), asc(wordings.fromPlace))
}

export type LaneWordingRow = Awaited<ReturnType<typeof wordingsWhere>>[number]
