/** Witnesses and what they testify together: a logistic regression, told as what speaks for something and what against. */

export interface Feature<Found> {
  readonly name: string
  /** Log odds (negative: against) that a testimony of 1 adds. */
  readonly weight: number
  /** 0..1: how far it holds. */
  readonly value: (found: Found) => number
}

export const feature = <Found>(name: string, weight: number, value: (found: Found) => number | boolean): Feature<Found> => ({
  name,
  weight,
  value: (found) => Number(value(found)),
})

/** What each witness adds to the log odds, in their order. */
export const contributions = <Found>(
  features: readonly Feature<Found>[],
  found: Found,
): { readonly name: string; readonly odds: number }[] =>
  features.map(({ name, weight, value }) => ({ name, odds: weight * value(found) }))
