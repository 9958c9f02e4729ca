/** Number words, scales, and the comparators before and after an amount. */
import type { Comparator } from '../article.ts'

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i): [string, number] => [word, 20 + 10 * i]),
])

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
])

/** "fivefold" → 5 */
export const FOLDS: ReadonlyMap<string, number> = new Map(
  [...NUMBER_WORDS, ['hundred', 100] as const, ['thousand', 1000] as const].map(([word, value]) => [`${word}fold`, value]),
)

/** Words joined to a number that count nothing, and how they compare it: "forty-odd", "40-plus", "40-strong". */
export const NUMBER_TAILS: ReadonlyMap<string, Comparator> = new Map([
  ['odd', '~'],
  ['ish', '~'],
  ['plus', '>='],
  ['strong', '='],
])

/** Words joined to a number that make a description of it, no count: "one-off", "two-way". */
export const DESCRIPTIONS: ReadonlySet<string> = new Set(
  'off way ways on in to up by all and for dimensional handed piece something nil love'.split(' '),
)

/** Phrases before an amount, in words; the longest first. */
export const COMPARATORS_BEFORE: readonly (readonly [readonly string[], Comparator])[] = (
  [
    ['more than', '>'],
    ['greater than', '>'],
    ['higher than', '>'],
    ['upward of', '>'],
    ['upwards of', '>'],
    ['in excess of', '>'],
    ['over', '>'],
    ['above', '>'],
    ['exceeding', '>'],
    ['no fewer than', '>='],
    ['no less than', '>='],
    ['not less than', '>='],
    ['at least', '>='],
    ['a minimum of', '>='],
    ['fewer than', '<'],
    ['less than', '<'],
    ['lower than', '<'],
    ['under', '<'],
    ['below', '<'],
    ['nearly', '<'],
    ['almost', '<'],
    ['close to', '~'],
    ['just over', '>'],
    ['just under', '<'],
    ['no more than', '<='],
    ['not more than', '<='],
    ['at most', '<='],
    ['up to', '<='],
    ['as many as', '<='],
    ['as much as', '<='],
    ['a maximum of', '<='],
    ['about', '~'],
    ['around', '~'],
    ['roughly', '~'],
    ['exactly', '='],
    ['precisely', '='],
    ['a little more than', '>'],
    ['slightly more than', '>'],
    ['slightly less than', '<'],
    ['a little less than', '<'],
    ['somewhere around', '~'],
    ['approximately', '~'],
    ['some', '~'],
    ['an estimated', '~'],
    ['estimated', '~'],
    ['circa', '~'],
  ] as const satisfies readonly (readonly [string, Comparator])[]
)
  .map(([phrase, comparator]): [string[], Comparator] => [phrase.split(' '), comparator])
  .sort((a, b) => b[0].length - a[0].length)

/** Phrases after an amount: "40 or more". */
export const COMPARATORS_AFTER: readonly (readonly [readonly string[], Comparator])[] = [
  [['or', 'more'], '>='],
  [['or', 'above'], '>='],
  [['+'], '>='],
  [['or', 'so'], '~'],
  [['or', 'fewer'], '<='],
  [['or', 'less'], '<='],
]

/** Plurals without an exact value: "hundreds of", "tens of thousands of". */
export const VAGUE_PLURALS: ReadonlySet<string> = new Set(
  'tens dozens scores hundreds thousands lakhs crores millions billions trillions'.split(' '),
)
