/** Numbers written as words, and the letters that scale a figure. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

/** "fourteen" → 14 */
export const SMALL_NUMERALS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, n) => [word, n] as const),
  ...TENS.split(' ').map((word, n) => [word, 10 * (n + 2)] as const),
  ['dozen', 12],
])

/** "two thousand", "4m", "1.2bn" */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

const ORDINAL_WORDS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'

/** "third" → 3; "second" is also a unit of time, so it counts before a noun only (left to the reader). */
export const ORDINALS: ReadonlyMap<string, number> = new Map(ORDINAL_WORDS.split(' ').map((word, n) => [word, n] as const))

/** What makes a figure approximate or a bound; the words stand right before it. */
export const COMPARATORS: readonly (readonly [phrase: string, comparator: '<' | '<=' | '>' | '>=' | '~'])[] = [
  ['more than', '>'],
  ['over', '>'],
  ['above', '>'],
  ['upwards of', '>'],
  ['exceeding', '>'],
  ['at least', '>='],
  ['no fewer than', '>='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['less than', '<'],
  ['fewer than', '<'],
  ['under', '<'],
  ['below', '<'],
  ['up to', '<='],
  ['at most', '<='],
  ['as many as', '<='],
  ['as much as', '<='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['nearly', '~'],
  ['almost', '~'],
  ['about', '~'],
  ['around', '~'],
  ['some', '~'],
  ['roughly', '~'],
  ['approximately', '~'],
  ['an estimated', '~'],
  ['estimated', '~'],
  ['close to', '~'],
  ['just over', '>'],
  ['just under', '<'],
]
