/** Reads the texts of an article besides its versions, and what people decided of it. */
import { sql } from 'drizzle-orm'
import type { erasureDigest } from '../log/digests.ts'
import type { Store } from '../store.ts'

/** The texts of an article besides its versions, its decisions on aliases, and the withholdings of its versions. */
export async function articleTexts(store: Store, articleId: number) {
  const [article] = await store.db.all<{
    readonly slug: string
    readonly title: string | null
    readonly publication: string | null
    readonly createdAt: string
    readonly slugs: string
    readonly addresses: string
    readonly aliases: string
    readonly withholdings: string
    readonly erasures: string
  }>(sql`select a.slug, a.title, a.publication, a.created_at as createdAt,
      (select json_group_array(s.slug) from slugs s where s.article_id = a.id) as slugs,
      (select json_group_array(u.url) from article_urls u where u.article_id = a.id) as addresses,
      (select json_group_array(json_array(d.id, d.of_id, d.reason, d.decided_by, d.decided_at)) from alias_decisions d
        where d.article_id = a.id) as aliases,
      (select json_group_array(json_array(r.id, r.version_id, r.reason, r.withheld_at, v.number)) from versions v
        join withholding_reasons r on r.version_id = v.id where v.article_id = a.id) as withholdings,
      (select json_group_array(json_object('id', e.id, 'number', v.number, 'version', e.version_id, 'reason', e.reason, 'orderedBy', e.ordered_by,
        'erasedBy', e.erased_by, 'at', e.erased_at)) from versions v join erasures e on e.version_id = v.id where v.article_id = a.id) as erasures
    from articles a where a.id = ${articleId}`)
  if (!article) return null
  return {
    ...article,
    slugs: JSON.parse(article.slugs) as string[],
    addresses: JSON.parse(article.addresses) as string[],
    aliases: JSON.parse(article.aliases) as [number, number | null, string, string, string][],
    withholdings: JSON.parse(article.withholdings) as [number, number, string, string, number][],
    erasures: JSON.parse(article.erasures) as (Parameters<typeof erasureDigest>[0] & { id: number; number: number })[],
  }
}
