/** SQL conditions for what is visible while versions are withheld. */
import { type SQL, sql } from 'drizzle-orm'
import { maskOf } from './kind-mask.ts'

/** Written out: queries name it often, and a statement of D1 has at most 100 parameters. */
const RESTORED = sql.raw(String(maskOf(['restored'])))

/** Whether a row of `versions` is not withheld, by the table's name or alias. */
export const isNotWithheld = (alias: string): SQL =>
  sql`not exists (select 1 from withholdings h where h.version_id = ${sql.identifier(alias)}.id)`

/** The reason why a version is withheld, null if it is not; for queries over versions. */
export const whyWithheld = sql<string | null>`(select w.reason from withholdings w where w.version_id = versions.id)`

/** Whether a row of `article_urls`, by the table's name or alias, is visible: not if only withheld versions were read at the address. */
export function isShownAddress(alias: string): SQL {
  const u = sql.identifier(alias)
  return sql`(not exists (select 1 from withholdings h join versions v on v.id = h.version_id
      where v.article_id = ${u}.article_id and v.url = ${u}.url)
    or exists (select 1 from versions o where o.article_id = ${u}.article_id and o.url = ${u}.url and ${isNotWithheld('o')})
    or exists (select 1 from checks k join versions o on o.id = k.version_id
      where k.article_id = ${u}.article_id and k.url = ${u}.url and ${isNotWithheld('o')}))`
}

/** Whether a version that is not withheld lies between two places of an article, the first inclusive, the second exclusive. */
export function isShown(articleId: SQL, from: SQL, until: SQL): SQL {
  // No place sorts after a tilde.
  return sql`exists (select 1 from versions o where o.article_id = ${articleId} and o.place >= ${from}
    and o.place < coalesce(${until}, '~') and ${isNotWithheld('o')})`
}

/** The place of an article's last version that is not withheld, of all or of those before a place; null if there is none. */
export function lastShownPlace(articleId: SQL, before = sql`'~'`): SQL {
  return sql`(select o.place from versions o where o.article_id = ${articleId} and o.place < ${before} and ${isNotWithheld('o')}
    order by o.place desc limit 1)`
}

/** Whether the change of a row of `changes`, by the table's name or alias, came neither to nor from a withheld version. */
export function changeIsShown(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`not exists (select 1 from withholdings w where w.version_id in (${c}.from_version, ${c}.to_version))`
}

/** Whether the change restores a claim whose last wording is of a withheld version: the difference from it is hidden. */
export function comparesWithWithheld(alias: string): SQL {
  const c = sql.identifier(alias)
  return sql`((${c}.kinds & ${RESTORED}) <> 0 and exists (select 1 from versions s join withholdings w on w.version_id = s.id
    where s.article_id = ${c}.article_id and s.number = ${c}.detail ->> '$.restored.since'))`
}

/** The visible kinds of a change, as bits. */
export function shownKinds(alias: string): SQL<number> {
  return sql<number>`case when ${comparesWithWithheld(alias)} then ${RESTORED} else ${sql.identifier(alias)}.kinds end`
}
