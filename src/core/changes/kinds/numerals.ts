/** Number words that extraction does not count: ranks, fractions, multiples, vague plurals. */

const ORDINAL_WORDS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'

/** "third" → 3; "second" is also a unit of time, so it counts before a noun only (left to the reader). */
export const ORDINALS: ReadonlyMap<string, number> = new Map(ORDINAL_WORDS.split(' ').map((word, n) => [word, n] as const))

/** "a quarter", "two thirds": into how many parts. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ORDINALS].flatMap(([word, n]): [string, number][] =>
    n < 3
      ? []
      : [
          [word, n],
          [`${word}s`, n],
        ],
  ),
])

/** "doubled" → 2 times. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...['double', 'doubles', 'doubled', 'twofold'].map((word): [string, number] => [word, 2]),
  ...['triple', 'triples', 'tripled', 'trebled', 'threefold'].map((word): [string, number] => [word, 3]),
  ...['quadruple', 'quadruples', 'quadrupled', 'fourfold'].map((word): [string, number] => [word, 4]),
])

/** "hundreds of": no count, but another one than "dozens". */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
])
