/** Reads the claims of the archive that had the most changes, as examples. */
import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { SourceKind } from '../../../core/article.ts'
import { articles, claims, sources, statements, wordings } from '../../schema.ts'
import { ofStatement } from '../../sql/packed-statement.ts'
import { sourceKindIn } from '../../sql/packing.ts'
import type { Store } from '../../store.ts'
import { changeRows } from '../changes.ts'
import { latest } from './stories.ts'

/** The ids of the claims with the most changes, as a subquery. */
const mostChanged = (most: number): SQL => sql`(select id from ${claims} where changes > 1 and status <> 'retracted'
  and verdict is not 'rejected' order by changes desc, id limit ${most})`

/** The query for the changes of the claims that had the most of them. */
export function mostChangedTrails(store: Store, most: number) {
  const among = sql`(select t.change_id from trails t where t.claim_id in ${mostChanged(most)})`
  return changeRows(store, { among, standing: true, order: 'recorded', limit: -1 })
}

/** The query for the wordings of these claims, in order. */
export function mostChangedWordings(store: Store, most: number) {
  return store.db
    .select({
      slug: articles.slug,
      storyTitle: sql<string | null>`coalesce(${articles.title}, ${latest(sql`nullif(v.title, '')`)})`,
      number: claims.number,
      fromPlace: wordings.fromPlace,
      untilPlace: wordings.untilPlace,
      level: ofStatement.level(sql`${statements.analysis}`),
      sourceName: sources.name,
      sourceKind: sql<SourceKind>`coalesce(${sources.kind}, ${sourceKindIn(sql`${wordings.reading}`)})`,
    })
    .from(wordings)
    .innerJoin(claims, eq(claims.id, wordings.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(statements, eq(statements.id, wordings.statementId))
    .leftJoin(sources, eq(sources.id, wordings.sourceId))
    .where(sql`${wordings.claimId} in ${mostChanged(most)}`)
    .orderBy(asc(wordings.claimId), asc(wordings.fromPlace))
}

export type ExampleWording = Awaited<ReturnType<typeof mostChangedWordings>>[number]
