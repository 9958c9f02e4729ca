/** Reads the claims with which a version opens: those of its headline and of its lead. */
import { sql } from 'drizzle-orm'
import { claims, sentences, statements, versions, wordings } from '../schema.ts'
import { ofStatement } from '../sql/packed-statement.ts'
import { isNotWithheld } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import { type AsOf, lastPosition } from './last-position.ts'

/**
 * The query for the claims of headline and lead in the last version (of those not withheld, up to a version or a time) in which a
 * claim of the article stands. `content` is the JSON of its spans, flat.
 */
export function headlineAndLeadRows(store: Store, slug: string, number: number, asOf?: AsOf) {
  const until = asOf ? sql`v.place <= ${lastPosition(slug, asOf)}` : sql`true`
  const version = sql`(select v.id from claims c join wordings w on w.claim_id = c.id
    join versions v on v.article_id = c.article_id and v.place >= w.from_place and (w.until_place is null or v.place < w.until_place)
    where c.article_id = ${articleIdOf(slug)} and c.number = ${number} and ${until}
    and ${isNotWithheld('v')}
    order by v.place desc limit 1)`
  const opening = sql`(select j.value ->> 3 from versions o join json_each(o.sentences) j where o.id = ${version}
    and j.type = 'array' and j.value ->> 0 in (0, 1))`
  return store.db
    .selectDistinct({
      number: claims.number,
      headline: sentences.headline,
      text: sentences.text,
      content: ofStatement.content(sql`${statements.analysis}`),
    })
    .from(versions)
    .innerJoin(
      wordings,
      sql`${wordings.articleId} = ${versions.articleId} and ${wordings.fromPlace} <= ${versions.place}
        and (${wordings.untilPlace} is null or ${wordings.untilPlace} > ${versions.place})`,
    )
    .innerJoin(statements, sql`${statements.id} = ${wordings.statementId}`)
    .innerJoin(sentences, sql`${sentences.id} = ${statements.sentenceId}`)
    .innerJoin(claims, sql`${claims.id} = ${wordings.claimId}`)
    .where(sql`${versions.id} = ${version} and ${statements.sentenceId} in ${opening}`)
}

export type HeadlineAndLeadRow = Awaited<ReturnType<typeof headlineAndLeadRows>>[number]
