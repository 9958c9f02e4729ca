/** Amounts in words: the article’s own, or the value with thousands, a sign or a unit. */
import { expect, test } from 'vitest'
import { amountPairs, amountText } from '../../../src/http/words/amounts.ts'

test.each<[string, number | null, string | null, string | null]>([
  ['$3.5 million', 3_500_000, 'USD', '$3.5 million'],
  ['$3.5 million', 3_500_000, 'USD', null],
  ['€40', 40, 'EUR', '40'],
  ['12 SEK', 12, 'SEK', '12'],
  ['4,000 commuters', 4000, 'commuters', null],
  ['some 4,000 commuters', 4000, 'commuters', 'Some 4,000'],
  ['fourteen days', 14, 'days', 'Fourteen'],
  ['1.25 billion tons', 1_250_000_000, 'tons', null],
  ['1,234,567 people', 1_234_567, 'people', null],
  ['1,234.5678 km', 1234.5678, 'km', null],
  ['0.1234 km', 0.1234, 'km', null],
  ['40 percent', 40, 'percent', '40'],
  ['40%', 40, 'percent', '40%'],
  ['second', 2, 'rank', 'second'],
  ['2,012', 2012, null, null],
  ['no number', null, 'km', null],
])('%s', (text, value, unit, words) => expect(amountText(value, unit, words)).toBe(text))

const number_changed = [{ from: 4000, to: 5000, unit: 'jobs' }]
const found = (rule: string, before: string, after: string) => ({ kind: 'number_changed' as const, rule, before, after })

test('the words of the evidence are those of the amounts, where each has its own', () => {
  expect(amountPairs({ detail: { number_changed }, evidence: [found('value', 'four thousand', 'about 5,000')] })).toEqual([
    { before: 'four thousand jobs', after: 'about 5,000 jobs' },
  ])
  expect(
    amountPairs({
      detail: { number_changed },
      evidence: [found('value', 'four thousand', 'about 5,000'), found('value', 'two', 'three')],
    }),
  ).toEqual([{ before: '4,000 jobs', after: '5,000 jobs' }])
  expect(
    amountPairs({
      detail: { number_changed },
      evidence: [found('comparator', 'about 7', 'over 7'), found('value', '4000', 'fewer than 5,000')],
    }),
  ).toEqual([{ before: '4000 jobs', after: 'fewer than 5,000 jobs' }])
})
