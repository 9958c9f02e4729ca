import { expect, it } from 'vitest'
import { changeLines } from '../../../src/cli/output/change-lines.ts'

it.each([
  [{ from: 60, to: 90, unit: 'minutes' }, '60 → 90 minutes'],
  [{ from: null, to: 4, unit: null }, '? → 4'],
  [{ from: 3, to: 3, unit: null, from_unit: 'USD', to_unit: 'EUR' }, '3 USD → 3 EUR'],
])('prints the amounts %j as %s', (amount, text) => {
  const change = {
    kinds: ['number_changed' as const],
    detail: { number_changed: [amount] },
    acknowledged: false,
    before: [],
    after: [],
    retracts: null,
  }
  expect(changeLines(change, (_, plain) => plain)).toEqual([`number_changed (${text})`])
})
