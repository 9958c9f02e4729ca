/** Reads what the tracking of an article's texts needs of the store, once, whatever reviews they are then tracked under. */
import type { Sentence } from '../core/article.ts'
import { sentenceHash } from '../store/hash.ts'
import { positionOf } from '../store/sql/position.ts'
import type { Store } from '../store/store.ts'
import { activeChanges } from '../store/write/active-changes.ts'
import { boundStateAt, type StoredBoundState } from '../store/write/bound-state.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { type History, historyAt, lastNumber, sentenceKey } from '../store/write/history.ts'
import { claimIdsOf, type LaterVersion, laterVersions, type NumberAt, numbersAt } from '../store/write/later-versions.ts'
import { type StoredSentence, storedSentences } from '../store/write/sentences.ts'
import type { VersionMark, WriteContext } from '../store/write/write-context.ts'
import { relatesClaims } from './decisions.ts'

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
  /** The id of the version whose page it reads once more; null: it is what the site wrote. */
  readonly rereads: number | null
}

/** New versions by number, the first of them the earliest, their sentences (parallel), and the recorded versions after the first. */
export interface NewTexts {
  readonly texts: readonly NewText[]
  readonly cut: readonly (readonly Sentence[])[]
  readonly later: readonly LaterVersion[]
}

/** A version that is tracked: a new text, or a recorded version once more. */
export interface TrackedVersion extends Pick<NewText, 'number' | 'capturedAt' | 'publishedAt' | 'modifiedAt' | 'rereads'> {
  readonly place: string
  readonly sentences: readonly Sentence[]
  /** Its index among the new texts; null: it is recorded. */
  readonly text: number | null
  /** Its index among the recorded versions; null: it is new. */
  readonly recorded: number | null
}

/** Where tracking begins: after the version before the texts, or with all versions before them once more. */
interface Start {
  readonly history: History | null
  /** The state of an article whose claims reviews relate, from which tracking goes on. */
  readonly boundState: StoredBoundState | null
  /** Versions before the texts that are tracked again with them. */
  readonly earlier: readonly LaterVersion[]
}

/** The texts with all that the store knows of them. */
export interface StoredTexts extends NewTexts, Start {
  /** Each earlier version, each text and each later version, in their order. */
  readonly sequence: readonly TrackedVersion[]
  /** The earlier and the later versions. */
  readonly recorded: readonly LaterVersion[]
  readonly hashOf: (text: string) => string
  readonly storedOf: (text: string, headline: boolean) => StoredSentence | null
  /** Whether another sentence has a hash, or a part of one. */
  readonly isTaken: (part: string, headline: boolean) => boolean
  /** Whether the statements of a sentence are of another run than the current engine's. */
  readonly isOutdated: (text: string, headline: boolean) => boolean
  /** The numbers that claims of `recorded` have. */
  readonly numberAt: NumberAt
  /** The highest number of a claim of the article. */
  readonly numbers: number
  /** Changes that stand between the versions from the first text on. */
  readonly active: readonly NewChange[]
  /** Ids of the claims that come after the history (a late version), by number. */
  readonly laterClaims: ReadonlyMap<number, number>
}

/** Reads the article from where its tracking can begin: after the last version if nothing before it has to be tracked again. */
export async function readTexts(store: Store, context: WriteContext, given: NewTexts): Promise<StoredTexts> {
  return textsFrom(store, context, given, await startOf(store, context, given))
}

/** Reads the article so that all its versions are tracked. */
export async function readFromStart(store: Store, context: WriteContext, given: NewTexts): Promise<StoredTexts> {
  return textsFrom(store, context, given, await fromStart(store, context))
}

async function startOf(store: Store, context: WriteContext, { later }: NewTexts): Promise<Start> {
  const { previous, reviews } = context
  if (!previous) return { history: null, boundState: null, earlier: [] }
  const relating = reviews.filter(relatesClaims).map(({ id }) => id)
  if (relating.length > 0 && later.length > 0) return fromStart(store, context)
  const history = await historyOf(store, context, previous, later)
  if (relating.length === 0) return { history, boundState: null, earlier: [] }
  const boundState = await boundStateAt(store, context, previous.place, history, relating)
  return boundState ? { history, boundState, earlier: [] } : fromStart(store, context)
}

const historyOf = (store: Store, context: WriteContext, previous: VersionMark, later: readonly LaterVersion[]) =>
  historyAt(store, context.id, previous, context.versions - later.length, context.runId)

async function fromStart(store: Store, { id, previous }: WriteContext): Promise<Start> {
  const versions = previous ? await laterVersions(store, id, '') : []
  return {
    history: null,
    boundState: null,
    earlier: versions.filter(({ mark }) => previous !== null && mark.place <= previous.place),
  }
}

function inOrder({ texts, cut }: NewTexts, recorded: readonly LaterVersion[]): TrackedVersion[] {
  const added = texts.map((text, i) => ({
    ...text,
    place: positionOf(text.capturedAt, text.number),
    sentences: cut[i] ?? [],
    text: i,
    recorded: null,
  }))
  const again = recorded.map(({ mark, ...version }, i) => ({ ...version, ...mark, text: null, recorded: i }))
  return [...added, ...again].sort((a, b) => (a.place < b.place ? -1 : 1))
}

async function textsFrom(store: Store, context: WriteContext, given: NewTexts, start: Start): Promise<StoredTexts> {
  const { history, earlier, boundState } = start
  const recorded = [...earlier, ...given.later]
  const sequence = inOrder(given, recorded)
  const hashes = new Map(sequence.flatMap(({ sentences }) => sentences.map(({ text }) => [text, ''])))
  for (const text of hashes.keys()) hashes.set(text, sentenceHash(text))
  const hashOf = (text: string): string => hashes.get(text) ?? ''
  const stored = await storedSentences(store, context.id, [...new Set(hashes.values())])
  const storedOf = (text: string, headline: boolean) => stored.find(text, hashOf(text), headline)
  const known = [history?.outdated, boundState?.outdated]
  const isOutdated = (text: string, headline: boolean): boolean => {
    const sentence = storedOf(text, headline)
    if (sentence && sentence.runId !== null && sentence.runId !== context.runId) return true
    return known.some((outdated) => outdated?.has(sentenceKey(text, headline)))
  }
  const again = recorded.length > 0
  return {
    ...given,
    ...start,
    sequence,
    recorded,
    hashOf,
    storedOf,
    isTaken: (part, headline) => stored.isTaken(part, headline),
    isOutdated,
    numberAt: again ? await numbersAt(store, context.id, recorded) : () => null,
    numbers: history?.state.numbers ?? (again ? await lastNumber(store, context.id) : 0),
    active: await activeChanges(
      store,
      recorded.map(({ mark }) => mark.id),
    ),
    laterClaims: again ? await claimIdsOf(store, context.id) : new Map(),
  }
}
