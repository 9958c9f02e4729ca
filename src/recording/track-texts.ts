/** Tracks texts under reviews. Nothing is read: what the store knows of the texts comes with them. */
import { analyzeSentences } from '../core/analysis.ts'
import type { Analysis, Sentence } from '../core/article.ts'
import type { Step } from '../core/changes/change.ts'
import { type BoundState, resumeUnder } from '../core/changes/constraints/resume.ts'
import { type Constrained, canonicalIn, relateClaims, trackApart } from '../core/changes/constraints/retrack-under.ts'
import { trackAcrossEngines } from '../core/changes/engines/track-across-engines.ts'
import { keepDates } from '../core/changes/keep-dates.ts'
import { retrack } from '../core/changes/renumber.ts'
import { isAdded, withAdded } from '../core/claims/added.ts'
import { FoundStatements } from '../core/found-statements.ts'
import type { StandingReview } from '../store/sql/standing-reviews.ts'
import { addedStatements, constraintsOf, type NumberedConstraint, namesOf } from './decisions.ts'
import type { NewText, StoredTexts } from './stored-texts.ts'

/** Versions tracked under reviews that relate claims. */
export interface Bound extends BoundState {
  /** The number by which a claim goes that was made one with another. */
  readonly canonicalNumber: (number: number) => number
  /** Where all versions were tracked: which reviews hold, and the numbers of claims before any are made one. */
  readonly replayed: Pick<Constrained, 'satisfied' | 'ownNumber'> | null
}

/** The claims and changes found in texts: holds as long as nothing else is recorded of the article. */
export interface TrackedTexts extends StoredTexts {
  /** One for each version of the sequence; so the steps. */
  readonly analyses: readonly Analysis[]
  readonly steps: readonly Step[]
  /** null: no review relates claims. */
  readonly bound: Bound | null
}

type Tracked = Pick<TrackedTexts, 'steps' | 'bound'>

/**
 * Tracks the texts after the version before them, and what comes after once more. `named`: reviews whose claims go by the numbers that
 * the reviews recorded. null: the texts cannot be tracked from the state after the last version, but only with all versions.
 */
export function trackTexts(
  texts: StoredTexts,
  reviews: readonly StandingReview[],
  named: readonly StandingReview[] = reviews,
): TrackedTexts | null {
  const analyses = analysesOf(texts, reviews)
  const order = texts.sequence.map(({ number }) => number)
  const constraints = constraintsOf(reviews, order)
  const tracked = texts.boundState
    ? resumed(texts, texts.boundState, analyses)
    : constraints.length > 0
      ? replayed(texts, analyses, constraints, namesOf(constraintsOf(named, order)))
      : unbound(texts, analyses, namesOf(constraintsOf(named, order)))
  return tracked && { ...texts, analyses, ...tracked }
}

/** Sentences that the article has keep the statements that are stored, with those that people added. */
function analysesOf({ sequence, history, storedOf }: StoredTexts, reviews: readonly StandingReview[]) {
  const known = new FoundStatements(
    (text, headline) =>
      storedOf(text, headline)?.statements.flatMap(({ statement }) => (isAdded(statement) ? [] : [statement])) ?? null,
  )
  const additions = addedStatements(reviews)
  const addedTo = ({ text, zone }: Sentence) => additions.get(storedOf(text, zone === 'headline')?.id ?? 0) ?? []
  const analyses: Analysis[] = []
  for (const [i, version] of sequence.entries()) {
    const before = analyses.at(-1) ?? history?.state.latest ?? null
    const day = dayOf(version, i === 0 && history === null)
    const analysis = analyzeSentences(version.sentences, known.of, day)
    known.add(analysis)
    analyses.push(keepDates(before, withAdded(analysis, addedTo)))
  }
  return analyses
}

/**
 * The day to which the relative dates of a version's new sentences refer: of the article's first version the day of publication; later
 * versions were changed on it only if they were captured on it, else on the day that they name. null: unknown.
 */
function dayOf(version: Pick<NewText, 'publishedAt' | 'modifiedAt' | 'capturedAt'>, first: boolean): string | null {
  const { publishedAt, modifiedAt, capturedAt } = version
  if (first) return publishedAt
  return modifiedAt ?? (publishedAt?.slice(0, 10) === capturedAt.slice(0, 10) ? publishedAt : null)
}

/** The numbers that claims had before, by the position of their version in the order, from 1. */
function knownNumbers({ sequence, history, numberAt }: StoredTexts) {
  const first = (history?.state.place ?? 0) + 1
  return (position: number, sentence: number, index: number) => {
    const recorded = sequence[position - first]?.recorded ?? null
    return recorded === null ? null : numberAt(recorded, sentence, index)
  }
}

type Names = ReturnType<typeof namesOf>

function unbound(texts: StoredTexts, versions: readonly Analysis[], named: Names): Tracked {
  const step = trackAcrossEngines(texts.isOutdated)
  const state = texts.history?.state ?? null
  const [only] = versions
  if (versions.length === 1 && texts.texts.length === 1 && only) return { steps: [step(state, only)], bound: null }
  const { numbers } = texts
  return { steps: retrack({ versions, state, known: knownNumbers(texts), named, numbers, step }), bound: null }
}

function replayed(
  texts: StoredTexts,
  versions: readonly Analysis[],
  constraints: readonly NumberedConstraint[],
  named: Names,
): Tracked {
  const step = trackAcrossEngines(texts.isOutdated)
  const { numbers } = texts
  const tracked = trackApart({ versions, known: knownNumbers(texts), named, numbers, step }, constraints)
  const { steps, raw, effects, canonicalNumber, satisfied, ownNumber } = relateClaims(tracked, constraints)
  if (!raw) throw new RangeError('reviews of an article without versions')
  return { steps, bound: { raw, effects, canonicalNumber, replayed: { satisfied, ownNumber } } }
}

function resumed(texts: StoredTexts, state: BoundState, versions: readonly Analysis[]): Tracked | null {
  if (!texts.history) throw new RangeError('tracking goes on after no version')
  const step = trackAcrossEngines(texts.isOutdated)
  const made = resumeUnder({ versions, numbers: texts.numbers, step }, state, texts.history.state)
  if (!made) return null
  const { effects } = state
  const bound = { raw: made.raw, effects, canonicalNumber: canonicalIn(effects), replayed: null }
  return { steps: made.steps, bound }
}
