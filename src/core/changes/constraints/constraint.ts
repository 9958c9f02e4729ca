/** Decisions of people about the relation of claims: each decision relates two occurrences of claims. */
import type { NumberedClaim, Step } from '../change.ts'

/**
 * A claim in one version, identified by its place. It refers to the claim that tracking finds there, so that it survives every
 * recomputation.
 */
export interface Occurrence {
  /** The version's position in order, from 1. */
  readonly place: number
  /** Index into the version's sentences. */
  readonly sentence: number
  /** Position among the sentence's statements. */
  readonly index: number
}

/**
 * - `same`: the two are one claim.
 * - `apart`: the claim of `earlier` ends where the wording of `later`, which belongs to another claim, begins.
 * - `superseded`: the claim of `later` replaced that of `earlier`.
 * - `unrelated`: it did not, though the engine found so.
 */
export interface Constraint {
  /** The review that decided it. */
  readonly review: number
  readonly kind: 'same' | 'apart' | 'superseded' | 'unrelated'
  readonly earlier: Occurrence
  readonly later: Occurrence
}

/**
 * The effect of a constraint on versions after those that were tracked under it: `same` merges the claims `a` and `b`; the other
 * kinds wait for `a` to end, or for `b` to supersede it. A constraint that can change nothing more has no effect.
 */
export interface Effect {
  readonly review: number
  readonly kind: 'same' | 'superseded' | 'unrelated'
  readonly a: number
  readonly b: number
}

/** Returns the claim that a step has at an occurrence's place in the text, if there is one. */
export function claimAt(step: Step | undefined, { sentence, index }: Occurrence): NumberedClaim | undefined {
  return step?.state.latest.claims.find((claim) => claim.sentence === sentence && claim.index === index)
}

/** Returns the claim with a number, if the step's version has it. */
export function claimIn(step: Step | undefined, number: number): NumberedClaim | undefined {
  return step?.state.latest.claims.find((claim) => claim.number === number)
}
