/** Reads all that a new version of an article is compared with. */
import { and, eq, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { Sentence } from '../../core/article.ts'
import type { GoneClaim, NumberedClaim, TrackState } from '../../core/changes/change.ts'
import { claims, sentences, statements, versions, wordings } from '../schema.ts'
import { parseStatement } from '../sql/packed-statement.ts'
import { ordinalsOf, placedSentences, readingOf, unpackReading, unpackStood } from '../sql/packing.ts'
import { prepared, type Store } from '../store.ts'
import type { VersionMark } from './write-context.ts'

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
  /** The places of the versions before the latest in order; empty where no claim is gone. */
  readonly places: readonly string[]
  /** Sentences (`sentenceKey`) whose statements are of another run. */
  readonly outdated: ReadonlySet<string>
}

/** A sentence as an article has it once. */
export const sentenceKey = (text: string, headline: boolean): string => `${headline ? 1 : 0}/${text}`

/**
 * All that the version after `mark` is compared with: the fold of every trail up to there. `order`: the position of the mark in the
 * article's order, from 1. `runId`: the run of the current engine.
 */
export async function historyAt(
  store: Store,
  articleId: number,
  mark: VersionMark,
  order: number,
  runId: number | null,
): Promise<History> {
  const sentences = placedSentences(await versionText(store, mark.id))
  const rows = await wordingsUpTo(store, articleId, mark.place)
  const last = [...new Map(rows.map((row) => [row.number, row])).values()]
  const [standing, ended] = [last.filter((row) => standsAt(row, mark.place)), last.filter((row) => !standsAt(row, mark.place))]
  const places = ended.length === 0 ? [] : await placesBefore(store, articleId, mark.place)
  const orders = new Map(places.map((place, i) => [place, i]))
  const gone = ended.map((row) =>
    goneClaim(row, { ...goneOf(row), since: orders.get(row.untilPlace ?? '') ?? order - 1, successor: row.successor }),
  )
  const latest = { sentences, claims: presentClaims(sentences, standing) }
  return {
    state: { place: order, latest, gone: gone.sort(byEnd), numbers: await lastNumber(store, articleId) },
    standing: new Map(standing.map((row) => [row.number, row])),
    claimIds: new Map(rows.map((row) => [row.number, row.claimId])),
    sentenceIds: sentences.map((s) => s.id),
    places,
    outdated: new Set(rows.flatMap((row) => (row.runId === runId ? [] : [sentenceKey(row.text, row.headline === 1)]))),
  }
}

/** The wordings that stand at a place or are the last ones of claims that ended before, in order. */
function wordingsUpTo(store: Store, articleId: number, place: string) {
  return prepared(store, 'historyAt', (db) =>
    db
      .select({
        number: claims.number,
        claimId: wordings.claimId,
        fromPlace: wordings.fromPlace,
        untilPlace: wordings.untilPlace,
        statementId: wordings.statementId,
        ordinal: wordings.ordinal,
        reading: readingOf('wordings'),
        ended: wordings.ended,
        successor: wordings.successor,
        stood: wordings.stood,
        sentenceId: statements.sentenceId,
        index: statements.place,
        analysis: statements.analysis,
        text: sentences.text,
        headline: sentences.headline,
        runId: statements.runId,
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
  ).all({ articleId, place })
}

type WordingRow = Awaited<ReturnType<typeof wordingsUpTo>>[number]

const standsAt = ({ untilPlace }: WordingRow, place: string) => untilPlace === null || untilPlace > place

/** The claims of wordings that stand in a version, in text order. */
function presentClaims(sentences: readonly { readonly id: number }[], rows: readonly WordingRow[]): NumberedClaim[] {
  const indexOf = indexBySentence(sentences.map((s) => s.id))
  return rows
    .map(({ number, sentenceId, ordinal, index, analysis, reading }) => {
      const sentence = indexOf(sentenceId, ordinal)
      const statement = parseStatement(analysis)
      return { number, sentence, index, statement, reading: unpackReading(JSON.parse(reading), sentence) }
    })
    .sort((a, b) => a.sentence - b.sentence || a.index - b.index)
}

const goneOf = ({ number, ended, stood }: WordingRow) => ({
  ...unpackStood(stood),
  number,
  status: ended === null || ended === 'reworded' ? ('withdrawn' as const) : ended,
})

/** A claim that is gone, from its last wording. Its source is unknown: it occurs in a version that is not read. */
export function goneClaim(
  { text, index, analysis, reading }: Pick<WordingRow, 'text' | 'index' | 'analysis' | 'reading'>,
  { zone, start, ...end }: Omit<GoneClaim, 'sentence' | 'claim'> & Pick<Sentence, 'zone' | 'start'>,
): GoneClaim {
  const statement = parseStatement(analysis)
  return {
    ...end,
    sentence: { zone, start, end: start + text.length, text },
    claim: { sentence: 0, index, statement, reading: { ...unpackReading(JSON.parse(reading), 0), source: null } },
  }
}

/** The order in which tracking lists claims that are gone. */
export function byEnd(a: GoneClaim, b: GoneClaim): number {
  const headlineFirst = ({ sentence }: GoneClaim) => (sentence.zone === 'headline' ? 0 : 1)
  return (
    a.since - b.since ||
    headlineFirst(a) - headlineFirst(b) ||
    a.sentence.start - b.sentence.start ||
    a.claim.index - b.claim.index
  )
}

function indexBySentence(ids: readonly number[]): (sentence: number, ordinal: number) => number {
  const ordinals = ordinalsOf(ids)
  const at = new Map(ids.map((id, i) => [`${id}/${ordinals[i]}`, i]))
  return (sentence, ordinal) => {
    const index = at.get(`${sentence}/${ordinal}`)
    if (index === undefined) throw new Error(`the version has no sentence ${sentence}/${ordinal}`)
    return index
  }
}

/** The places of an article's versions before one, in order: from the index alone. */
export async function placesBefore(store: Store, articleId: number, place: string): Promise<string[]> {
  const rows = await prepared(store, 'placesBefore', (db) =>
    db
      .select({ place: versions.place })
      .from(versions)
      .where(and(eq(versions.articleId, sql.placeholder('articleId')), lt(versions.place, sql.placeholder('place'))))
      .orderBy(versions.place)
      .prepare(),
  ).all({ articleId, place })
  return rows.map((row) => row.place)
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
        sentences: versions.sentences,
      })
      .from(versions)
      .where(eq(versions.id, sql.placeholder('id')))
      .prepare(),
  ).get({ id })
  if (!row) throw new Error(`version ${id} is gone`)
  return row
}
