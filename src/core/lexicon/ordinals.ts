/** Ordinal words, and the numbers of parts in fractions. */

/** "third" → 3 */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, n) => [word, n] as const),
)

/** The number of parts: "a quarter", "two thirds". */
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
