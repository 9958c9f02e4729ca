/** The one write path: a text goes in; a version, its claims and their changes are recorded, or nothing is. */
import { analyseSentences, ENGINE } from './core/analysis.ts'
import type { Analysis, Sentence, Statement } from './core/article.ts'
import type { Step, TrackState } from './core/changes/change.ts'
import { retrack } from './core/changes/renumber.ts'
import { track } from './core/changes/track.ts'
import { sourceIdentity, spannedText } from './core/claims/source-identity.ts'
import { normalise, normaliseTitle } from './core/text/normalise.ts'
import { sentencesOf } from './core/text/sentences.ts'
import { Failure, invalid } from './failure.ts'
import { type Entry, plan, type SentenceRef } from './recording-plan.ts'
import { activeChanges, type ChangeView } from './store/changes.ts'
import { checkBetween, checkStatement } from './store/checks.ts'
import { contentHash, GENESIS, logHash, sha256 } from './store/hash.ts'
import {
  type ArticleHead,
  articleHead,
  historyAt,
  lastNumber,
  placeOf,
  type StoredSentence,
  storedSentences,
  type VersionMark,
  versionText,
  ZONES,
} from './store/history.ts'
import { idempotencyStatement, type KeptAnswer } from './store/idempotency.ts'
import { claimIdsOf, type LaterVersion, laterVersion, numbersAt } from './store/later-versions.ts'
import { type NewVersion, type Recording, recordingStatements } from './store/recording.ts'
import { isConflict, type Store } from './store/store.ts'

/** What is posted of a version, as sent. Times are ISO 8601, UTC, with milliseconds. */
export interface VersionInput {
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly url: string | null
  readonly capturedAt: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
}

/** A version as an ingest reports it. */
export interface RecordedVersion {
  readonly slug: string
  readonly number: number
  readonly capturedAt: string
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly recordedAt: string
  readonly title: string
  readonly byline: string | null
  readonly url: string | null
  readonly wordCount: number
  readonly contentHash: string
  readonly previous: string
  readonly hash: string
}

export type Outcome =
  | { readonly outcome: 'created'; readonly version: RecordedVersion; readonly changes: readonly ChangeView[] }
  | {
      readonly outcome: 'unchanged'
      readonly number: number
      readonly slug: string
      readonly checkedAt: string
      readonly contentHash: string
    }

/** Longest title, byline and body together that are stored, in bytes of UTF-8. */
export const MAX_STORED_BYTES = 256 * 1024
/** How often an ingest starts again when another writer was first. */
const TRIES = 8

/**
 * Records a version of an article: all of it in one atomic write, or, where the text is what the version before it has, a check.
 * A version that is older than others takes its place among them, and what comes after is tracked again. `keep` gives the
 * answer to remember for an Idempotency-Key, in the same write. Throws Failure: not_found, invalid, too_large, busy.
 */
export async function ingest(
  store: Store,
  slug: string,
  input: VersionInput,
  now: string,
  keep: (outcome: Outcome) => KeptAnswer | null = () => null,
): Promise<Outcome> {
  const content = storable(input, now)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const head = await articleHead(store, slug, ENGINE)
    if (!head) throw new Failure('not_found', `There is no article "${slug}".`)
    const { outcome, statements } = await prepareIngest(store, head, content, now)
    const kept = keep(outcome)
    try {
      await store.writeAll(kept ? [idempotencyStatement(kept, now), ...statements] : statements)
      return outcome
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  throw new Failure('busy', 'Other writers were first each time. Send it again.')
}

interface Content extends VersionInput {
  readonly capturedAt: string
}

/** The text as it is stored, or why it cannot be. */
function storable(input: VersionInput, now: string): Content {
  for (const field of ['title', 'byline', 'body', 'url'] as const) {
    const at = (input[field] ?? '').search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    if (at >= 0) throw invalid(field, `has half a character (a lone surrogate) at ${at}`)
  }
  const title = normaliseTitle(input.title).text
  const body = normalise(input.body).text
  const byline = normaliseTitle(input.byline ?? '').text || null
  if (!body) throw invalid('body', 'is empty; expected the text of the article')
  const bytes = new TextEncoder().encode(title + (byline ?? '') + body).length
  if (bytes > MAX_STORED_BYTES) {
    throw new Failure('too_large', `The text has ${bytes} bytes; at most ${MAX_STORED_BYTES} are stored.`, [
      { path: 'body', message: `at most ${MAX_STORED_BYTES} bytes with the title` },
    ])
  }
  const capturedAt = input.capturedAt ?? now
  if (capturedAt > now) throw invalid('captured_at', `${capturedAt} is in the future`)
  return { ...input, title, body, byline, capturedAt }
}

/** What is to be written, and what it will have done. */
async function prepareIngest(store: Store, head: ArticleHead, content: Content, now: string) {
  const number = 1 + Math.max(0, ...head.versions.map((v) => v.number))
  const place = placeOf(content.capturedAt, number)
  const index = head.versions.filter((v) => v.place < place).length
  const previous = head.versions[index - 1] ?? null
  const next = head.versions[index] ?? null
  const hash = await contentHash(content)
  if (previous?.contentHash === hash) {
    const check = {
      articleId: head.id,
      capturedAt: content.capturedAt,
      contentHash: hash,
      versionId: previous.id,
      recordedAt: now,
    }
    const outcome: Outcome = {
      outcome: 'unchanged',
      number: previous.number,
      slug: head.slug,
      checkedAt: content.capturedAt,
      contentHash: hash,
    }
    return { outcome, statements: [checkStatement(check)] }
  }
  const texts = [{ ...content, number }]
  if (previous) {
    const again = await checkBetween(store, head.id, previous.contentHash, content.capturedAt, next?.capturedAt ?? '9999')
    if (again) texts.push({ ...(await versionText(store, previous.id)), capturedAt: again, number: number + 1 })
  }
  const later = await Promise.all(head.versions.slice(index).map((mark) => laterVersion(store, mark)))
  const recorder = new Recorder(store, head, now)
  return recorder.record(texts, previous, index, later)
}

type NumberedContent = Content & { readonly number: number }

/** One try at recording versions that stand at `index` of an article's order. */
class Recorder {
  readonly #store: Store
  readonly #head: ArticleHead
  readonly #now: string
  readonly #sentences: Recording['sentences'][number][] = []
  readonly #statements: Recording['statements'][number][] = []

  constructor(store: Store, head: ArticleHead, now: string) {
    this.#store = store
    this.#head = head
    this.#now = now
  }

  async record(texts: readonly NumberedContent[], previous: VersionMark | null, index: number, later: readonly LaterVersion[]) {
    const head = this.#head
    const cut = texts.map((text) => sentencesOf(text))
    const entries = await this.#entries(texts, cut, later)
    const history = previous ? await historyAt(this.#store, head.id, head.versions, index - 1) : null
    const steps = await this.#track(history?.state ?? null, entries, later)
    const rows = plan(
      {
        history,
        before: previous,
        numbers: [...head.versions.slice(0, index), ...entries].map((v) => v.number),
        lastClaim: head.last.claim,
        lastChange: head.last.change,
        active: await activeChanges(
          this.#store,
          later.map(({ mark }) => mark.id),
        ),
        laterClaims: later.length ? await claimIdsOf(this.#store, head.id) : new Map(),
      },
      entries,
      steps,
      head.slug,
      this.#now,
    )
    const versions = await this.#versionRows(texts, entries)
    const recording: Recording = {
      articleId: head.id,
      now: this.#now,
      run: { id: head.runId ?? head.last.run + 1, engine: ENGINE },
      versions,
      sentences: this.#sentences,
      statements: this.#statements,
      rewriteFrom: later.length ? (entries[0]?.place ?? null) : null,
      ...rows,
    }
    const [first] = versions
    if (!first) throw new RangeError('nothing to record')
    const outcome: Outcome = { outcome: 'created', version: { ...first, slug: head.slug }, changes: rows.views[0] ?? [] }
    return { outcome, statements: recordingStatements(recording) }
  }

  async #track(state: TrackState | null, entries: readonly Entry[], later: readonly LaterVersion[]): Promise<Step[]> {
    const [only] = entries
    if (entries.length === 1 && only) return [track(state, only.analysis)]
    const fresh = entries.length - later.length
    const known = await numbersAt(this.#store, this.#head.id, later)
    // `known` counts places in order from 1.
    const first = (state?.place ?? 0) + fresh + 1
    return retrack({
      versions: entries.map((entry) => entry.analysis),
      state,
      known: (place, sentence, index) => (place < first ? null : known(place - first, sentence, index)),
      numbers: await lastNumber(this.#store, this.#head.id),
    })
  }

  /** Analyses the new texts and those after them, and finds or makes the rows of their sentences. */
  async #entries(texts: readonly NumberedContent[], cut: readonly (readonly Sentence[])[], later: readonly LaterVersion[]) {
    const all = [...cut, ...later.map((v) => v.sentences)]
    const hashes = await hashesOf(all.flat())
    const stored = await storedSentences(this.#store, this.#head.id, [...new Set(hashes.values())])
    const storedOf = (text: string, headline: boolean): StoredSentence | null =>
      stored.get(`${hashes.get(text)}/${headline ? 1 : 0}`) ?? null
    const known = (text: string, headline: boolean) => storedOf(text, headline)?.statements.map((s) => s.statement) ?? null
    const made = new Map<string, SentenceRef>()
    return all.map((sentences, i): Entry => {
      const analysis = analyseSentences(sentences, known)
      const statements = Map.groupBy(analysis.claims, (claim) => claim.sentence)
      const refs = sentences.map((sentence, s): SentenceRef => {
        const headline = sentence.zone === 'headline'
        const old = storedOf(sentence.text, headline)
        if (old) return { id: old.id, statements: old.statements.map((st) => st.id) }
        const key = `${headline}/${sentence.text}`
        const ref =
          made.get(key) ??
          this.#newSentence(sentence, headline, hashes.get(sentence.text) ?? '', statements.get(s) ?? [], analysis)
        made.set(key, ref)
        return ref
      })
      const text = texts[i]
      const mark = later[i - texts.length]?.mark
      if (text)
        return {
          id: this.#head.last.version + 1 + i,
          number: text.number,
          place: placeOf(text.capturedAt, text.number),
          capturedAt: text.capturedAt,
          analysis,
          refs,
        }
      if (!mark) throw new RangeError('more analyses than versions')
      return { id: mark.id, number: mark.number, place: mark.place, capturedAt: mark.capturedAt, analysis, refs }
    })
  }

  #newSentence(
    sentence: Sentence,
    headline: boolean,
    hash: string,
    claims: Analysis['claims'],
    analysis: Analysis,
  ): SentenceRef {
    const id = this.#head.last.sentence + this.#sentences.length + 1
    this.#sentences.push({ id, headline, hash, text: sentence.text })
    const statements = claims.map((claim) => {
      const statementId = this.#head.last.statement + this.#statements.length + 1
      this.#statements.push({
        id: statementId,
        sentenceId: id,
        place: claim.index,
        statement: claim.statement,
        search: searchText(claim.statement, sentence.text, sourceIdentity(claim, analysis.sentences)?.name ?? ''),
      })
      return statementId
    })
    return { id, statements }
  }

  /** The rows of the new versions, each chained to the one before it in the log. */
  async #versionRows(texts: readonly NumberedContent[], entries: readonly Entry[]): Promise<NewVersion[]> {
    const rows: NewVersion[] = []
    for (const [i, text] of texts.entries()) {
      const entry = entries[i]
      if (!entry) throw new RangeError('a text without an analysis')
      const { title, byline, body, url, capturedAt, publishedAt, modifiedAt, number } = text
      const log = {
        previous: rows.at(-1)?.hash ?? this.#head.logHead ?? GENESIS,
        contentHash: await contentHash(text),
        articleId: this.#head.id,
        number,
        capturedAt,
        publishedAt,
        modifiedAt,
        recordedAt: this.#now,
      }
      const list = entry.analysis.sentences.map((s, k) => [ZONES.indexOf(s.zone), s.start, s.end, entry.refs[k]?.id])
      rows.push({
        ...log,
        id: entry.id,
        place: entry.place,
        url,
        title,
        byline,
        body,
        wordCount: body.split(/\s+/).filter(Boolean).length,
        sentences: JSON.stringify(list),
        hash: await logHash(log),
      })
    }
    return rows
  }
}

async function hashesOf(sentences: readonly Sentence[]): Promise<Map<string, string>> {
  const texts = [...new Set(sentences.map((s) => s.text))]
  const hashes = await Promise.all(texts.map(sha256))
  return new Map(texts.map((text, i) => [text, (hashes[i] ?? '').slice(0, 32)]))
}

function searchText(statement: Statement, text: string, source: string) {
  return { content: spannedText(text, statement.content), source }
}
