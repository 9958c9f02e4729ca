/** Features and their contributions to a logistic regression, so that the evidence for and against a decision is explicit. */

export interface Feature<Found> {
  readonly name: string
  /** Log odds (negative: against) that a value of 1 adds. */
  readonly weight: number
  /** 0..1: the degree to which it applies. */
  readonly value: (found: Found) => number
}

export const feature = <Found>(name: string, weight: number, value: (found: Found) => number | boolean): Feature<Found> => ({
  name,
  weight,
  value: (found) => Number(value(found)),
})

/** Returns the contribution of each feature to the log odds, in order. */
export const contributions = <Found>(
  features: readonly Feature<Found>[],
  found: Found,
): { readonly name: string; readonly odds: number }[] =>
  features.map(({ name, weight, value }) => ({ name, odds: weight * value(found) }))
