/** SQL for articles that are aliases of others. */
import { type SQL, sql } from 'drizzle-orm'

/** Whether an article is none, by the SQL of its id. */
export const isNoAlias = (id: SQL): SQL => sql`not exists (select 1 from aliases l where l.article_id = ${id})`

/** The id of the article that stands for one: the one that it is an alias of, else itself. */
export const standsFor = (id: SQL): SQL => sql`coalesce((select l.of_id from aliases l where l.article_id = ${id}), ${id})`

/** The id of the article that stands for the one that has, or once had, a slug. */
export const articleOfSlug = (slug: string | SQL): SQL =>
  sql`(select ${standsFor(sql`s.article_id`)} from slugs s where s.slug = ${slug})`
