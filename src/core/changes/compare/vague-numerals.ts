/** Number words without a value in extraction: multiples and vague plurals. */

/** "doubled" → 2 times. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...['double', 'doubles', 'doubled', 'twofold', 'twice'].map((word): [string, number] => [word, 2]),
  ...['triple', 'triples', 'tripled', 'trebled', 'threefold', 'thrice'].map((word): [string, number] => [word, 3]),
  ...['quadruple', 'quadruples', 'quadrupled', 'fourfold'].map((word): [string, number] => [word, 4]),
])

/** "hundreds of" is no exact count, but differs from "dozens". */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
])

/** "tens of" before a larger scale: "tens of thousands". */
export const TENS: ReadonlyMap<string, number> = new Map([['tens', 10], ...VAGUE])
