/** What recording takes that does not depend on the log: the analysis of new versions, and their tracking among the others. */
import { analyzeSentences } from '../core/analysis.ts'
import type { Analysis, Sentence } from '../core/article.ts'
import type { Step, Track, TrackState } from '../core/changes/change.ts'
import { type Constrained, retrackUnder } from '../core/changes/constraints/retrack-under.ts'
import { keepDates } from '../core/changes/keep-dates.ts'
import { retrack } from '../core/changes/renumber.ts'
import { trackAcrossEngines } from '../core/changes/track-across-engines.ts'
import { isAdded, withAdded } from '../core/claims/added.ts'
import { contentHash, sentenceHash } from '../store/hash.ts'
import type { StandingReview } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import { activeChanges } from '../store/write/active-changes.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import { type History, historyAt, lastNumber, sentenceKey } from '../store/write/history.ts'
import { claimIdsOf, type LaterVersion, laterVersions, numbersAt } from '../store/write/later-versions.ts'
import { type StoredSentence, storedSentences } from '../store/write/sentences.ts'
import type { WriteContext } from '../store/write/write-context.ts'
import { addedStatements, constraintsOf, isBinding, namesOf } from './decisions.ts'

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

/** What is recorded: versions that follow on each other, their sentences (parallel), and what comes after. */
export interface NewTexts {
  readonly texts: readonly NewText[]
  readonly cut: readonly (readonly Sentence[])[]
  readonly later: readonly LaterVersion[]
}

/** What was found in new versions and in those after them: holds as long as nothing else is recorded of the article. */
export interface TrackedTexts extends NewTexts {
  /** Parallel to `texts`. */
  readonly contentHashes: readonly string[]
  /** Versions before the texts that are tracked again with them: all, where reviews bind claims together or apart; else none. */
  readonly earlier: readonly LaterVersion[]
  readonly history: History | null
  /** One for each earlier version, each text and each later version; so the steps. */
  readonly analyses: readonly Analysis[]
  readonly steps: readonly Step[]
  /** What became of the reviews that bind claims. */
  readonly bound: Omit<Constrained, 'steps'> | null
  readonly hashOf: (text: string) => string
  readonly storedOf: (text: string, headline: boolean) => StoredSentence | null
  /** Changes that stand between the versions from the first text on. */
  readonly active: readonly NewChange[]
  /** Ids of the claims that come after the history (a late version), by number. */
  readonly laterClaims: ReadonlyMap<number, number>
}

/**
 * Analyses the texts and tracks them after the version before them, and what comes after once more. `former`: the reviews that stood
 * before this write; claims that they name go by those numbers.
 */
export async function analyzeAndTrack(
  store: Store,
  context: WriteContext,
  { texts, cut, later }: NewTexts,
  former: readonly StandingReview[] = context.reviews,
): Promise<TrackedTexts> {
  const { previous } = context
  const binding = context.reviews.some(isBinding)
  const earlier =
    previous && binding ? (await laterVersions(store, context.id, '')).filter(({ mark }) => mark.place <= previous.place) : []
  const all = [...earlier.map((v) => v.sentences), ...cut, ...later.map((v) => v.sentences)]
  const hashes = new Map(all.flat().map(({ text }) => [text, '']))
  for (const text of hashes.keys()) hashes.set(text, sentenceHash(text))
  const stored = await storedSentences(store, context.id, [...new Set(hashes.values())])
  const hashOf = (text: string): string => hashes.get(text) ?? ''
  const outdated = new Set<string>()
  const storedOf = (text: string, headline: boolean): StoredSentence | null => {
    const old = stored.get(`${hashOf(text)}/${headline ? 1 : 0}`) ?? null
    if (old && old.runId !== context.runId) outdated.add(sentenceKey(text, headline))
    return old
  }
  const known = (text: string, headline: boolean) =>
    storedOf(text, headline)?.statements.flatMap(({ statement }) => (isAdded(statement) ? [] : [statement])) ?? null
  const additions = addedStatements(context.reviews)
  const addedTo = ({ text, zone }: Sentence) => additions.get(storedOf(text, zone === 'headline')?.id ?? 0) ?? []
  const order = context.versions - later.length
  const history = previous && !binding ? await historyAt(store, context.id, previous, order, context.runId) : null
  const marked = (list: readonly LaterVersion[]) => list.map((v) => ({ ...v, ...v.mark }))
  const days = [...marked(earlier), ...texts, ...marked(later)].map((v, i) => dayTold(v, i === 0 && history === null))
  const analyses: Analysis[] = []
  for (const [i, sentences] of all.entries()) {
    const before = analyses.at(-1) ?? history?.state.latest ?? null
    analyses.push(keepDates(before, withAdded(analyzeSentences(sentences, known, days[i]), addedTo)))
  }
  for (const key of history?.outdated ?? []) outdated.add(key)
  const step = trackAcrossEngines((text, headline) => outdated.has(sentenceKey(text, headline)))
  const recorded = [...earlier, ...later]
  const { steps, bound } = await stepsOf(
    store,
    context,
    history?.state ?? null,
    analyses,
    { earlier, texts, later },
    step,
    former,
  )
  return {
    texts,
    cut,
    earlier,
    later,
    contentHashes: texts.map(contentHash),
    history,
    analyses,
    steps,
    bound,
    hashOf,
    storedOf,
    active: await activeChanges(
      store,
      recorded.map(({ mark }) => mark.id),
    ),
    laterClaims: recorded.length ? await claimIdsOf(store, context.id) : new Map(),
  }
}

/**
 * The day by which a version's relative dates are told, as far as they are new with it: of the article's first version that of
 * publication; later ones were changed on it only if they were captured on it, or else on the day that they name. null: unknown.
 */
function dayTold(version: Pick<NewText, 'publishedAt' | 'modifiedAt' | 'capturedAt'>, first: boolean): string | null {
  const { publishedAt, modifiedAt, capturedAt } = version
  if (first) return publishedAt
  return modifiedAt ?? (publishedAt?.slice(0, 10) === capturedAt.slice(0, 10) ? publishedAt : null)
}

async function stepsOf(
  store: Store,
  context: WriteContext,
  state: TrackState | null,
  versions: readonly Analysis[],
  { earlier, texts, later }: Pick<TrackedTexts, 'earlier' | 'texts' | 'later'>,
  step: Track,
  former: readonly StandingReview[],
): Promise<Pick<TrackedTexts, 'steps' | 'bound'>> {
  const [only] = versions
  const order = [...earlier.map((v) => v.mark.number), ...texts.map((v) => v.number), ...later.map((v) => v.mark.number)]
  const constraints = constraintsOf(context.reviews, order)
  if (versions.length === 1 && texts.length === 1 && constraints.length === 0 && only) {
    return { steps: [step(state, only)], bound: null }
  }
  const recorded = [...earlier, ...later]
  const stored = await numbersAt(store, context.id, recorded)
  const first = (state?.place ?? 0) + 1
  const numbers = await lastNumber(store, context.id)
  // Places in order count from 1.
  const known = (place: number, sentence: number, index: number) => {
    const at = place - first
    if (at < earlier.length) return stored(at, sentence, index)
    return at < earlier.length + texts.length ? null : stored(at - texts.length, sentence, index)
  }
  const given = { versions, known, named: namesOf(constraintsOf(former, order)), numbers, step }
  if (constraints.length === 0) return { steps: retrack({ ...given, state }), bound: null }
  return withBounds(retrackUnder(given, constraints))
}

const withBounds = ({ steps, ...bound }: Constrained) => ({ steps, bound })
