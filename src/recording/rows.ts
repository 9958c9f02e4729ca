/** The rows that record what analysis and tracking found, appended to the log as it is now. */

import { searchWords, wordMask } from '../core/across/search-words.ts'
import { ENGINE } from '../core/analysis.ts'
import type { Analysis, Sentence, Statement } from '../core/article.ts'
import { sourceIdentity, spannedText } from '../core/claims/sources/source-identity.ts'
import { Failure } from '../failure.ts'
import { contentHash, GENESIS, logHash, shortHash } from '../store/hash.ts'
import { type Placing, packPlacings, ZONES } from '../store/sql/packing.ts'
import { numberAt } from '../store/sql/position.ts'
import { type NewVersion, type Recording, recordingStatements } from '../store/write/recording.ts'
import type { WriteContext } from '../store/write/write-context.ts'
import { addedStatements, Decisions, relatesClaims } from './decisions.ts'
import type { Entry, SentenceRef } from './entry.ts'
import { plan } from './plan.ts'
import type { Baseline } from './reconcile.ts'
import type { TrackedTexts } from './track-texts.ts'

/** How far the log's time may be ahead of the clock, in milliseconds: clocks of several writers differ by less. */
const GREATEST_LEAD = 2 * 3_600_000

/** How far the clock may be ahead of the log's last entry, in milliseconds: 20 years, longer than an archive rests. */
const GREATEST_REST = 20 * 366 * 86_400_000

/**
 * The time that a write records: that of the clock, or of the log's last entry where the clock is behind it, so that the log's times
 * never run backwards. Throws Failure not_writable where the log is hours ahead, or decades behind: a wrong clock would spoil every later
 * time.
 */
export function recordingTime(logTime: string | null, clock: string): string {
  if (logTime === null) return clock
  const lead = Date.parse(logTime) - Date.parse(clock)
  if (lead <= GREATEST_LEAD && -lead <= GREATEST_REST) return lead > 0 ? logTime : clock
  throw new Failure(
    'not_writable',
    `The log's last entry was recorded at ${logTime}, and the clock of this server reads ${clock}: set the clock.`,
  )
}

/**
 * The rows of the new versions, the changes that each of them brings, and the statements that write everything. Reads nothing. `baseline`: only of a
 * new review. Throws Failure not_writable.
 */
export function toRows(context: WriteContext, found: TrackedTexts, clock: string, baseline: Baseline | null = null) {
  const now = recordingTime(context.logTime, clock)
  const { entries, sentences, rows } = rowsOf(context, found, now, baseline)
  const versions = versionRows(context, found, entries, now)
  const recording: Recording = {
    articleId: context.id,
    recordings: context.recordings,
    reviewed: baseline !== null,
    withheld: context.withheld.length > 0,
    now,
    run: { id: context.runId ?? context.last.run + 1, engine: ENGINE, isNew: context.runId === null && found.texts.length > 0 },
    versions,
    tracked: entries,
    sentences: sentences.rows,
    statements: sentences.statements,
    rewriteFrom: found.later.length + found.earlier.length > 0 ? (entries[0]?.place ?? null) : null,
    lapsed: lapsedIn(context, found),
    boundState: boundStateOf(context, found, entries),
    ...rows,
  }
  return {
    versions,
    changes: versions.map(({ id }) => rows.views[entries.findIndex((entry) => entry.id === id)] ?? []),
    written: recording.changes,
    statements: recordingStatements(recording),
  }
}

/** The reviews whose constraint does not hold; null: they are as before. */
function lapsedIn({ reviews }: WriteContext, { bound, texts }: TrackedTexts): number[] | null {
  const replayed = bound?.replayed
  if (!replayed && texts.length > 0) return null
  return reviews.flatMap((review) => (relatesClaims(review) && !replayed?.satisfied.has(review.id) ? [review.id] : []))
}

/** The state from which the next version is tracked; null: no review relates claims; undefined: there was none and is none. */
function boundStateOf({ reviews }: WriteContext, { bound, steps, texts }: TrackedTexts, entries: readonly Entry[]) {
  const [latest, place] = [steps.at(-1)?.state, entries.at(-1)?.place]
  if (!bound || !latest || place === undefined) return texts.length > 0 ? undefined : null
  return { ...bound, place, latest, reviews: reviews.filter(relatesClaims).map(({ id }) => id) }
}

/** The rows of sentences, claims and changes from the first text on. */
export function rowsOf(context: WriteContext, found: TrackedTexts, now: string, baseline: Baseline | null = null) {
  const sentences = new NewSentences(context.last, found.isTaken)
  const entries = entriesOf(context, found, sentences)
  const { history, earlier, later, steps, active, laterClaims } = found
  const before = context.versions - later.length - earlier.length
  const numberOf = (order: number) => {
    if (order > before) return entries[order - before - 1]?.number
    if (order === before) return context.previous?.number
    const place = history?.places[order - 1]
    return place === undefined ? undefined : numberAt(place)
  }
  const planContext = {
    slug: context.slug,
    now,
    history,
    before: earlier.length > 0 ? null : context.previous,
    numberOf,
    lastClaim: context.last.claim,
    lastChange: context.last.change,
    lastVersion: context.last.version,
    active,
    laterClaims,
    decisions: new Decisions(context.reviews, found.bound?.canonicalNumber),
    baseline,
  }
  return { entries, sentences, rows: plan(planContext, entries, steps) }
}

/** The versions that are tracked, with the rows of their sentences. */
function entriesOf(context: WriteContext, found: TrackedTexts, made: NewSentences): Entry[] {
  const { sequence, recorded, analyses, hashOf, storedOf } = found
  const added = addedStatements(context.reviews)
  return analyses.map((analysis, i): Entry => {
    const statements = Map.groupBy(analysis.claims, (claim) => claim.sentence)
    const refs = analysis.sentences.map((sentence, s): SentenceRef => {
      const old = storedOf(sentence.text, sentence.zone === 'headline')
      if (old) {
        const ids = old.statements.map((st) => st.id)
        // A statement that this write adds is not stored yet.
        for (const { index, statementId } of added.get(old.id) ?? []) ids[index] = statementId
        return { id: old.id, statements: ids }
      }
      return made.refOf(sentence, hashOf(sentence.text), statements.get(s) ?? [], analysis)
    })
    const version = sequence[i]
    if (!version) throw new RangeError('more analyses than versions')
    const { number, place, capturedAt, rereads, text } = version
    if (text !== null) return { id: context.last.version + 1 + text, number, place, capturedAt, rereads, analysis, refs }
    const mark = recorded[version.recorded ?? -1]?.mark
    if (!mark) throw new RangeError('a version that is not recorded')
    return { ...mark, analysis, refs }
  })
}

/** The sentences that are new to the article, each once. */
class NewSentences {
  readonly rows: Recording['sentences'][number][] = []
  readonly statements: Recording['statements'][number][] = []
  readonly #last: WriteContext['last']
  readonly #isTaken: TrackedTexts['isTaken']
  readonly #taken = new Set<string>()
  readonly #refs = new Map<string, SentenceRef>()

  constructor(last: WriteContext['last'], isTaken: TrackedTexts['isTaken']) {
    this.#last = last
    this.#isTaken = isTaken
  }

  refOf(sentence: Sentence, hash: string, claims: Analysis['claims'], analysis: Analysis): SentenceRef {
    const headline = sentence.zone === 'headline'
    const key = `${headline}/${sentence.text}`
    const known = this.#refs.get(key)
    if (known) return known
    const id = this.#last.sentence + this.rows.length + 1
    this.rows.push({ id, headline, hash: this.#shortest(hash, headline), text: sentence.text })
    const statements = claims.map((claim) => {
      const statementId = this.#last.statement + this.statements.length + 1
      this.statements.push({
        id: statementId,
        sentenceId: id,
        place: claim.index,
        statement: claim.statement,
        search: searchText(claim.statement, sentence.text, sourceIdentity(claim, analysis.sentences)?.name ?? ''),
      })
      return statementId
    })
    const ref = { id, statements }
    this.#refs.set(key, ref)
    return ref
  }

  /** The part of a hash that its row keeps. */
  #shortest(hash: string, headline: boolean): string {
    const short = shortHash(hash)
    const key = `${headline}/${short}`
    if (this.#taken.has(key) || this.#isTaken(short, headline)) return hash
    this.#taken.add(key)
    return short
  }
}

/** The rows of the new versions, each chained to the one before it in the log. */
function versionRows(context: WriteContext, found: TrackedTexts, entries: readonly Entry[], now: string): NewVersion[] {
  const rows: NewVersion[] = []
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]))
  for (const text of found.texts) {
    const entry = byNumber.get(text.number)
    if (!entry) throw new RangeError('a text without an analysis')
    const { title, byline, body, url, capturedAt, publishedAt, modifiedAt, number } = text
    const log = {
      previous: rows.at(-1)?.hash ?? context.logHead ?? GENESIS,
      contentHash: contentHash(text),
      articleId: context.id,
      number,
      url,
      capturedAt,
      publishedAt,
      modifiedAt,
      recordedAt: now,
    }
    const list = entry.analysis.sentences.map(
      (s, k): Placing => [ZONES.indexOf(s.zone), s.start, s.end, entry.refs[k]?.id ?? 0],
    )
    rows.push({
      ...log,
      id: entry.id,
      place: entry.place,
      title,
      byline,
      body,
      wordCount: body.split(/\s+/).filter(Boolean).length,
      language: entry.analysis.language,
      unsupported: entry.analysis.unsupported,
      sentences: packPlacings(list),
      hash: logHash(log),
      rereads: text.rereads,
    })
  }
  return rows
}

function searchText(statement: Statement, text: string, source: string) {
  const content = spannedText(text, statement.content)
  return { content, source, words: wordMask(text, searchWords(content)) }
}
