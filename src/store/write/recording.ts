/** Writes the result of an ingest: one atomic write of a constant number of statements, however many claims there are. */
import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../core/article.ts'
import { recordingEntries } from '../log/recording-entries.ts'
import { bulk } from '../sql/bulk.ts'
import { ofStatement, packStatement } from '../sql/packed-statement.ts'
import { keptReading } from '../sql/packing.ts'
import { addressStatements } from './addresses.ts'
import { boundStateStatements, type NewBoundState } from './bound-state.ts'
import { changeStatements, type NewChange } from './change-rows.ts'
import { derivedStatements } from './derive.ts'
import type { Touched } from './derived/source-counts.ts'
import { lapsedStatements } from './lapsed-reviews.ts'

export interface NewVersion {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
  readonly url: string | null
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly wordCount: number
  readonly language: string | null
  readonly unsupported: boolean
  /** JSON, see the column. */
  readonly sentences: string
  readonly contentHash: string
  readonly previous: string
  readonly hash: string
  /** The version whose page it reads once more; null: it is what the site wrote. */
  readonly rereads: number | null
}

export interface NewWording {
  readonly claimId: number
  readonly fromPlace: string
  readonly untilPlace: string | null
  readonly statementId: number
  readonly ordinal: number
  readonly source: { readonly kind: string; readonly key: string; readonly name: string } | null
  readonly reading: string
  readonly ended: string | null
  readonly successor: number | null
  /** JSON, see the column. */
  readonly stood: string | null
}

/** All rows of one ingest. */
export interface Recording {
  readonly articleId: number
  /** `articles.recordings` before this write. */
  readonly recordings: number
  /** Whether the write adds a review. */
  readonly reviewed: boolean
  /** Whether a version of the article is withheld. */
  readonly withheld: boolean
  readonly now: string
  readonly run: { readonly id: number; readonly engine: string; readonly isNew: boolean }
  readonly versions: readonly NewVersion[]
  /** The versions from the first that is recorded or tracked again on, in order. */
  readonly tracked: readonly { readonly id: number; readonly place: string }[]
  readonly sentences: readonly { id: number; headline: boolean; hash: string; text: string }[]
  readonly statements: readonly { id: number; sentenceId: number; place: number; statement: Statement; search: StatementText }[]
  readonly claims: readonly { id: number; number: number; statementId: number }[]
  /** Wordings from this place on are replaced (a late version); null: wordings are only added. */
  readonly rewriteFrom: string | null
  /** Standing wordings that end. */
  readonly ended: readonly (Pick<NewWording, 'claimId' | 'fromPlace' | 'ended' | 'successor' | 'stood'> & {
    untilPlace: string
  })[]
  readonly wordings: readonly NewWording[]
  readonly changes: readonly NewChange[]
  /** Standing reviews that do not hold; null: as they were. */
  readonly lapsed: readonly number[] | null
  /** The state from which the next version is tracked; null: there is none any more; undefined: as it was. */
  readonly boundState: NewBoundState | null | undefined
  /** Every claim whose state may differ afterwards. */
  readonly touched: readonly number[]
}

/** The texts under which a statement is indexed. */
export interface StatementText {
  readonly content: string
  readonly source: string
  /** The words by which claims of other articles with the same content are found, as a mask of the sentence's words. */
  readonly words: number
}

/** The statements that write it, in order. */
export function recordingStatements(r: Recording): SQL[] {
  return [
    // Not "or ignore": the id may be another run's by now.
    ...(r.run.isNew
      ? [
          sql`insert into analysis_runs (id, engine, reason, started_at) values (${r.run.id}, ${r.run.engine}, 'ingest', ${r.now})`,
        ]
      : []),
    ...bulk(
      r.versions,
      (v) => [
        ...[v.id, v.number, v.place, v.capturedAt, v.publishedAt, v.modifiedAt, v.recordedAt, v.url, v.title, v.byline, v.body],
        ...[v.wordCount, v.sentences, v.language, v.unsupported ? 1 : 0, v.contentHash, v.previous, v.hash, v.rereads],
      ],
      (
        json,
      ) => sql`insert into versions (article_id, run_id, id, number, place, captured_at, published_at, modified_at, recorded_at,
          url, title, byline, body, word_count, sentences, language, unsupported, content_hash, previous, hash, rereads)
        select ${r.articleId}, ${r.run.id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
          value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15,
          value ->> 16, value ->> 17, value ->> 18 from json_each(${json})`,
    ),
    ...addressStatements(
      r.articleId,
      r.versions.flatMap((v) => (v.url === null ? [] : [[v.url, v.capturedAt] as const])),
    ),
    ...sentenceStatements(r),
    ...claimStatements(r),
    ...recordingEntries(r),
    ...changeStatements(r.articleId, r.changes, r.now),
    ...(r.lapsed === null ? [] : lapsedStatements(r.articleId, r.lapsed)),
    ...(r.boundState === undefined ? [] : boundStateStatements(r.articleId, r.boundState)),
    ...derivedStatements({
      articleId: r.articleId,
      recordings: r.recordings,
      versions: r.versions.length,
      reviewed: r.reviewed,
      changes: r.changes,
      withheld: r.withheld,
      claims: r.touched,
      sources: touchedBy(r),
    }),
  ]
}

/** The claims whose sources may differ: those of one version after all others; after several versions or a late one, all. */
function touchedBy({ versions: [version, ...more], rewriteFrom, withheld, touched }: Recording): Touched | 'all' {
  return version && more.length === 0 && rewriteFrom === null && !withheld ? { claims: touched, place: version.place } : 'all'
}

function sentenceStatements(r: Recording): SQL[] {
  return [
    ...bulk(
      r.sentences,
      (s) => [s.id, s.headline, s.hash, s.text],
      (json) => sql`insert into sentences (id, article_id, headline, hash, text)
        select value ->> 0, ${r.articleId}, value ->> 1, unhex(value ->> 2), value ->> 3 from json_each(${json})`,
    ),
    ...bulk(
      r.sentences,
      (s) => [s.id, s.text],
      (json) => sql`insert into sentence_search (rowid, text) select value ->> 0, value ->> 1 from json_each(${json})`,
    ),
    ...bulk(
      r.statements,
      (s) => [s.id, s.sentenceId, s.place, packStatement(s.statement), s.search.words],
      (json) => sql`insert into statements (id, sentence_id, place, run_id, analysis, words)
        select value ->> 0, value ->> 1, value ->> 2, ${r.run.id}, value -> 3, value ->> 4 from json_each(${json})`,
    ),
    ...bulk(
      r.statements,
      (s) => [s.id, s.statement.label, s.search.content, s.search.source],
      (json) => sql`insert into statement_search (rowid, label, content, source)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${json})`,
    ),
  ]
}

function claimStatements(r: Recording): SQL[] {
  const sources = [
    ...new Map(r.wordings.flatMap(({ source }) => (source ? [[`${source.kind} ${source.key}`, source] as const] : []))),
  ]
  // As the rows will be once they are derived, so that they do not outgrow their pages.
  const sourceOf = new Map(r.wordings.map((w) => [w.claimId, w.source]))
  return [
    ...bulk(
      sources,
      ([, s]) => [s.kind, s.key, s.name],
      (json) => sql`insert or ignore into sources (kind, key, name)
        select value ->> 0, value ->> 1, value ->> 2 from json_each(${json})`,
    ),
    ...bulk(
      r.claims,
      (c) => [c.id, c.number, c.statementId, sourceOf.get(c.id)?.kind, sourceOf.get(c.id)?.key],
      (
        json,
      ) => sql`insert into claims (id, article_id, number, status, statement_id, label, check_worthiness, changes, source_id)
        select value ->> 0, ${r.articleId}, value ->> 1, 'present', value ->> 2, '',
          (select ${ofStatement.checkWorthiness(sql`t.analysis`)} from statements t where t.id = value ->> 2), 1,
          (select id from sources where kind = value ->> 3 and key = value ->> 4)
        from json_each(${json})`,
    ),
    ...(r.rewriteFrom === null
      ? []
      : [
          sql`delete from wordings where article_id = ${r.articleId} and from_place >= ${r.rewriteFrom}`,
          sql`update wordings set until_place = null, ended = null, successor = null, stood = null
            where article_id = ${r.articleId} and until_place >= ${r.rewriteFrom}`,
        ]),
    ...bulk(
      r.ended,
      (w) => [w.claimId, w.fromPlace, w.untilPlace, w.ended, w.successor, w.stood],
      (json) => sql`update wordings set until_place = value ->> 2, ended = value ->> 3, successor = value ->> 4,
          stood = value ->> 5
        from json_each(${json}) where claim_id = value ->> 0 and from_place = value ->> 1`,
    ),
    ...bulk(
      r.wordings,
      (w) => [
        w.claimId,
        w.fromPlace,
        w.untilPlace,
        w.statementId,
        w.ordinal,
        w.source?.kind,
        w.source?.key,
        w.reading,
        w.ended,
        w.successor,
        w.stood,
      ],
      (
        json,
      ) => sql`insert into wordings (claim_id, from_place, until_place, article_id, statement_id, ordinal, source_id, reading,
          ended, successor, stood)
        select value ->> 0, value ->> 1, value ->> 2, ${r.articleId}, value ->> 3, value ->> 4,
          (select id from sources where kind = value ->> 5 and key = value ->> 6),
          ${keptReading(sql`value ->> 7`, sql`value ->> 5`, sql`value ->> 6`)}, value ->> 8, value ->> 9,
          value ->> 10
        from json_each(${json})`,
    ),
  ]
}
