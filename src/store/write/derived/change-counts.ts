/** How many changes came to an article in each hour: kept by every write after which they differ. */
import { type SQL, sql } from 'drizzle-orm'
import { zonesOf } from '../../sql/zone-mask.ts'

/**
 * The statements that count the changes of an article's hours again: of those in which the given versions were captured
 * (`versions` gives their ids). They come after the changes, trails and withholdings.
 */
export function changeCounts(articleId: number, versions: SQL): SQL[] {
  const hours = sql`(select substr(v.captured_at, 1, 13) from versions v where v.id in ${versions})`
  // By the places of an hour, so that only its versions are read.
  const within = sql`(select o.id from versions v join versions o on o.article_id = v.article_id
    and o.place >= substr(v.place, 1, 10) and o.place < substr(v.place, 1, 10) || '~' where v.id in ${versions})`
  const ofHours = sql`article_id = ${articleId} and hour in ${hours}`
  const toThese = sql`article_id = ${articleId} and to_version in ${within}`
  // A kind that was counted and is no longer reported counts zero.
  return [
    sql`insert into change_counts (hour, article_id, kinds, acknowledged, zones, changes)
      select hour, ${articleId}, kinds, acknowledged, zones, count(id) from (
        select hour, kinds, acknowledged, zones, id from counted_changes where ${toThese}
        union all select hour, kinds, acknowledged, zones, null from change_counts where ${ofHours})
      group by hour, kinds, acknowledged, zones
      on conflict do update set changes = excluded.changes`,
    sql`insert into source_change_counts (hour, article_id, source_id, kinds, acknowledged, zones, changes)
      select hour, ${articleId}, source_id, kinds, acknowledged, zones, count(distinct id) from (
        select hour, source_id, kinds, acknowledged, zones, id from counted_sources where ${toThese}
        union all select hour, source_id, kinds, acknowledged, zones, null from source_change_counts where ${ofHours})
      group by hour, source_id, kinds, acknowledged, zones
      on conflict do update set changes = excluded.changes`,
  ]
}

/**
 * Counts rows that were appended to the feed, but those of furniture: one more of each change, one less of each that is taken back; or their hours again, where
 * a version of the article is withheld: more may differ there.
 */
export function countsAfter(
  articleId: number,
  changes: readonly { readonly id: number; readonly toVersion: number }[],
  withheld: boolean,
): SQL[] {
  if (changes.length === 0) return []
  if (withheld) {
    const versions = JSON.stringify([...new Set(changes.map(({ toVersion }) => toVersion))])
    return changeCounts(articleId, sql`(select value from json_each(${versions}))`)
  }
  const ids = JSON.stringify(changes.map(({ id }) => id))
  const rows = sql`select c.id, coalesce(c.retracts, c.id) as counted, case when c.retracts is null then 1 else -1 end as more
    from json_each(${ids}) j join changes c on c.id = j.value where c.aside = 0`
  return [
    sql`insert into change_counts (hour, article_id, kinds, acknowledged, zones, changes)
      select substr(v.captured_at, 1, 13), ${articleId}, o.kinds, o.acknowledged, ${zonesOf('o')}, sum(r.more)
      from (${rows}) r join changes o on o.id = r.counted join versions v on v.id = o.to_version
      where true group by 1, 3, 4, 5
      on conflict do update set changes = changes + excluded.changes`,
    sql`insert into source_change_counts (hour, article_id, source_id, kinds, acknowledged, zones, changes)
      select substr(v.captured_at, 1, 13), ${articleId}, r.source_id, o.kinds, o.acknowledged, ${zonesOf('o')}, sum(r.more)
      from (select r.*, t.source_before as source_id from (${rows}) r join trails t on t.change_id = r.counted
          where t.source_before is not null
        union select r.*, t.source_after from (${rows}) r join trails t on t.change_id = r.counted
          where t.source_after is not null) r
        join changes o on o.id = r.counted join versions v on v.id = o.to_version
      where true group by 1, 3, 4, 5, 6
      on conflict do update set changes = changes + excluded.changes`,
  ]
}

/** The counts of all versions of the article. */
export function allCounts(articleId: number): SQL[] {
  return changeCounts(articleId, sql`(select id from versions where article_id = ${articleId})`)
}
