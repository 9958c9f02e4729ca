/** Articles that were found to be one: making one an alias of another, and taking that back. */
import { sql } from 'drizzle-orm'
import { type KeptAnswer, keepStatements } from '../idempotency.ts'
import { entriesOfLast } from '../log/append.ts'
import { aliasDigest } from '../log/digests.ts'
import { articleIdOf } from '../read/articles.ts'
import { aliases, articles } from '../schema.ts'
import type { Store } from '../store.ts'
import { bumpArchive, nextRevision } from './revision.ts'

export type AliasState = NonNullable<Awaited<ReturnType<typeof aliasState>>>

/** An article, which one it is an alias of and why, and whether it has aliases (1 or 0); null if there is no article. */
export async function aliasState(store: Store, slug: string) {
  const [row] = await store.db
    .select({
      id: articles.id,
      slug: articles.slug,
      ofId: aliases.ofId,
      of: sql<string | null>`(select o.slug from articles o where o.id = ${aliases.ofId})`,
      reason: aliases.reason,
      hasAliases: sql<number>`exists (select 1 from aliases l where l.of_id = ${articles.id})`,
    })
    .from(articles)
    .leftJoin(aliases, sql`${aliases.articleId} = ${articles.id}`)
    .where(sql`${articles.id} = ${articleIdOf(slug)}`)
    .limit(1)
  return row ?? null
}

export interface AliasDecision {
  readonly article: number
  /** The article that it becomes an alias of, or is one of. */
  readonly of: number
  readonly reason: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * Makes an article an alias of another, to which its watches go over. Throws the refusal of a trigger (see isConflict) where one of the
 * two is an alias already or the first has aliases.
 */
export async function makeAlias(store: Store, decision: AliasDecision, kept: KeptAnswer | null = null): Promise<void> {
  const { article, of, reason, by, at } = decision
  await store.batchWrite([
    sql`insert into alias_decisions (article_id, of_id, reason, decided_by, decided_at, watches)
      select ${article}, ${of}, ${reason}, ${by}, ${at}, json_group_array(id) from watches where article_id = ${article}`,
    sql`update watches set article_id = ${of}, updated_at = ${at} where article_id = ${article}`,
    ...entriesOfLast(article, 'alias', 'alias_decisions', [aliasDigest(of, reason, by, at)]),
    ...seenBy(decision),
    ...keepStatements(kept, at),
  ])
}

/**
 * Makes an alias an article of its own again; the watches that went over return, but those that were removed. Throws the refusal of a
 * trigger (see isConflict) where it is no alias.
 */
export async function endAlias(store: Store, decision: AliasDecision, kept: KeptAnswer | null = null): Promise<void> {
  const { article, of, reason, by, at } = decision
  await store.batchWrite([
    sql`update watches set article_id = ${article}, updated_at = ${at} where article_id = ${of}
      and id in (select w.value from aliases a, json_each(a.watches) w where a.article_id = ${article} and a.of_id = ${of})`,
    sql`insert into alias_decisions (article_id, of_id, reason, decided_by, decided_at, watches)
      values (${article}, null, ${reason}, ${by}, ${at}, '[]')`,
    ...entriesOfLast(article, 'alias', 'alias_decisions', [aliasDigest(null, reason, by, at)]),
    ...seenBy(decision),
    ...keepStatements(kept, at),
  ])
}

/** The statements by which the readers of both articles and of lists see it. */
const seenBy = ({ article, of }: AliasDecision) => [
  sql`update articles set revision = ${nextRevision} where id in (${article}, ${of})`,
  bumpArchive,
]
