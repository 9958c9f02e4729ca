/** Reads all that a new version of an article is compared with. */
import { and, eq, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { FoundClaim, Statement } from '../../core/article.ts'
import type { GoneClaim, NumberedClaim, TrackState } from '../../core/changes/change.ts'
import { claims, sentences, statements, versions, wordings } from '../schema.ts'
import { ordinalsOf, placedSentences, unpackReading, unpackStood } from '../sql/packing.ts'
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
 * All that the version after `mark` is compared with: the fold of every trail up to there. `order`: the mark's place in the
 * article's order, from 1. `runId`: today's engine.
 */
export async function historyAt(
  store: Store,
  articleId: number,
  mark: VersionMark,
  order: number,
  runId: number | null,
): Promise<History> {
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
  ).all({ articleId, place: mark.place })

  const latestSentences = placedSentences(version)
  const indexOf = indexBySentence(latestSentences.map((s) => s.id))
  const lastOf = new Map(rows.map((row) => [row.number, row]))
  const stands = (until: string | null) => until === null || until > mark.place
  const places = [...lastOf.values()].every((row) => stands(row.untilPlace))
    ? []
    : await placesBefore(store, articleId, mark.place)
  const since = new Map(places.map((place, i) => [place, i]))
  const present: NumberedClaim[] = []
  const gone: GoneClaim[] = []
  const standing = new Map<number, StandingWording>()
  for (const row of lastOf.values()) {
    const { number, claimId, fromPlace, statementId, ordinal, reading } = row
    const statement = JSON.parse(row.analysis) as Statement
    const until = row.untilPlace
    if (until === null || stands(until)) {
      const sentence = indexOf(row.sentenceId, ordinal)
      present.push({ number, sentence, index: row.index, statement, reading: unpackReading(JSON.parse(reading), sentence) })
      standing.set(number, { claimId, fromPlace, statementId, ordinal, reading })
    } else {
      const claim: FoundClaim = {
        sentence: 0,
        index: row.index,
        statement,
        reading: { ...unpackReading(JSON.parse(reading), 0), source: null },
      }
      const { zone, start, between } = unpackStood(row.stood)
      gone.push({
        number,
        status: row.ended === null || row.ended === 'reworded' ? 'withdrawn' : row.ended,
        since: since.get(until) ?? order - 1,
        sentence: { zone, start, end: start + row.text.length, text: row.text },
        claim,
        successor: row.successor,
        between,
      })
    }
  }
  present.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
  const headlineFirst = ({ sentence }: GoneClaim) => (sentence.zone === 'headline' ? 0 : 1)
  gone.sort(
    (a, b) =>
      a.since - b.since ||
      headlineFirst(a) - headlineFirst(b) ||
      a.sentence.start - b.sentence.start ||
      a.claim.index - b.claim.index,
  )
  const numbers = await lastNumber(store, articleId)
  return {
    state: { place: order, latest: { sentences: latestSentences, claims: present }, gone, numbers },
    standing,
    claimIds: new Map(rows.map((row) => [row.number, row.claimId])),
    sentenceIds: latestSentences.map((s) => s.id),
    places,
    outdated: new Set(rows.flatMap((row) => (row.runId === runId ? [] : [sentenceKey(row.text, row.headline === 1)]))),
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

/** The places of an article's versions before one, in order: from the index alone. */
async function placesBefore(store: Store, articleId: number, place: string): Promise<string[]> {
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
