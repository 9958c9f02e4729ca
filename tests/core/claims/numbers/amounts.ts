/** The amounts of a sentence in words, for tables of tests. */
import { statementsOf } from '../../../../src/core/claims/statements.ts'

export const amounts = (text: string): string[] =>
  statementsOf(text, false).flatMap(({ quantities }) =>
    quantities.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`),
  )
