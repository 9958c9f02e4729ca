/** Finds claims of other articles that share words with a claim: candidates for the same content. */
import { sql } from 'drizzle-orm'
import { MASK_BITS } from '../../core/across/search-words.ts'
import type { SourceKind } from '../../core/article.ts'
import { articles, claims, sentences, sources, statements, wordings } from '../schema.ts'
import { latestLabel } from '../sql/packing.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import type { ClaimStatus } from './claims.ts'
import { type AsOf, lastPosition } from './last-position.ts'

/** Statements that are looked at for each word, on either side of the claim's own in the order of recording. */
const NEAR = 80
/** Claims that are read, those with the most words in common first, and how many these are at least. */
const READ = 60
const LEAST_SHARED = 2

/**
 * The query for claims of other articles whose present content may be that of a claim, as it is now or as of a version or a time. The
 * search index looks up each word of the claim among the statements recorded next before and after it, so that the cost does not grow
 * with the archive: all statements with a rare word are found, and those of the same days with a common one.
 */
export function claimsElsewhereRows(store: Store, slug: string, number: number, asOf?: AsOf) {
  const statement = asOf
    ? sql`(select w.statement_id from wordings w where w.claim_id = c.id and w.from_place <= ${lastPosition(slug, asOf)}
        order by w.from_place desc limit 1)`
    : sql`c.statement_id`
  // One list for each word, since a subquery with a limit can depend on the word only inside an expression.
  const near = (side: '<' | '>', order: 'desc' | 'asc') => sql`(select json_group_array(id) from (
      select rowid as id from statement_search where statement_search match 'content : "' || replace(j.value, '"', '') || '"'
        and rowid ${sql.raw(side)} t.id order by rowid ${sql.raw(order)} limit ${NEAR}))`
  const words = sql`(select json_array(json(${near('<', 'desc')}), json(${near('>', 'asc')})) as lists
    from claims c join statements t on t.id = ${statement} join sentences s on s.id = t.sentence_id,
      json_each('[' || replace(json_quote(s.text), ' ', '","') || ']') j
    where j.key < ${sql.raw(String(MASK_BITS))} and t.words >> j.key & 1 and c.article_id = ${articleIdOf(slug)} and c.number = ${number})`
  const shared = sql`(select n.value as id, count(*) as words from ${words} w, json_each(w.lists) l, json_each(l.value) n
    group by n.value having count(*) >= ${LEAST_SHARED} order by count(*) desc, n.value limit ${READ})`
  return (
    store.db
      .select({
        slug: articles.slug,
        number: claims.number,
        label: latestLabel,
        status: sql<ClaimStatus>`${claims.status}`,
        sentence: sentences.text,
        analysis: statements.analysis,
        sourceId: sources.id,
        sourceName: sources.name,
        sourceKind: sql<SourceKind | null>`${sources.kind}`,
      })
      .from(sql`${shared} shared`)
      // A claim may have had the statement twice.
      .innerJoin(wordings, sql`${wordings.statementId} = shared.id`)
      .innerJoin(claims, sql`${claims.id} = ${wordings.claimId} and ${claims.statementId} = shared.id`)
      .innerJoin(articles, sql`${articles.id} = ${claims.articleId}`)
      .innerJoin(statements, sql`${statements.id} = shared.id`)
      .innerJoin(sentences, sql`${sentences.id} = ${statements.sentenceId}`)
      .leftJoin(sources, sql`${sources.id} = ${claims.sourceId}`)
      .where(sql`${claims.articleId} <> ${articleIdOf(slug)} and ${claims.status} <> 'retracted'
      and ${claims.verdict} is not 'rejected'`)
      .groupBy(claims.id)
      .orderBy(sql`shared.words desc`, claims.id)
  )
}

export type ClaimElsewhereRow = Awaited<ReturnType<typeof claimsElsewhereRows>>[number]
