/** Reads an article's mementos: its versions that are not withheld, as Memento (RFC 7089) links them. */
import { and, asc, gt, type SQL, sql } from 'drizzle-orm'
import { articles, articleUrls, slugs, versions } from '../schema.ts'
import { isNotWithheld, isShownAddress } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'

export interface Memento {
  readonly number: number
  readonly capturedAt: string
}

/** A version's neighbors and ends among the mementos; null where there is none. */
export interface MementoNeighbours {
  readonly first: Memento | null
  readonly last: Memento | null
  readonly previous: Memento | null
  readonly next: Memento | null
}

/** One memento of an article, as JSON; null if there is none. */
function memento(condition: SQL, order: 'asc' | 'desc'): SQL {
  return sql`(select json_object('number', o.number, 'capturedAt', o.captured_at) from versions o
    where o.article_id = ${articles.id} and ${condition} and ${isNotWithheld('o')} order by o.place ${sql.raw(order)} limit 1)`
}

const first = memento(sql`true`, 'asc')
const last = memento(sql`true`, 'desc')

/** The first address at which an article is known on the web; null if it is known at none. */
export const originalOf = sql<string | null>`(select u.url from ${articleUrls} u where u.article_id = ${articles.id}
  and ${isShownAddress('u')} order by u.since, u.url limit 1)`

/** The mementos around a version in a query over articles and versions, as the JSON of `MementoNeighbours`. */
export const neighbours = sql<string>`json_object('first', json(${first}), 'last', json(${last}),
  'previous', json(${memento(sql`o.place < ${versions.place}`, 'desc')}), 'next', json(${memento(sql`o.place > ${versions.place}`, 'asc')}))`

/**
 * The query for an article's ends among its mementos, and for the one that a time leads to (null: now): the last from that time or
 * before, or the first. Where all versions are withheld, `withheld` has the latest and the reason.
 */
export function mementoHead(store: Store, slug: string, time: string | null) {
  const at = memento(time === null ? sql`true` : sql`o.captured_at <= ${time}`, 'desc')
  return store.db
    .select({
      id: articles.id,
      slug: articles.slug,
      revision: articles.revision,
      original: originalOf,
      mementos: sql<string>`json_object('first', json(${first}), 'last', json(${last}), 'at', json(coalesce(${at}, ${first})))`,
      withheld: sql<string | null>`(select json_object('number', v.number, 'reason', w.reason) from versions v
        join withholdings w on w.version_id = v.id where v.id = ${articles.latestVersion})`,
    })
    .from(slugs)
    .innerJoin(articles, sql`${articles.id} = ${slugs.articleId}`)
    .where(sql`${slugs.slug} = ${slug}`)
}

/** An article's mementos in brief. */
export interface MementoHead {
  readonly id: number
  readonly slug: string
  readonly revision: number
  readonly original: string | null
  readonly first: Memento | null
  readonly last: Memento | null
  /** The one that the time leads to. */
  readonly at: Memento | null
  /** The latest version and the reason, if it is withheld. */
  readonly withheld: { readonly number: number; readonly reason: string } | null
}

export function mementoHeadView(row: Awaited<ReturnType<typeof mementoHead>>[number]): MementoHead {
  const { mementos, withheld, ...rest } = row
  const ends = JSON.parse(mementos) as Pick<MementoHead, 'first' | 'last' | 'at'>
  return { ...rest, ...ends, withheld: withheld === null ? null : (JSON.parse(withheld) as MementoHead['withheld']) }
}

/** The query for an article's mementos in order, after a place. */
export function mementoRows(store: Store, slug: string, after: string | undefined, limit: number) {
  return store.db
    .select({ number: versions.number, capturedAt: versions.capturedAt, place: versions.place })
    .from(versions)
    .where(
      and(
        sql`${versions.articleId} = ${articleIdOf(slug)}`,
        after === undefined ? undefined : gt(versions.place, after),
        isNotWithheld('versions'),
      ),
    )
    .orderBy(asc(versions.place))
    .limit(limit)
}
