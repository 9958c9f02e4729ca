/** Reads all that a new version of an article is compared with. */
import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { FoundClaim, Reading, Sentence, Statement, Zone } from '../core/article.ts'
import type { GoneClaim, NumberedClaim, TrackState } from '../core/changes/change.ts'
import { analysisRuns, articles, claims, sentences, slugs, statements, versions, wordings } from './schema.ts'
import { prepared, type Store } from './store.ts'

/** A version as its article's order knows it. */
export interface VersionMark {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  readonly contentHash: string
}

/** An article as a write finds it. */
export interface ArticleHead {
  readonly id: number
  readonly slug: string
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
        versions: sql<string>`(select json_group_array(json_array(v.id, v.number, v.place, v.captured_at, v.content_hash) order by v.place)
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
  const { id, slug: current, logHead, runId, versions: marks, ...last_ } = row
  const list = JSON.parse(marks) as [number, number, string, string, string][]
  return {
    id,
    slug: current,
    logHead,
    runId,
    last: last_,
    versions: list.map(([id, number, place, capturedAt, contentHash]) => ({ id, number, place, capturedAt, contentHash })),
  }
}

/** One entry of a version's list of sentences: zone (0 headline, 1 lead, 2 body), start, end, sentence id. */
export type Placing = readonly [zone: number, start: number, end: number, sentence: number]

export const ZONES: readonly Zone[] = ['headline', 'lead', 'body']

/** The sentences of a version as its row lists them. */
export function placedSentences(version: { title: string; body: string; sentences: string }): (Sentence & { id: number })[] {
  const list = JSON.parse(version.sentences) as Placing[]
  return list.map(([zone, start, end, id]) => {
    const text = (zone === 0 ? version.title : version.body).slice(start, end)
    return { zone: ZONES[zone] ?? 'body', start, end, text, id }
  })
}

/** For every entry of a list of sentence ids, which of its equals it is, from 0. */
export function ordinalsOf(ids: readonly number[]): number[] {
  const seen = new Map<number, number>()
  return ids.map((id) => {
    const n = seen.get(id) ?? 0
    seen.set(id, n + 1)
    return n
  })
}

/** A reading as a row keeps it: the source's sentence as a distance, so that text added above does not change it. */
export function packReading(reading: Reading, sentence: number): string {
  const { name, kind, source } = reading
  return JSON.stringify([name, kind, source && [sentence - source.sentence, source.spans]])
}

/** A reading from its parsed row, in the sentence in which the version has it. */
export function unpackReading(packed: unknown, sentence: number): Reading {
  const [name, kind, source] = packed as [Reading['name'], Reading['kind'], null | [number, [number, number][]]]
  return { name, kind, source: source && { sentence: sentence - source[0], spans: source[1] } }
}

/** A claim's wording that stands at some version. */
export interface StandingWording {
  readonly claimId: number
  readonly fromPlace: string
  readonly statementId: number
  readonly ordinal: number
  readonly reading: string
}

export interface History {
  readonly state: TrackState
  /** By claim number. */
  readonly standing: ReadonlyMap<number, StandingWording>
  /** The id of every claim that the article has had by then, by number. */
  readonly claimIds: ReadonlyMap<number, number>
  /** Parallel to the sentences of `state.latest`. */
  readonly sentenceIds: readonly number[]
}

/** All that the version after `marks[index]` is compared with: the fold of every trail up to there. */
export async function historyAt(
  store: Store,
  articleId: number,
  marks: readonly VersionMark[],
  index: number,
): Promise<History> {
  const mark = marks[index]
  if (!mark) throw new RangeError(`an article of ${marks.length} versions has none at ${index}`)
  const version = await versionText(store, mark.id)
  const rows = await prepared(store, 'historyAt', (db) =>
    db
      .select({
        number: claims.number,
        claimId: wordings.claimId,
        fromPlace: wordings.fromPlace,
        untilPlace: wordings.untilPlace,
        statementId: wordings.statementId,
        ordinal: wordings.ordinal,
        reading: wordings.reading,
        ended: wordings.ended,
        successor: wordings.successor,
        neighbours: wordings.neighbours,
        sentenceId: statements.sentenceId,
        index: statements.place,
        analysis: statements.analysis,
        text: sentences.text,
        headline: sentences.headline,
      })
      .from(wordings)
      .innerJoin(claims, eq(claims.id, wordings.claimId))
      .innerJoin(statements, eq(statements.id, wordings.statementId))
      .innerJoin(sentences, eq(sentences.id, statements.sentenceId))
      .where(
        and(
          eq(wordings.articleId, sql.placeholder('articleId')),
          lte(wordings.fromPlace, sql.placeholder('place')),
          or(isNull(wordings.untilPlace), gt(wordings.untilPlace, sql.placeholder('place')), ne(wordings.ended, 'reworded')),
        ),
      )
      .orderBy(wordings.fromPlace)
      .prepare(),
  ).all({ articleId, place: mark.place })

  const latestSentences = placedSentences(version)
  const indexOf = indexBySentence(latestSentences.map((s) => s.id))
  const lastOf = new Map(rows.map((row) => [row.number, row]))
  const present: NumberedClaim[] = []
  const gone: GoneClaim[] = []
  const standing = new Map<number, StandingWording>()
  for (const row of lastOf.values()) {
    const { number, claimId, fromPlace, statementId, ordinal, reading } = row
    const statement = JSON.parse(row.analysis) as Statement
    if (row.untilPlace === null || row.untilPlace > mark.place) {
      const sentence = indexOf(row.sentenceId, ordinal)
      present.push({ number, sentence, index: row.index, statement, reading: unpackReading(JSON.parse(reading), sentence) })
      standing.set(number, { claimId, fromPlace, statementId, ordinal, reading })
    } else {
      const until = row.untilPlace
      const claim: FoundClaim = {
        sentence: 0,
        index: row.index,
        statement,
        reading: { ...unpackReading(JSON.parse(reading), 0), source: null },
      }
      gone.push({
        number,
        status: row.ended === null || row.ended === 'reworded' ? 'withdrawn' : row.ended,
        since: marks.filter((m) => m.place < until).length,
        sentence: { zone: row.headline ? 'headline' : 'body', start: 0, end: row.text.length, text: row.text },
        claim,
        successor: row.successor,
        between: JSON.parse(row.neighbours ?? '[null,null]') as GoneClaim['between'],
      })
    }
  }
  present.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
  gone.sort((a, b) => a.number - b.number)
  const numbers = await lastNumber(store, articleId)
  return {
    state: { place: index + 1, latest: { sentences: latestSentences, claims: present }, gone, numbers },
    standing,
    claimIds: new Map(rows.map((row) => [row.number, row.claimId])),
    sentenceIds: latestSentences.map((s) => s.id),
  }
}

function indexBySentence(ids: readonly number[]): (sentence: number, ordinal: number) => number {
  const ordinals = ordinalsOf(ids)
  const at = new Map(ids.map((id, i) => [`${id}/${ordinals[i]}`, i]))
  return (sentence, ordinal) => {
    const index = at.get(`${sentence}/${ordinal}`)
    if (index === undefined) throw new Error(`sentence ${sentence}/${ordinal} does not stand in the version`)
    return index
  }
}

/** The highest claim number that an article has given, 0 if none. */
export async function lastNumber(store: Store, articleId: number): Promise<number> {
  const row = await prepared(store, 'lastNumber', (db) =>
    db
      .select({ number: sql<number>`coalesce(max(${claims.number}), 0)` })
      .from(claims)
      .where(eq(claims.articleId, sql.placeholder('articleId')))
      .prepare(),
  ).get({ articleId })
  return row?.number ?? 0
}

/** A version's text and list of sentences. */
export async function versionText(store: Store, id: number) {
  const row = await prepared(store, 'versionText', (db) =>
    db
      .select({
        title: versions.title,
        byline: versions.byline,
        body: versions.body,
        url: versions.url,
        publishedAt: versions.publishedAt,
        modifiedAt: versions.modifiedAt,
        sentences: versions.sentences,
      })
      .from(versions)
      .where(eq(versions.id, sql.placeholder('id')))
      .prepare(),
  ).get({ id })
  if (!row) throw new Error(`version ${id} is gone`)
  return row
}

/** A sentence that the article has had before, with what was found in it. */
export interface StoredSentence {
  readonly id: number
  readonly statements: readonly { readonly id: number; readonly statement: Statement }[]
}

/** Those of the sentences (given by hash) that the article has had before, by `hash/headline`. */
export async function storedSentences(
  store: Store,
  articleId: number,
  hashes: readonly string[],
): Promise<Map<string, StoredSentence>> {
  const rows = await prepared(store, 'storedSentences', (db) =>
    db
      .select({
        id: sentences.id,
        hash: sentences.hash,
        headline: sentences.headline,
        statementId: statements.id,
        analysis: statements.analysis,
      })
      .from(sentences)
      .innerJoin(statements, eq(statements.sentenceId, sentences.id))
      .innerJoin(analysisRuns, and(eq(analysisRuns.id, statements.runId), eq(analysisRuns.reason, 'ingest')))
      .where(
        and(
          eq(sentences.articleId, sql.placeholder('articleId')),
          sql`${sentences.hash} in (select value from json_each(${sql.placeholder('hashes')}))`,
        ),
      )
      .orderBy(statements.sentenceId, statements.place)
      .prepare(),
  ).all({ articleId, hashes: JSON.stringify(hashes) })
  const found = new Map<string, { id: number; statements: { id: number; statement: Statement }[] }>()
  for (const row of rows) {
    const key = `${row.hash}/${row.headline}`
    const sentence = found.get(key) ?? { id: row.id, statements: [] }
    sentence.statements.push({ id: row.statementId, statement: JSON.parse(row.analysis) as Statement })
    found.set(key, sentence)
  }
  return found
}
