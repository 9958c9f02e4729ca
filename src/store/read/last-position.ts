/** Finds the position of one of an article's versions, or of a time, in the article's order, and the article's state there. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { articles, slugs, versions } from '../schema.ts'
import { isNotWithheld, isShown, whyWithheld } from '../sql/visibility.ts'
import { prepared, type Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

/** A version by its number, or the latest version at a time. */
export type AsOf = { readonly number: number } | { readonly at: string }

/** Its place in the article's order, as a subquery; null if there is none. */
export function lastPosition(slug: string, asOf: AsOf): SQL {
  const condition = 'number' in asOf ? sql`v.number = ${asOf.number}` : sql`v.captured_at <= ${asOf.at}`
  return sql`(select v.place from versions v where v.article_id = ${articleIdOf(slug)} and ${condition} order by v.place desc limit 1)`
}

/** The query for its number, and why it is withheld, if it is. */
export function versionAsOf(store: Store, slug: string, asOf: AsOf) {
  return store.db
    .select({
      slug: articles.slug,
      number: versions.number,
      withheld: whyWithheld,
    })
    .from(versions)
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(and(sql`${versions.articleId} = ${articleIdOf(slug)}`, sql`${versions.place} = ${lastPosition(slug, asOf)}`))
}

/** The query for an article's state as of a version or a time; no row without one. */
export function articleAsOf(store: Store, slug: string, asOf: AsOf | undefined) {
  const upTo = (select: SQL) =>
    sql`(select ${select} from ${versions} v where v.article_id = ${articles.id} and v.place <= asked.place`
  const last = sql`order by v.place desc limit 1)`
  // The status of a claim comes from its last wording by then. Claims that only withheld versions had are left out.
  const claimsThat = (status: string) => sql<number>`(select count(*) from claims c
    where c.article_id = ${articles.id} and c.verdict is not 'rejected' and exists (select 1 from wordings w where w.claim_id = c.id
      and w.from_place <= asked.place and ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)})
    and ${status} = (select case when l.until_place is null or l.until_place > asked.place then 'present' else l.ended end
      from wordings l where l.claim_id = c.id and l.from_place <= asked.place order by l.from_place desc limit 1))`
  return store.db
    .select({
      title: sql<
        string | null
      >`coalesce(${articles.title}, ${upTo(sql`nullif(v.title, '')`)} and ${isNotWithheld('v')} ${last})`,
      versionCount: sql<number>`${upTo(sql`count(*)`)})`,
      latestVersion: sql<number | null>`${upTo(sql`v.number`)} ${last}`,
      firstCapturedAt: sql<string | null>`${upTo(sql`min(v.captured_at)`)})`,
      latestCapturedAt: sql<string | null>`${upTo(sql`v.captured_at`)} ${last}`,
      presentClaims: claimsThat('present'),
      withdrawnClaims: claimsThat('withdrawn'),
    })
    .from(articles)
    .innerJoin(sql`(select ${asOf ? lastPosition(slug, asOf) : sql`null`} as place) asked`, sql`true`)
    .where(sql`${articles.id} = ${asOf ? articleIdOf(slug) : null}`)
}

/** The number of the version that was current at a time (null: the latest), and the article's slug; null if there is none. */
export async function versionAt(
  store: Store,
  slug: string,
  time: string | null,
): Promise<{ slug: string; number: number | null } | null> {
  const row = await prepared(store, 'versionAt', (db) =>
    db
      .select({
        slug: articles.slug,
        number: sql<number | null>`(select v.number from versions v where v.article_id = ${articles.id}
          and v.captured_at <= ${sql.placeholder('time')} order by v.place desc limit 1)`,
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, sql.placeholder('slug')))
      .prepare(),
  ).get({ slug, time: time ?? '9999' })
  return row ?? null
}
