/** Reads an article for a write: the position of the write in the article's order, the head of the log, the last ids. */
import { eq, sql } from 'drizzle-orm'
import { analysisRuns, articles, slugs, withholdings } from '../schema.ts'
import { afterTime } from '../sql/position.ts'
import type { StandingReview } from '../sql/standing-reviews.ts'
import { prepared, type Store } from '../store.ts'
import { standingReviews } from './review-list.ts'

/** A version as its article's order knows it. */
export interface VersionMark {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  readonly contentHash: string
  /** The version whose page it reads once more; null: it is what the site wrote. */
  readonly rereads: number | null
}

/** An article as a write finds it. */
export interface WriteContext {
  readonly id: number
  readonly slug: string
  /** How many writes of the article were recorded: a write that was prepared at another number begins again. */
  readonly recordings: number
  /** How many versions there are: they are numbered from 1 as they come. */
  readonly versions: number
  /** The version that was current at the time of capture, in order of (captured_at, number). */
  readonly previous: VersionMark | null
  /** The numbers of the versions that are withheld. */
  readonly withheld: readonly number[]
  /** The reviews of its claims and changes that were not withdrawn, in order. */
  readonly reviews: readonly StandingReview[]
  /** When the version after that was captured, null if there is none. */
  readonly next: string | null
  /** The hash of the log's last entry, null in an empty archive. */
  readonly logHead: string | null
  /** How many entries the log has, and how many tiles of them are kept. */
  readonly logSize: number
  readonly tiles: number
  /** When the log's last entry was recorded. */
  readonly logTime: string | null
  /** The run of today's engine, if it has run before. */
  readonly runId: number | null
  /** The highest id of each table, 0 if empty. */
  readonly last: Readonly<Record<'version' | 'sentence' | 'statement' | 'claim' | 'change' | 'review' | 'run', number>>
}

/** Reads an article by any slug that it ever had, for a write of what was captured at a time; null if there is none. */
export async function writeContext(
  store: Store,
  slug: string,
  engine: string,
  capturedAt: string,
): Promise<WriteContext | null> {
  const last = (table: string) => sql<number>`(select coalesce(max(id), 0) from ${sql.identifier(table)})`
  const ofArticle = sql`from versions v where v.article_id = ${articles.id}`
  const row = await prepared(store, 'articleHead', (db) =>
    db
      .select({
        id: articles.id,
        slug: articles.slug,
        recordings: articles.recordings,
        versions: sql<number>`(select coalesce(max(v.number), 0) ${ofArticle})`,
        previous: sql<string | null>`(select json_array(v.id, v.number, v.place, v.captured_at, v.content_hash, v.rereads)
          ${ofArticle} and v.place < ${sql.placeholder('until')} order by v.place desc limit 1)`,
        withheld: sql<string>`(select json_group_array(v.number) from ${withholdings} w cross join versions v
          where v.id = w.version_id and v.article_id = ${articles.id})`,
        hasReviews: sql<number>`exists (select 1 from reviews r where r.article_id = ${articles.id})`,
        next: sql<string | null>`(select v.captured_at ${ofArticle} and v.place > ${sql.placeholder('until')}
          order by v.place limit 1)`,
        logHead: sql<string | null>`(select hash from versions order by id desc limit 1)`,
        logSize: sql<number>`(select coalesce(max(id), 0) from log)`,
        tiles: sql<number>`(select coalesce(max(id), 0) from log_tiles)`,
        logTime: sql<string | null>`(select recorded_at from versions order by id desc limit 1)`,
        runId: sql<
          number | null
        >`(select id from ${analysisRuns} where engine = ${sql.placeholder('engine')} and reason = 'ingest')`,
        version: last('versions'),
        sentence: last('sentences'),
        statement: last('statements'),
        claim: last('claims'),
        change: last('changes'),
        review: last('reviews'),
        run: last('analysis_runs'),
      })
      .from(slugs)
      .innerJoin(articles, eq(articles.id, slugs.articleId))
      .where(eq(slugs.slug, sql.placeholder('slug')))
      .prepare(),
  ).get({ slug, engine, until: afterTime(capturedAt) })
  if (!row) return null
  const { version, sentence, statement, claim, change, review, run, previous, withheld, hasReviews, ...found } = row
  const lastIds = { version, sentence, statement, claim, change, review, run }
  const mark = previous === null ? null : markOf(previous)
  return {
    ...found,
    previous: mark,
    withheld: JSON.parse(withheld) as number[],
    // A review that is made between the two reads raises `recordings`, so the write begins again.
    reviews: hasReviews === 1 ? await standingReviews(store, found.id) : [],
    last: lastIds,
  }
}

function markOf(json: string): VersionMark {
  const [id, number, place, capturedAt, contentHash, rereads] = JSON.parse(json) as [
    ...[number, number, string, string, string],
    number | null,
  ]
  return { id, number, place, capturedAt, contentHash, rereads }
}
