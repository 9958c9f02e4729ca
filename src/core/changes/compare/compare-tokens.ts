/** A sentence as tokens: words, numbers and meaningful marks, each with its position inside or outside of quotation marks. */

import { asMeant, hasArtefact } from '../../text/artefacts.ts'
import { memoize } from '../../text/memoize.ts'
import { quotationsIn } from '../../text/quotations.ts'

/** Abbreviations ("a.m."), words with inner apostrophes, numbers with their sign and letters ("-0.3", "1.2bn", "4th"), single
 * marks. */
const TOKEN =
  /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|(?:(?<![\p{L}\p{N}])[-−+])?\p{N}+(?:(?:,(?=\p{N}{2,3}(?!\p{N}))|[.:])\p{N}+)*\p{L}*|[^\s]/gu

export interface Token {
  /** Lower case, straight apostrophes, no points of abbreviation. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly type: 'word' | 'number' | 'mark'
  /** Inside quotation marks. */
  readonly quoted: boolean
}

/** All tokens of a text, in order. Currency signs and "%" count as words: they tell what a number is of. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const quotations = quotationsIn(text)
  let next = 0
  let end = 0
  for (const found of text.match(TOKEN) ?? []) {
    // Only white space stands between two tokens.
    let start = end
    while (text.charCodeAt(start) !== found.charCodeAt(0)) start++
    end = start + found.length
    while (next < quotations.length && (quotations[next]?.[1] ?? 0) <= start) next++
    const quoted = start >= (quotations[next]?.[0] ?? text.length)
    const { key, type } = read(found)
    tokens.push({ key, start, end, type, quoted })
  }
  return tokens
}

const read = memoize((found): Pick<Token, 'key' | 'type'> => {
  const key = found
    .toLowerCase()
    .replaceAll('’', "'")
    .replace('−', '-')
    .replace(/\.(?!\d)/g, '')
  const type = /^[-−+]?\p{N}/u.test(found) ? 'number' : /^\p{L}|^[\p{Sc}%]/u.test(found) ? 'word' : 'mark'
  return { key, type }
})

/** Returns the tokens that carry meaning: all except marks. */
export const wordsOnly = (tokens: readonly Token[]): Token[] => tokens.filter((t) => t.type !== 'mark')

/**
 * Letters and digits; marks between digits that make one number, a range, a fraction or a score; a sign before a number;
 * comparison signs; the sign after a grade ("A+").
 */
const MEANING =
  /[\p{L}\p{M}\p{N}\p{Sc}%]+|(?<=\p{N})[.:,/-](?=\p{N})|(?<![\p{L}\p{N}])[-+](?=\p{Sc}?\p{N})|[<>≤≥~≈±=]|(?<=(?<!\p{L})\p{L}{1,3})[-+](?![\p{L}\p{N}])/gu

/**
 * Returns the text without its typography: equal for two wordings that differ in case, spaces, quotation marks, commas and
 * hyphens only.
 */
function meaningKey(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[−–‐‑]/g, '-')
  return (plain.match(MEANING) ?? []).join('')
}

/** Returns true if two texts say the same except for typography, or what scraping made of it. */
export const meanSame = (a: string, b: string): boolean =>
  (letterByLetter(a, b) && meaningKey(a) === meaningKey(b)) ||
  (hasArtefact(a) !== hasArtefact(b) && meaningKey(asMeant(a)) === meaningKey(asMeant(b)))

/**
 * Returns true if two texts have the same letters from a to z in the same order. Most texts that differ do so near their
 * beginning.
 */
function letterByLetter(a: string, b: string): boolean {
  for (let i = 0, j = 0; ; i++, j++) {
    let [x, y] = [letterAt(a, i), letterAt(b, j)]
    while (x === 0) x = letterAt(a, ++i)
    while (y === 0) y = letterAt(b, ++j)
    // Some letters of other scripts have one of these letters as their lower case.
    if (x === OTHER || y === OTHER) return true
    if (x !== y) return false
    if (x === END) return true
  }
}

const END = -1
const OTHER = -2

/** The code of the small letter at an offset; 0 for a digit or a mark. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return END
  const code = text.charCodeAt(at)
  if (code >= 97 && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  return code === 0x130 || code === 0x212a ? OTHER : 0
}
