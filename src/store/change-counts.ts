/** How many changes came to an article in each hour: counted anew by every write after which the changes may differ. */
import { type SQL, sql } from 'drizzle-orm'

/**
 * The statements that count the changes of an article's hours again: of those in which the given versions were captured
 * (`versions` gives their ids). They come after the changes, trails and withholdings.
 */
export function changeCounts(articleId: number, versions: SQL): SQL[] {
  const hours = sql`(select substr(v.captured_at, 1, 13) from versions v where v.id in ${versions})`
  // By the places of an hour, so that only its versions are read.
  const within = sql`(select o.id from versions v join versions o on o.article_id = v.article_id
    and o.place >= substr(v.place, 1, 13) and o.place < substr(v.place, 1, 13) || '~' where v.id in ${versions})`
  const ofHours = sql`article_id = ${articleId} and hour in ${hours}`
  const toThese = sql`article_id = ${articleId} and to_version in ${within}`
  // What was counted and is no longer: zero.
  return [
    sql`insert into change_counts (hour, article_id, kinds, changes)
      select hour, ${articleId}, kinds, count(id) from (
        select hour, kinds, id from counted_changes where ${toThese}
        union all select hour, kinds, null from change_counts where ${ofHours}) group by hour, kinds
      on conflict do update set changes = excluded.changes`,
    sql`insert into source_change_counts (hour, article_id, source_id, kinds, changes)
      select hour, ${articleId}, source_id, kinds, count(distinct id) from (
        select hour, source_id, kinds, id from counted_sources where ${toThese}
        union all select hour, source_id, kinds, null from source_change_counts where ${ofHours}) group by hour, source_id, kinds
      on conflict do update set changes = excluded.changes`,
  ]
}

/** Of the versions that rows of the feed came to. */
export function countsAfter(articleId: number, changes: readonly { readonly toVersion: number }[]): SQL[] {
  if (changes.length === 0) return []
  const versions = JSON.stringify([...new Set(changes.map(({ toVersion }) => toVersion))])
  return changeCounts(articleId, sql`(select value from json_each(${versions}))`)
}

/** Of all versions of the article. */
export function allCounts(articleId: number): SQL[] {
  return changeCounts(articleId, sql`(select id from versions where article_id = ${articleId})`)
}
