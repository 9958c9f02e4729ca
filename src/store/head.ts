/** An article as a write finds it: its versions in order, the log's head, the ids to go on from. */
import { eq, sql } from 'drizzle-orm'
import { analysisRuns, articles, slugs, withholdings } from './schema.ts'
import { prepared, type Store } from './store.ts'

/** A version as its article's order knows it. */
export interface VersionMark {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  readonly contentHash: string
  readonly withheld: boolean
}

/** An article as a write finds it. */
export interface ArticleHead {
  readonly id: number
  readonly slug: string
  /** How many versions and checks were recorded. */
  readonly recordings: number
  /** In order of (captured_at, number). */
  readonly versions: readonly VersionMark[]
  /** The hash of the log's last entry, null in an empty archive. */
  readonly logHead: string | null
  /** The run of today's engine, if it has run before. */
  readonly runId: number | null
  /** The highest id of each table, 0 if empty. */
  readonly last: Readonly<Record<'version' | 'sentence' | 'statement' | 'claim' | 'change' | 'run', number>>
}

/** The place of a version in its article's order, as a text that sorts. */
export function placeOf(capturedAt: string, number: number): string {
  return `${capturedAt}/${String(number).padStart(6, '0')}`
}

/** Reads an article by any slug that it ever had; null if there is none. */
export async function articleHead(store: Store, slug: string, engine: string): Promise<ArticleHead | null> {
  const last = (table: string) => sql<number>`(select coalesce(max(id), 0) from ${sql.identifier(table)})`
  const row = await prepared(store, 'articleHead', (db) =>
    db
      .select({
        id: articles.id,
        slug: articles.slug,
        recordings: articles.recordings,
        versions: sql<string>`(select json_group_array(json_array(v.id, v.number, v.place, v.captured_at, v.content_hash,
            exists (select 1 from ${withholdings} w where w.version_id = v.id)) order by v.place)
          from versions v where v.article_id = ${articles.id})`,
        logHead: sql<string | null>`(select hash from versions order by id desc limit 1)`,
        runId: sql<
          number | null
        >`(select id from ${analysisRuns} where engine = ${sql.placeholder('engine')} and reason = 'ingest')`,
        version: last('versions'),
        sentence: last('sentences'),
        statement: last('statements'),
        claim: last('claims'),
        change: last('changes'),
        run: last('analysis_runs'),
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, sql.placeholder('slug')))
      .prepare(),
  ).get({ slug, engine })
  if (!row) return null
  const { id, slug: current, recordings, logHead, runId, versions: marks, ...last_ } = row
  const list = JSON.parse(marks) as [number, number, string, string, string, 0 | 1][]
  return {
    id,
    slug: current,
    recordings,
    logHead,
    runId,
    last: last_,
    versions: list.map(([id, number, place, capturedAt, contentHash, withheld]) => ({
      id,
      number,
      place,
      capturedAt,
      contentHash,
      withheld: withheld === 1,
    })),
  }
}
