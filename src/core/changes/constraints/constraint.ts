/** What people decided of how claims hang together: each decision relates two occurrences of claims. */
import type { NumberedClaim, Step } from '../change.ts'

/** A claim in one version. Its claim is whichever tracking finds there, so that it outlives every recomputation. */
export interface Occurrence {
  /** The version's place in order, from 1. */
  readonly place: number
  /** Index into the version's sentences. */
  readonly sentence: number
  /** Place among the sentence's statements. */
  readonly index: number
}

/**
 * - `same`: the two are one claim.
 * - `apart`: the claim of `earlier` ends where the wording of `later` begins, which is another claim's.
 * - `superseded`: the claim of `later` took the place of that of `earlier`.
 * - `unrelated`: it did not, whatever the machine tells.
 */
export interface Constraint {
  /** The review that says so. */
  readonly review: number
  readonly kind: 'same' | 'apart' | 'superseded' | 'unrelated'
  readonly earlier: Occurrence
  readonly later: Occurrence
}

/**
 * What a constraint does to versions after those that were tracked under it: `same` makes the claims `a` and `b` one; the others wait
 * for `a` to end, or to be superseded by `b`. A constraint that does nothing any more has no effect.
 */
export interface Effect {
  readonly review: number
  readonly kind: 'same' | 'superseded' | 'unrelated'
  readonly a: number
  readonly b: number
}

/** The claim that a step has at an occurrence's place in the text, if it has one there. */
export function claimAt(step: Step | undefined, { sentence, index }: Occurrence): NumberedClaim | undefined {
  return step?.state.latest.claims.find((claim) => claim.sentence === sentence && claim.index === index)
}

/** The claim with a number, if the step's version has it. */
export function claimIn(step: Step | undefined, number: number): NumberedClaim | undefined {
  return step?.state.latest.claims.find((claim) => claim.number === number)
}
