/** Witnesses and what they testify together: a logistic regression, told as what speaks for something and what against. */

export interface Feature<Found> {
  readonly name: string
  /** Log odds (negative: against) that a testimony of 1 adds. */
  readonly weight: number
  /** 0..1: how far it holds. */
  readonly holds: (found: Found) => number
}

export const feature = <Found>(name: string, weight: number, holds: (found: Found) => number | boolean): Feature<Found> => ({
  name,
  weight,
  holds: (found) => Number(holds(found)),
})

/** What each witness adds to the log odds, in their order. */
export const contributions = <Found>(
  witnesses: readonly Feature<Found>[],
  found: Found,
): { readonly name: string; readonly odds: number }[] =>
  witnesses.map(({ name, weight, holds }) => ({ name, odds: weight * holds(found) }))
