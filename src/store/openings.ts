/** Reads the claims with which a version opens: those of its headline and of its lead. */
import { sql } from 'drizzle-orm'
import { articleIdOf } from './articles.ts'
import { claims, sentences, statements, versions, wordings } from './schema.ts'
import type { Store } from './store.ts'

/**
 * The query for the claims of headline and lead in the last version (of those not withheld) in which a claim of the article
 * stands. `content` is the JSON of the spans.
 */
export function openingRows(store: Store, slug: string, number: number) {
  const version = sql`(select v.id from claims c join wordings w on w.claim_id = c.id
    join versions v on v.article_id = c.article_id and v.place >= w.from_place and (w.until_place is null or v.place < w.until_place)
    where c.article_id = ${articleIdOf(slug)} and c.number = ${number} and v.id not in (select version_id from withholdings)
    order by v.place desc limit 1)`
  return store.db
    .selectDistinct({
      number: claims.number,
      headline: sql<number>`j.value ->> 0 = 0`,
      text: sentences.text,
      content: sql<string>`${statements.analysis} -> 'content'`,
    })
    .from(versions)
    .innerJoin(sql`json_each(${versions.sentences}) j`, sql`j.value ->> 0 in (0, 1)`)
    .innerJoin(sentences, sql`${sentences.id} = j.value ->> 3`)
    .innerJoin(statements, sql`${statements.sentenceId} = ${sentences.id}`)
    .innerJoin(
      wordings,
      sql`${wordings.statementId} = ${statements.id} and ${wordings.articleId} = ${versions.articleId}
        and ${wordings.fromPlace} <= ${versions.place} and (${wordings.untilPlace} is null or ${wordings.untilPlace} > ${versions.place})`,
    )
    .innerJoin(claims, sql`${claims.id} = ${wordings.claimId}`)
    .where(sql`${versions.id} = ${version}`)
}

export type OpeningRow = Awaited<ReturnType<typeof openingRows>>[number]
