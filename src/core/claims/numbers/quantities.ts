/** Amounts in a content: value, unit, and comparator. */
import type { Comparator, Quantity } from '../../article.ts'
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, NUMBER_WORDS, SCALES, VAGUE_PLURALS } from '../../lexicon/numbers.ts'
import { ORDINALS } from '../../lexicon/ordinals.ts'
import { CURRENCY_PREFIXES } from '../../lexicon/units.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range, Token } from '../syntax/token.ts'
import { type CountNoun, countNounAfter } from './count-nouns.ts'
import { fractionAt } from './fraction.ts'
import { nameNumberAt } from './name-number.ts'
import { pairInWord, rangeSide } from './number-pairs.ts'
import { type Numeral, numeralAt } from './numerals.ts'
import { rankAt } from './rank.ts'

type Tokens = readonly Token[]

/** Returns the amounts in a content, in order, without dates. */
export function quantitiesIn(
  { tokens, headline }: ParsedSentence,
  content: readonly Range[],
  dates: readonly Range[],
): Quantity[] {
  const found: Quantity[] = []
  let date = 0
  for (const [from, to] of content) {
    for (let at = from; at < to; at++) {
      while (date < dates.length && (dates[date]?.[1] ?? 0) <= at) date++
      if ((dates[date]?.[0] ?? to) <= at) continue
      if (!opensAmount(tokens[at])) continue
      const read = readAt(tokens, at, from, to, headline)
      if (!read) continue
      found.push(...read.quantities)
      at = read.to - 1
    }
  }
  return found
}

const SOME = new Set(['several', 'few', 'many'])

/** The words that an amount may begin with. */
const OPENING: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS.keys(),
  ...SCALES.keys(),
  ...VAGUE_PLURALS,
  ...ORDINALS.keys(),
  ...SOME,
  ...'a an half'.split(' '),
])

const opensAmount = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'number' || OPENING.has(token.lower) || token.lower.includes('-'))

/** Returns the amounts that begin at a token, and the token after them, by the first form that matches. */
function readAt(
  tokens: Tokens,
  at: number,
  floor: number,
  end: number,
  headline: boolean,
): { readonly quantities: readonly Quantity[]; readonly to: number } | null {
  const named = nameNumberAt(tokens, at, headline)
  if (named > 0) return { quantities: [], to: Math.min(at + named, end) }
  const pair = pairInWord(tokens, at, end)
  if (pair) return pair
  const rank = rankAt(tokens, at)
  if (rank) return { quantities: [quantityOf(tokens, at, rank, floor, end)], to: rank.to }
  const numeral = fractionAt(tokens, at, end) ?? vagueAt(tokens, at, end) ?? numeralAt(tokens, at, end)
  return numeral && { quantities: [quantityOf(tokens, at, numeral, floor, end)], to: numeral.to }
}

/** "hundreds of boats", "tens of thousands", "several hundred" have no value. */
function vagueAt(tokens: Tokens, at: number, end: number): Numeral | null {
  let to = at
  if (SOME.has(tokens[at]?.lower ?? '')) {
    const next = tokens[at + 1]?.lower ?? ''
    return /^(?:dozen|hundred|thousand|million|billion)$/.test(next) && at + 1 < end
      ? { value: null, to: at + 2, unit: null }
      : null
  }
  while (to < end && VAGUE_PLURALS.has(tokens[to]?.lower ?? '')) {
    to++
    if (tokens[to]?.lower === 'of' && VAGUE_PLURALS.has(tokens[to + 1]?.lower ?? '')) to++
  }
  return to === at || tokens[to]?.lower !== 'of' ? null : { value: null, to, unit: null }
}

function quantityOf(tokens: Tokens, at: number, { value, to, unit }: Numeral, floor: number, end: number): Quantity {
  const opens = opening(tokens, at, floor)
  const before = comparatorBefore(tokens, opens.at, floor)
  const after = COMPARATORS_AFTER.find(([words]) => words.every((word, i) => tokens[to + i]?.lower === word))
  const next = to + (after ? after[0].length : 0)
  const counted = unit ? null : countNounAfter(tokens, next, end)
  const measured = opens.unit ?? unit ?? counted?.unit ?? sharedUnit(tokens, to, end) ?? ageUnit(tokens, at, to)
  const last = counted?.measure ? counted.at : to - 1
  const comparator = rangeSide(tokens, at, to, value) ?? before?.comparator ?? after?.[1] ?? plus(tokens[at])
  return {
    start: tokens[before?.at ?? opens.at]?.start ?? 0,
    end: tokens[Math.min(last, end - 1)]?.end ?? 0,
    value: value !== null && opens.negative ? -value : value,
    unit: measured,
    comparator: comparator ?? (value === null ? '~' : '='),
  }
}

/** "40-plus" is a lower limit. */
const plus = (token: Token | undefined): Comparator | null => (/-plus$/.test(token?.lower ?? '') ? '>=' : null)

/** The sign or the letters of a currency before a number: "-5", "minus 5", "A$40", "Rs 40". */
function opening(
  tokens: Tokens,
  at: number,
  floor: number,
): { readonly at: number; readonly unit: string | null; readonly negative: boolean } {
  const [token, before] = [tokens[at], tokens[at - 1]]
  const plain = { at, unit: null, negative: false }
  if (!token || !before || at - 1 < floor || token.tag !== 'number') return plain
  const adjacent = before.end === token.start
  const currency = CURRENCY_PREFIXES.get(adjacent ? before.text + (/^[$]/.exec(token.text)?.[0] ?? '') : before.text)
  if (currency) return { at: at - 1, unit: currency, negative: false }
  const bare = tokens[at - 2] === undefined || (tokens[at - 2]?.end ?? 0) < before.start
  const negative = (/^[-−]$/.test(before.text) && adjacent && bare) || before.lower === 'minus'
  return negative ? { at: at - 1, unit: null, negative } : plain
}

function comparatorBefore(tokens: Tokens, at: number, floor: number): { comparator: Comparator; at: number } | null {
  for (const [words, comparator] of COMPARATORS_BEFORE) {
    const start = at - words.length
    if (start >= floor && words.every((word, i) => tokens[start + i]?.lower === word)) return { comparator, at: start }
  }
  return null
}

/** "between 40 and 50 homes": the first amount has the unit of the second. */
function sharedUnit(tokens: Tokens, to: number, end: number): string | null {
  if (!/^(?:to|and|or|–|—|-)$/.test(tokens[to]?.lower ?? '')) return null
  const next = numeralAt(tokens, to + 1, end)
  const counted: CountNoun | null = next && countNounAfter(tokens, next.to, end)
  return next?.unit ?? counted?.unit ?? null
}

/** "Lee, 43," and "aged 43", "at the age of 43". */
function ageUnit(tokens: Tokens, at: number, to: number): string | null {
  if (tokens[at - 1]?.lower === 'aged') return 'years'
  if (tokens[at - 1]?.lower === 'of' && tokens[at - 2]?.lower === 'age') return 'years'
  const between =
    tokens[at - 1]?.text === ',' && tokens[at - 2]?.tag === 'name' && (tokens[to]?.text === ',' || tokens[to]?.text === '.')
  return between ? 'years' : null
}
