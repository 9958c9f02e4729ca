/** Two claims of finished steps made one, with the change of kinds between their wordings as a pair is typed. */
import type { Sentence } from '../../article.ts'
import type { Change, NumberedClaim, Step } from '../change.ts'
import { comparisonOf, type Finding, wordingOf } from '../compare/comparison.ts'
import { kindsOf } from '../kinds/kinds.ts'
import { renumbered } from '../renumber.ts'
import { judgeClaims, type Verdict, verdictOf } from '../sentence-changes.ts'
import { appearance } from '../step-builder.ts'
import { claimIn } from './constraint.ts'
import { withChanges, without } from './rewrite-step.ts'

interface Told {
  readonly claim: NumberedClaim
  readonly sentence: Sentence
  readonly place: number
}

/**
 * The steps (from version 1 on) with the claims `a` and `b` told as one that has the lower number. Where the one goes and the other
 * comes, its wordings are compared; if versions lie between, it is restored. null: they cannot be one, a version has both.
 */
export function unifyClaims(steps: readonly Step[], a: number, b: number, review: number): Step[] | null {
  if (steps.some((step) => claimIn(step, a) && claimIn(step, b))) return null
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  let last: Told | null = null
  return steps.map((step, i) => {
    const now = toldIn(step, a, b)
    const made = joined(step, steps[i - 1], last, now, review)
    last = now ?? last
    return asOne(made, low, high)
  })
}

/** The same of a step and the one before it: those before that are known by what is gone. */
export function unifyNext(previous: Step, step: Step, a: number, b: number, review: number): readonly [Step, Step] | null {
  if (claimIn(step, a) && claimIn(step, b)) return null
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const last = toldIn(previous, a, b) ?? lastGone(previous, a, b)
  const made = joined(step, previous, last, toldIn(step, a, b), review)
  return [asOne(previous, low, high), asOne(made, low, high)]
}

function toldIn(step: Step, a: number, b: number): Told | null {
  const { place, latest } = step.state
  const claim = claimIn(step, a) ?? claimIn(step, b)
  const sentence = claim && latest.sentences[claim.sentence]
  return claim && sentence ? { claim, sentence, place } : null
}

function lastGone({ state }: Step, a: number, b: number): Told | null {
  const gone = state.gone.filter(({ number }) => number === a || number === b).sort((p, q) => q.since - p.since)[0]
  return gone ? { claim: { ...gone.claim, number: gone.number }, sentence: gone.sentence, place: gone.since } : null
}

function joined(step: Step, previous: Step | undefined, last: Told | null, now: Told | null, review: number): Step {
  return now && last && now.claim.number !== last.claim.number ? bridged(step, previous, last, now, review) : step
}

/** The step in which `last`, of the version before or of one before that, is told by `now`. */
function bridged(step: Step, previous: Step | undefined, last: Told, now: Told, review: number): Step {
  const goesOn = previous !== undefined && last.place === previous.state.place
  const [from, to] = [appearance(last.claim), appearance(now.claim)]
  const rest = without(step.changes, { before: goesOn ? from.claim : null, after: to.claim }, review)
  const verdict = goesOn ? pairVerdict(last, now) : returnVerdict(last, now)
  const change: Change[] = verdict
    ? [{ ...verdict, before: goesOn ? [from] : [], after: [to], acknowledged: false, review }]
    : []
  const kept = verdict ? step.kept : [...step.kept, { before: from, after: to }]
  return withChanges({ ...step, kept }, [...rest, ...change], previous?.state.latest ?? { sentences: [], claims: [] })
}

const comparisonOfBoth = (last: Told, now: Told) =>
  comparisonOf(wordingOf(last.sentence.text, [last.claim]), wordingOf(now.sentence.text, [now.claim]), [[0, 0]])

/** null: not a word differs. */
function pairVerdict(last: Told, now: Told): Verdict | null {
  return last.sentence.text === now.sentence.text ? null : (judgeClaims(comparisonOfBoth(last, now)).verdicts[0] ?? null)
}

function returnVerdict(last: Told, now: Told): Verdict {
  const detail = { restored: { since: last.place } }
  const restored: Finding = { kind: 'restored', rule: 'review', before: null, after: null, detail }
  return verdictOf([restored, ...kindsOf(comparisonOfBoth(last, now))], last.sentence.text, now.sentence.text)
}

/** The step with the claim `high` as `low`: where that stands it is not gone, and gone once at most. */
function asOne(step: Step, low: number, high: number): Step {
  const made = renumbered(step, (number) => (number === high ? low : number), step.state.numbers)
  const mine = made.state.gone.filter((g) => g.number === low)
  const last = claimIn(made, low) ? undefined : mine.reduce((p, q) => (q.since > p.since ? q : p), mine[0] as (typeof mine)[0])
  const gone = made.state.gone
    .filter((g) => g.number !== low || g === last)
    .map((g) => (g.successor === g.number ? { ...g, successor: null } : g))
  return { ...made, state: { ...made.state, gone } }
}
