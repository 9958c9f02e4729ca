/** One try at recording versions: their analysis and tracking, and the statements that write what was found. */
import { analyseSentences, ENGINE } from './core/analysis.ts'
import type { Analysis, Sentence, Statement } from './core/article.ts'
import type { Step, Track, TrackState } from './core/changes/change.ts'
import { trackOver } from './core/changes/drift.ts'
import { retrack } from './core/changes/renumber.ts'
import { sourceIdentity, spannedText } from './core/claims/source-identity.ts'
import { sentencesOf } from './core/text/sentences.ts'
import { type Entry, plan, type SentenceRef } from './recording-plan.ts'
import { activeChanges } from './store/changes.ts'
import { contentHash, GENESIS, logHash, sha256 } from './store/hash.ts'
import { type ArticleHead, placeOf } from './store/head.ts'
import { historyAt, lastNumber, sentenceKey } from './store/history.ts'
import { claimIdsOf, type LaterVersion, numbersAt } from './store/later-versions.ts'
import { ZONES } from './store/packing.ts'
import { type NewVersion, type Recording, recordingStatements } from './store/recording.ts'
import { type StoredSentence, storedSentences } from './store/sentences.ts'
import type { Store } from './store/store.ts'

/** A version that is to be recorded, its text as it is stored. */
export interface NewText {
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly url: string | null
  readonly number: number
  readonly capturedAt: string
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
}

/** What is recorded: versions that follow on each other, where they stand in the article's order, and what comes after. */
export interface NewTexts {
  readonly texts: readonly NewText[]
  /** How many versions come before. */
  readonly index: number
  readonly later: readonly LaterVersion[]
}

/** The rows of the new versions, the first one's changes, and the statements that write everything. */
export function record(store: Store, head: ArticleHead, now: string, texts: NewTexts) {
  return new Recorder(store, head, now).record(texts)
}

class Recorder {
  readonly #store: Store
  readonly #head: ArticleHead
  readonly #now: string
  readonly #sentences: Recording['sentences'][number][] = []
  readonly #statements: Recording['statements'][number][] = []
  /** Sentences (`sentenceKey`) whose statements are of an older engine. */
  readonly #outdated = new Set<string>()

  constructor(store: Store, head: ArticleHead, now: string) {
    this.#store = store
    this.#head = head
    this.#now = now
  }

  async record({ texts, index, later }: NewTexts) {
    const head = this.#head
    const previous = head.versions[index - 1] ?? null
    const cut = texts.map((text) => sentencesOf(text))
    const entries = await this.#entries(texts, cut, later)
    const history = previous ? await historyAt(this.#store, head.id, head.versions, index - 1, head.runId) : null
    const outdated = new Set([...this.#outdated, ...(history?.outdated ?? [])])
    const step = trackOver((text, headline) => outdated.has(sentenceKey(text, headline)))
    const steps = await this.#track(history?.state ?? null, entries, later, step)
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
      recordings: head.recordings,
      now: this.#now,
      run: { id: head.runId ?? head.last.run + 1, engine: ENGINE },
      versions,
      sentences: this.#sentences,
      statements: this.#statements,
      rewriteFrom: later.length ? (entries[0]?.place ?? null) : null,
      ...rows,
    }
    return { versions, changes: rows.views[0] ?? [], statements: recordingStatements(recording) }
  }

  async #track(
    state: TrackState | null,
    entries: readonly Entry[],
    later: readonly LaterVersion[],
    step: Track,
  ): Promise<Step[]> {
    const [only] = entries
    if (entries.length === 1 && only) return [step(state, only.analysis)]
    const fresh = entries.length - later.length
    const known = await numbersAt(this.#store, this.#head.id, later)
    // `known` counts places in order from 1.
    const first = (state?.place ?? 0) + fresh + 1
    return retrack({
      versions: entries.map((entry) => entry.analysis),
      state,
      known: (place, sentence, index) => (place < first ? null : known(place - first, sentence, index)),
      numbers: await lastNumber(this.#store, this.#head.id),
      step,
    })
  }

  /** Analyses the new texts and those after them, and finds or makes the rows of their sentences. */
  async #entries(texts: readonly NewText[], cut: readonly (readonly Sentence[])[], later: readonly LaterVersion[]) {
    const all = [...cut, ...later.map((v) => v.sentences)]
    const hashes = await hashesOf(all.flat())
    const stored = await storedSentences(this.#store, this.#head.id, [...new Set(hashes.values())])
    const storedOf = (text: string, headline: boolean): StoredSentence | null => {
      const old = stored.get(`${hashes.get(text)}/${headline ? 1 : 0}`) ?? null
      if (old && old.runId !== this.#head.runId) this.#outdated.add(sentenceKey(text, headline))
      return old
    }
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
  async #versionRows(texts: readonly NewText[], entries: readonly Entry[]): Promise<NewVersion[]> {
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
