import { expect, it } from 'vitest'
import { changeLines } from '../../../src/cli/output/change-lines.ts'

it.each([
  [{ from: 60, to: 90, unit: 'minutes' }, '60 → 90 minutes'],
  [{ from: null, to: 4, unit: null }, '? → 4'],
  [{ from: 3, to: 3, unit: null, from_unit: 'USD', to_unit: 'EUR' }, '3 USD → 3 EUR'],
])('tells the amounts %j as %s', (amount, told) => {
  const change = {
    kinds: ['number_changed'] as const,
    detail: { number_changed: [amount] },
    acknowledged: false,
    before: [],
    after: [],
    article: 'ferry',
    from: { number: 1 },
    to: { number: 2 },
  }
  expect(changeLines(change, (_, text) => text)).toEqual([`number_changed (${told})`])
})
