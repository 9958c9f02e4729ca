/** Tracking that ends a claim where a review separated it from a later one. */
import type { Analysis, Sentence } from '../../article.ts'
import { appearanceOf } from '../appearance.ts'
import type { GoneClaim, Step, Track, TrackState } from '../change.ts'
import { type Constraint, claimAt, claimIn } from './constraint.ts'
import { presenceChange, withChanges, withoutClaims } from './rewrite-step.ts'

/**
 * Wraps `step` for claims that reviews keep apart: where the wording of `later` begins on the trail of the claim of `earlier`,
 * that claim is withdrawn and another introduced. The following versions are compared with that state. The result is valid for
 * one run over all the versions.
 */
export function keepApart(step: Track, versions: readonly Analysis[], constraints: readonly Constraint[]): Track {
  const apart = constraints.filter((c) => c.kind === 'apart')
  const traced = new Map<Constraint, number>()
  return (state, next) => {
    let result = step(state, next)
    for (const constraint of apart) {
      const { earlier, later } = constraint
      const { place } = result.state
      if (place === earlier.place) {
        const claim = claimAt(result, earlier)
        if (claim) traced.set(constraint, claim.number)
      }
      const number = traced.get(constraint)
      if (!state || number === undefined || place <= earlier.place || place > later.place) continue
      const now = claimIn(result, number)
      const before = state.latest.claims.find((claim) => claim.number === number)
      const text = versions[later.place - 1]?.sentences[later.sentence]
      const hasWording = (claim: { sentence: number; index: number } | undefined, sentences: readonly Sentence[]) =>
        claim !== undefined && claim.index === later.index && sameText(sentences[claim.sentence], text)
      if (hasWording(now, next.sentences) && !hasWording(before, state.latest.sentences))
        result = severed(result, state, number, constraint.review)
    }
    return result
  }
}

const sameText = (a: Sentence | undefined, b: Sentence | undefined) =>
  a?.text === b?.text && (a?.zone === 'headline') === (b?.zone === 'headline')

/** Returns the step with a claim ended and a new claim, with the next number, in its place. */
function severed(step: Step, earlier: TrackState, number: number, review: number): Step {
  const fresh = step.state.numbers + 1
  const now = claimIn(step, number)
  const last = earlier.latest.claims.find((claim) => claim.number === number)
  if (!now) return step
  const rest = withoutClaims(step.changes, { before: number, after: number }, review)
  const begins = presenceChange('introduced', appearanceOf({ ...now, number: fresh }), review)
  const changes = last ? [...rest, presenceChange('withdrawn', appearanceOf(last), review), begins] : [...rest, begins]
  const claims = step.state.latest.claims.map((claim) => (claim === now ? { ...claim, number: fresh } : claim))
  const state = {
    ...step.state,
    numbers: fresh,
    latest: { ...step.state.latest, claims },
    gone: [...step.state.gone, ...goneOf(earlier, number)],
  }
  const kept = step.kept.filter((k) => k.before.claim !== number)
  return withChanges({ ...step, kept, state }, changes, earlier.latest)
}

function goneOf({ place, latest, gone }: TrackState, number: number): GoneClaim[] {
  const claim = latest.claims.find((c) => c.number === number)
  const sentence = claim && latest.sentences[claim.sentence]
  if (!claim || !sentence) return gone.filter((g) => g.number === number)
  const { number: _, ...found } = claim
  return [{ number, status: 'withdrawn', since: place, sentence, claim: found, successor: null, between: [null, null] }]
}
