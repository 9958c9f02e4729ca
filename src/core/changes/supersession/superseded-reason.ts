/** `superseded` by the weight of evidence: where no single word tells it, what speaks for a new state against what speaks for the
 * same told anew. */
import type { Comparison } from '../compare/comparison.ts'
import { contributions } from './feature.ts'
import { SUPERSEDED_FEATURES, supersededInput } from './superseded-features.ts'
import { sameEvent, supersessionRule } from './supersession.ts'

/** Log odds of a new state before any witness is heard. */
const PRIOR = -1.5
/** Sentences that share more than this were edited, unless a word tells that a stage has passed ... */
const MUCH_KEPT = 0.65
/** ... and with more than this whatever it tells. */
const MOST_KEPT = 0.85
/** Where the words of content are all but the same, a figure or their order is new, no state: a toll that grows. */
const MOST_ALIKE = 0.85
/** A text without full stops tells no one state. */
const LONGEST = 500

/** Who was silent speaks, what was unknown is told: always a new state. */
const ANSWERED = /^(silent|unknown)/

/** Why the later wording tells a new state of the matter (the stage passed, or the weightiest witnesses); null if it was only edited. */
export function supersededReason(comparison: Comparison): string | null {
  const { kept, before, after } = comparison
  if (kept > MOST_KEPT || before.words.length + after.words.length > LONGEST || sameEvent(comparison)) return null
  const stage = supersessionRule(comparison)
  if (kept > MUCH_KEPT || ANSWERED.test(stage ?? '')) return stage
  const found = supersededInput(comparison, stage)
  if (found.matter.likeness > MOST_ALIKE) return stage
  const weighed = contributions(SUPERSEDED_FEATURES, found)
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
