/**
 * `superseded` by weight of evidence, if no single phrase decides: features of a new state against features of a paraphrase.
 */
import type { Comparison } from '../compare/comparison.ts'
import { numberChanged } from '../kinds/number-changed.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { cameAbout } from './came-about.ts'
import { tookAnotherCourse } from './courses.ts'
import { contributions } from './feature.ts'
import { hasOtherMainVerb, keepsMainVerb, tellsOneState } from './one-state.ts'
import { SUPERSEDED_FEATURES } from './superseded-features.ts'
import { supersededInput } from './superseded-input.ts'
import { settledMainly, supersessionRule } from './supersession.ts'

/** Log odds of a new state before any feature counts. */
const PRIOR = -1.5
/** Sentences that share more than this were edited, unless a phrase shows that a stage has passed. */
const MUCH_KEPT = 0.65
/** Sentences that share more than this were edited in any case. */
const MOST_KEPT = 0.85
/** If the content words are more similar than this, only a figure or their order is new, and no state: a toll that grows. */
const MOST_ALIKE = 0.85
/** The same without a phrase of a stage. */
const ALIKE = 0.7
/** The features of two states that exclude each other; names, dates and figures only show that the matter moved on. */
const OF_STATES: ReadonlySet<string> = new Set([
  'stage',
  'no longer open',
  'no longer under way',
  'outcome',
  'new event',
  'untold before',
  'over now',
])
/** A text without full stops has no single state. */
const LONGEST = 500

/** A comment after silence or an answer to an open question is always a new state. */
const ANSWERED = /^(silent|unknown)/

/** True for an answer to what was open: it may share no word with it. */
export const isAnswer = (reason: string | null): boolean => ANSWERED.test(reason ?? '')

/**
 * Returns why the later wording reports a new state of the matter (the stage passed, or the strongest features); null if it was
 * only edited.
 */
export function supersededReason(comparison: Comparison): string | null {
  const { kept, before, after } = comparison
  if (before.words.length + after.words.length > LONGEST) return null
  // A price that is set anew keeps its claim.
  if (tookAnotherCourse(comparison) && numberChanged(comparison).length === 0) return 'another course'
  const stage = supersessionRule(comparison)
  if (ANSWERED.test(stage ?? '') && !keepsMainVerb(comparison)) return stage
  if (tellsOneState(comparison)) return null
  if (stage !== null && cameAbout(comparison)) return stage
  if (
    kept > MOST_KEPT &&
    !cameAbout(comparison) &&
    !(settledMainly(after) && hasOtherMainVerb(after, alignedWords(comparison).before))
  )
    return null
  if (kept > MUCH_KEPT) return stage
  const found = supersededInput(comparison, stage)
  if (found.matter.likeness > (stage ? MOST_ALIKE : ALIKE)) return stage
  const weighed = contributions(SUPERSEDED_FEATURES, found)
  if (!weighed.some(({ name, odds }) => odds > 0 && OF_STATES.has(name)) || isBackground(comparison)) return null
  if (weighed.reduce((sum, { odds }) => sum + odds, PRIOR) <= 0) return null
  const strongest = weighed.filter(({ odds }) => odds >= 0.5).sort((p, q) => q.odds - p.odds)
  return (
    stage ??
    strongest
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ')
  )
}

/** "was founded in 1904": what happened in a year that the earlier wording does not name is no news. */
const isBackground = ({ before, after }: Comparison): boolean =>
  before.dates.length === 0 && after.dates.length > 0 && after.dates.every(({ key }) => /^\d{4}$/.test(key))
