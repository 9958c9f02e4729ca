/** Merges two claims of finished steps into one, with the change of kinds between their wordings. */
import type { Sentence } from '../../article.ts'
import { appearanceOf } from '../appearance.ts'
import type { Change, NumberedClaim, Step } from '../change.ts'
import { comparisonOf, type Finding, wordingOf } from '../compare/comparison.ts'
import { kindsOf } from '../kinds/kinds.ts'
import { renumbered } from '../renumber.ts'
import { judgeClaims, type Verdict, verdictOf } from '../sentence-changes.ts'
import { claimIn } from './constraint.ts'
import { withChanges, withoutClaims } from './rewrite-step.ts'

interface PlacedClaim {
  readonly claim: NumberedClaim
  readonly sentence: Sentence
  readonly place: number
}

/**
 * Returns the steps (from version 1 on) with the claims `a` and `b` as one that has the lower number. Where one ends and the
 * other begins, the wordings are compared; if versions lie between, the claim is restored. Returns null if a version has both,
 * because then they cannot be one.
 */
export function unifyClaims(steps: readonly Step[], a: number, b: number, review: number): Step[] | null {
  if (steps.some((step) => claimIn(step, a) && claimIn(step, b))) return null
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  let last: PlacedClaim | null = null
  return steps.map((step, i) => {
    const now = presentIn(step, a, b)
    const made = joined(step, steps[i - 1], last, now, review)
    last = now ?? last
    return asOne(made, low, high)
  })
}

/** As `unifyClaims`, for one step and the step before it; earlier wordings are known by the claims that are gone. */
export function unifyNext(previous: Step, step: Step, a: number, b: number, review: number): readonly [Step, Step] | null {
  if (claimIn(step, a) && claimIn(step, b)) return null
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const last = presentIn(previous, a, b) ?? lastGone(previous, a, b)
  const made = joined(step, previous, last, presentIn(step, a, b), review)
  return [asOne(previous, low, high), asOne(made, low, high)]
}

function presentIn(step: Step, a: number, b: number): PlacedClaim | null {
  const { place, latest } = step.state
  const claim = claimIn(step, a) ?? claimIn(step, b)
  const sentence = claim && latest.sentences[claim.sentence]
  return claim && sentence ? { claim, sentence, place } : null
}

function lastGone({ state }: Step, a: number, b: number): PlacedClaim | null {
  const gone = state.gone.filter(({ number }) => number === a || number === b).sort((p, q) => q.since - p.since)[0]
  return gone ? { claim: { ...gone.claim, number: gone.number }, sentence: gone.sentence, place: gone.since } : null
}

function joined(
  step: Step,
  previous: Step | undefined,
  last: PlacedClaim | null,
  now: PlacedClaim | null,
  review: number,
): Step {
  return now && last && now.claim.number !== last.claim.number ? bridged(step, previous, last, now, review) : step
}

/** Returns the step in which `now` continues `last`, a claim of the previous version or of an earlier one. */
function bridged(step: Step, previous: Step | undefined, last: PlacedClaim, now: PlacedClaim, review: number): Step {
  const continues = previous !== undefined && last.place === previous.state.place
  const [from, to] = [appearanceOf(last.claim), appearanceOf(now.claim)]
  const rest = withoutClaims(step.changes, { before: continues ? from.claim : null, after: to.claim }, review)
  const verdict = continues ? pairVerdict(last, now) : returnVerdict(last, now)
  const change: Change[] = verdict
    ? [{ ...verdict, before: continues ? [from] : [], after: [to], acknowledged: false, review }]
    : []
  const kept = verdict ? step.kept : [...step.kept, { before: from, after: to }]
  return withChanges({ ...step, kept }, [...rest, ...change], previous?.state.latest ?? { sentences: [], claims: [] })
}

const comparisonOfBoth = (last: PlacedClaim, now: PlacedClaim) =>
  comparisonOf(wordingOf(last.sentence.text, [last.claim]), wordingOf(now.sentence.text, [now.claim]), [[0, 0]])

/** Returns null if not a word differs. */
function pairVerdict(last: PlacedClaim, now: PlacedClaim): Verdict | null {
  return last.sentence.text === now.sentence.text ? null : (judgeClaims(comparisonOfBoth(last, now)).verdicts[0] ?? null)
}

function returnVerdict(last: PlacedClaim, now: PlacedClaim): Verdict {
  const detail = { restored: { since: last.place } }
  const restored: Finding = { kind: 'restored', rule: 'review', before: null, after: null, detail }
  return verdictOf([restored, ...kindsOf(comparisonOfBoth(last, now))], last.sentence.text, now.sentence.text)
}

/**
 * Returns the step with the claim `high` renumbered to `low`. The claim is not gone while it is present, and gone once at most.
 */
function asOne(step: Step, low: number, high: number): Step {
  const made = renumbered(step, (number) => (number === high ? low : number), step.state.numbers)
  const endings = made.state.gone.filter((g) => g.number === low)
  const last = claimIn(made, low)
    ? undefined
    : endings.reduce((p, q) => (q.since > p.since ? q : p), endings[0] as (typeof endings)[0])
  const gone = made.state.gone
    .filter((g) => g.number !== low || g === last)
    .map((g) => (g.successor === g.number ? { ...g, successor: null } : g))
  return { ...made, state: { ...made.state, gone } }
}
