/** Searches sentences and claims: the hits, each with the stretches of versions that have it. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Term } from '../../core/search/query.ts'
import { archive } from '../schema.ts'
import { ofStatement } from '../sql/packed-statement.ts'
import { labelIn } from '../sql/packing.ts'
import { afterTime } from '../sql/position.ts'
import { isNotWithheld, isShown } from '../sql/visibility.ts'
import { type Database, prepared, type Store } from '../store.ts'
import { marking, matching, type Searched } from './search.ts'
import { CLOSE, type Hit, type HitRow, hitOf, OPEN } from './search-hit.ts'

/** The longest part of a sentence that a snippet shows, in words. */
const SNIPPET_WORDS = 40

/** The most hits that are counted. */
export const MOST_COUNTED = 1000

/** How many more of the best rows are read than are asked for: of them some are furniture, or withheld. */
const SPARE = 9

/** Whether the hits are looked for among all rows that match, or among the best of them. */
type Asks = 'all' | 'best'

export interface SearchFilter {
  readonly searched: Searched
  readonly terms: readonly Term[]
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  readonly publication?: string | undefined
  /** A source's id or name. */
  readonly source?: string | undefined
  /** Only what the latest version at this time has. */
  readonly at?: string | undefined
  /** The id of the last hit of the page before, and the highest id when the first page was read. */
  readonly after?: readonly [last: number, newest: number] | undefined
  readonly limit: number
}

export interface Found {
  readonly revision: number
  readonly hits: readonly Hit[]
  /** The highest id, for the cursor. */
  readonly newest: number
  /** How many hits there are on all pages; MOST_COUNTED + 1: more than are counted. */
  readonly total: number
}

/** Searches, the best hits first. */
export async function search(store: Store, filter: SearchFilter): Promise<Found> {
  const { publication, source, at, after, limit } = filter
  // These leave few of the best rows.
  const isNarrow = [publication, source, at, after].some((value) => value !== undefined)
  const best = isNarrow ? null : await found(store, filter, 'best')
  return best !== null && (best.hits.length === limit || best.hits.length === best.total) ? best : found(store, filter, 'all')
}

async function found(store: Store, filter: SearchFilter, asks: Asks): Promise<Found> {
  const { searched, slug, publication, source, at, after } = filter
  const given = { slug, publication, source, at, after }
  const names = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : key))
  const query = prepared(store, ['search', asks, searched, ...names].join(' '), (db) =>
    hitRows(db, filter, (value) => sql`${sql.placeholder(value)}`, asks).prepare(),
  )
  // In the order of the columns: to make objects of them takes Drizzle a tenth of the time of a search.
  const rows = (await query.values(valuesOf(filter))) as unknown[] as HitRow[]
  const [[revision, newest, total] = [0, 0, 0]] = rows
  const hits = rows.flatMap((row) => hitOf(row, searched === 'sentences'))
  return { revision, newest, total, hits: hits.sort((a, b) => a.rank - b.rank || a.id - b.id) }
}

type Value =
  | 'match'
  | 'wanted'
  | 'marked'
  | 'slug'
  | 'publication'
  | 'sourceId'
  | 'source'
  | 'sourceKey'
  | 'at'
  | 'last'
  | 'newest'
  | 'limit'

/** The values of the query's placeholders. */
export function valuesOf(filter: SearchFilter): Record<Value, string | number | null> {
  const { terms, searched, source = null, at, after: [last, newest] = [0, 0] } = filter
  const isId = source !== null && /^\d+$/.test(source)
  return {
    match: matching(terms, searched),
    wanted: marking(terms, 'all'),
    marked: marking(terms, 'any'),
    slug: filter.slug ?? null,
    publication: filter.publication ?? null,
    sourceId: isId ? Number(source) : null,
    source: isId ? null : source,
    sourceKey: isId || source === null ? null : source.toLowerCase(),
    // Sorts after every place of that time.
    at: afterTime(at ?? ''),
    last,
    newest,
    limit: filter.limit,
  }
}

/** Whether no version was ever withheld: all is shown, without a look at the article of each row. */
const nothingWithheld = sql`not exists (select 1 from withholding_reasons)`

/** Articles that have a withheld version: all of the others is shown, without a look at each version. */
const withheldArticles = sql`(select v.article_id from withholding_reasons r join versions v on v.id = r.version_id)`

/** The place of the first version from `place` on (and before `until`) that is not withheld. */
const shownFrom = (
  place: SQL,
  until: SQL,
) => sql`case when w.article_id in ${withheldArticles} then (select o.place from versions o
  where o.article_id = w.article_id and o.place >= ${place} and o.place < ${until} and ${isNotWithheld('o')} order by o.place limit 1)
  else ${place} end`

/** Between the ids of an article, so that FTS5 weighs few rows of other articles. */
function idsOfArticle(searched: Searched, slug: SQLWrapper): SQL {
  const ofArticle = sql`s.article_id = (select article_id from slugs where slug = ${slug})`
  const end = (which: SQL) =>
    searched === 'sentences'
      ? sql`(select ${which}(s.id) from sentences s where ${ofArticle})`
      : sql`(select ${which}(t.id) from sentences s join statements t on t.sentence_id = s.id where ${ofArticle})`
  return sql`and rowid between ${end(sql`min`)} and ${end(sql`max`)}`
}

/** The condition under which the sentence or statement of a row `w` of `wordings` is a hit. */
function conditionsOf(ofSentences: boolean, filter: SearchFilter, value: (name: Value) => SQLWrapper): SQL {
  const at = value('at')
  const conditions: (SQL | undefined)[] = [
    sql`(${nothingWithheld} or w.article_id not in ${withheldArticles}
      or ${isShown(sql`w.article_id`, sql`w.from_place`, sql`w.until_place`)})`,
    ofSentences ? undefined : sql`(select c.verdict from claims c where c.id = w.claim_id) is not 'rejected'`,
    // The sign keeps SQLite from walking the article: the index has found the sentence already.
    filter.slug === undefined ? undefined : sql`+w.article_id = (select article_id from slugs where slug = ${value('slug')})`,
    filter.publication === undefined
      ? undefined
      : sql`(select a.publication from articles a where a.id = w.article_id) = ${value('publication')}`,
    filter.source === undefined
      ? undefined
      : sql`+w.source_id in (select id from sources where id = ${value('sourceId')} or name = ${value('source')}
          or (kind in ('named', 'unnamed', 'document') and key = ${value('sourceKey')}))`,
    filter.at === undefined
      ? undefined
      : sql`w.from_place <= ${at} and coalesce(w.until_place, '~') > ${at} and exists (select 1 from versions o
          where o.article_id = w.article_id and ${isNotWithheld('o')} and o.place = (select max(p.place) from versions p
            where p.article_id = w.article_id and p.place <= ${at}))`,
  ]
  return sql.join(
    conditions.flatMap((condition) => condition ?? []),
    sql` and `,
  )
}

/** What follows on the hit with which the last page ended: ranks shift as the archive grows, so it is behind that hit's rank of now. */
function following(index: SQL, match: SQL, value: (name: Value) => SQLWrapper): SQL {
  // FTS5 overlooks a row's id that is bound as a floating-point number, as every number of JavaScript is.
  const [last, newest] = [sql`cast(${value('last')} as integer)`, sql`cast(${value('newest')} as integer)`]
  const behind = sql`(select rank from ${index} where ${match} and rowid = ${last})`
  return sql`and rowid <= ${newest} and +rank >= ${behind} and (+rank > ${behind} or rowid > ${last})`
}

const snippet = sql`snippet(sentence_search, 0, ${OPEN}, ${CLOSE}, '…', ${sql.raw(String(SNIPPET_WORDS))})`

/**
 * Hits in claims with the snippets of their sentences. One walk of the sentences that have all words gives nearly all of them; FTS5
 * looks up a row by its id as slowly as it walks a thousand.
 */
function withSnippets(hits: SQL, value: (name: Value) => SQLWrapper): SQL {
  return sql`with hit as materialized (${hits}), marked as materialized (select rowid as id, ${snippet} as snippet from sentence_search
      where sentence_search match ${value('wanted')} and +rowid in (select sentence from hit))
    select hit.*, coalesce(marked.snippet, (select ${snippet} from sentence_search
      where sentence_search match ${value('marked')} and rowid = hit.sentence)) as snippet
    from hit left join marked on marked.id = hit.sentence`
}

/** The query for the hits of a filter; it depends on which of its values are given, not on the values. */
export function hitRows(db: Database, filter: SearchFilter, value: (name: Value) => SQLWrapper, asks: Asks = 'all') {
  const { searched, slug, publication, source, at } = filter
  const ofSentences = searched === 'sentences'
  const index = sql.raw(ofSentences ? 'sentence_search' : 'statement_search')
  const worded = ofSentences ? sql`statements t join wordings w on w.statement_id = t.id` : sql`wordings w`
  const label = ofSentences
    ? sql`coalesce(nullif(c.label, ''), (select ${ofStatement.label(sql`l.analysis`)} from statements l where l.id = c.statement_id))`
    : labelIn(sql`w.reading`, sql`(select t.analysis from statements t where t.id = w.statement_id)`)
  const ofHit = (id: SQL) => (ofSentences ? sql`t.sentence_id = ${id}` : sql`w.statement_id = ${id}`)
  const match = sql`${index} match ${value('match')}`
  const within = slug === undefined ? sql`` : idsOfArticle(searched, value('slug'))
  const isWorded = (id: SQL) =>
    sql`exists (select 1 from ${worded} where ${ofHit(id)} and ${conditionsOf(ofSentences, filter, value)})`
  const isAnywhere = [slug, publication, source, at].every((given) => given === undefined)
  // Two indexes tell whether a sentence was ever worded, in half the time that its wordings take.
  const isHit = (id: SQL) =>
    ofSentences && isAnywhere
      ? sql`exists (select 1 from statements t where t.sentence_id = ${id} and +t.id in (select statement_id from wordings))
          and (${nothingWithheld} or ${isWorded(id)})`
      : isWorded(id)
  const rows = sql`select rowid as id, rank, ${
    ofSentences
      ? sql`rowid as sentence, ${snippet} as snippet`
      : sql`(select t.sentence_id from statements t where t.id = ${index}.rowid) as sentence`
  } from ${index} where ${match} ${within}`
  // The sign keeps FTS5 from sorting all rows by rank itself, which takes longer than to keep the best of them.
  const best = sql`select * from (${rows} order by +rank, rowid limit ${value('limit')} + ${sql.raw(String(SPARE))}) best
    where ${isHit(sql`best.id`)} limit ${value('limit')}`
  const all = sql`${rows} and ${isHit(sql`${index}.rowid`)} ${filter.after ? following(index, match, value) : sql``}
    order by rank limit ${value('limit')}`
  const hits = asks === 'best' ? best : all
  return db
    .select({
      revision: archive.revision,
      newest: sql<number>`(select max(id) from ${sql.raw(ofSentences ? 'sentences' : 'statements')})`,
      total: sql<number>`(select count(*) from (select 1 from ${index} where ${match} ${within}
        and ${isHit(sql`${index}.rowid`)} limit ${sql.raw(String(MOST_COUNTED + 1))}))`,
      id: sql<number | null>`hit.id`,
      rank: sql<number>`hit.rank`,
      slug: sql<string>`a.slug`,
      publication: sql<string | null>`a.publication`,
      story: sql<string | null>`coalesce((select nullif(v.title, '') from versions v where v.article_id = s.article_id
        and ${isNotWithheld('v')} order by v.place desc limit 1), a.title)`,
      headline: sql<number>`s.headline`,
      text: sql<string>`s.text`,
      snippet: sql<string | null>`hit.snippet`,
      occurrences: sql<string>`(select json_group_array(json_array(c.number, c.verdict is 'rejected', c.human_label, ${label},
        ${shownFrom(sql`w.from_place`, sql`coalesce(w.until_place, '~')`)}, ${shownFrom(sql`w.until_place`, sql`'~'`)}))
        from ${worded} join claims c on c.id = w.claim_id where ${ofHit(sql`hit.id`)})`,
    })
    .from(archive)
    .leftJoin(sql`(${ofSentences ? hits : withSnippets(hits, value)}) hit`, sql`true`)
    .leftJoin(sql`sentences s`, sql`s.id = hit.sentence`)
    .leftJoin(sql`articles a`, sql`a.id = s.article_id`)
}
