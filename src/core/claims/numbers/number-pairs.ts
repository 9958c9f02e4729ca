/** Pairs of numbers: a range ("12-15 boats", "between 12 and 15") or a score ("51-49"). */
import type { Comparator, Quantity } from '../../article.ts'
import { SCALES } from '../../lexicon/numbers.ts'
import { CURRENCY_SIGNS } from '../../lexicon/units.ts'
import type { Token } from '../syntax/token.ts'
import { countNounAfter } from './count-nouns.ts'
import { digitsValue, numeralAt, rounded } from './numerals.ts'

type Tokens = readonly Token[]

const PAIR = /^([$€£¥]?)(\d[\d,.]*)-(\d[\d,.]*)(%|k|m|mn|bn|tn)?$/

/** Returns the two amounts of "12-15", "$10-12 million", "51-49", written as one word; null for any other word. */
export function pairInWord(
  tokens: Tokens,
  at: number,
  end: number,
): { readonly quantities: readonly Quantity[]; readonly to: number } | null {
  const token = tokens[at]
  const found = token?.lower.includes('-') && PAIR.exec(token.lower)
  if (!token || !found) return null
  const [, sign = '', left = '', right = '', ending = ''] = found
  const [low, high] = [digitsValue(left), digitsValue(right)]
  const scale =
    SCALES.get(ending) ??
    ((tokens[at + 1]?.lower.length ?? 0) > 1 && at + 1 < end ? SCALES.get(tokens[at + 1]?.lower ?? '') : undefined)
  const next = scale !== undefined && !SCALES.has(ending) ? at + 2 : at + 1
  const counted = countNounAfter(tokens, next, end)
  const unit = CURRENCY_SIGNS.get(sign) ?? (ending === '%' ? 'percent' : (counted?.unit ?? null))
  const range = low < high && (unit !== null || scale !== undefined)
  const middle = token.start + sign.length + left.length
  const part = (start: number, stop: number, value: number, comparator: Comparator): Quantity => ({
    start,
    end: stop,
    value: rounded(value * (range ? (scale ?? 1) : 1)),
    unit: range ? unit : 'score',
    comparator: range ? comparator : '=',
  })
  const last = counted?.measure ? counted.at : next - 1
  const stop = range ? (tokens[Math.min(last, end - 1)]?.end ?? token.end) : token.end
  return {
    quantities: [part(token.start, middle, low, '>='), part(middle + 1, stop, high, '<=')],
    to: range ? next : at + 1,
  }
}

/** "40 to 50", "between 40 and 50", "40 – 50": at least the first, at most the second; null if they descend ("51 to 49"). */
export function rangeSide(tokens: Tokens, at: number, to: number, value: number | null): Comparator | null {
  const lower = (i: number) => tokens[i]?.lower ?? ''
  const joins = (i: number) => /^(?:to|and|–|—|-)$/.test(lower(i))
  if (joins(to) && (lower(to) !== 'and' || lower(at - 1) === 'between') && tokens[to + 1]?.tag === 'number') {
    if (lower(to) === 'to' && lower(at - 1) === 'from') return null
    return falls(value, numeralAt(tokens, to + 1, to + 4)?.value) ? null : '>='
  }
  if (joins(at - 1) && tokens[at - 2]?.tag === 'number') {
    if (lower(at - 1) === 'and')
      return tokens.slice(Math.max(0, at - 5), at - 2).some((token) => token.lower === 'between') ? '<=' : null
    if (lower(at - 3) === 'from') return null
    return falls(numeralAt(tokens, at - 2, at - 1)?.value, value) ? null : '<='
  }
  return null
}

const falls = (first: number | null | undefined, second: number | null | undefined): boolean =>
  typeof first === 'number' && typeof second === 'number' && first >= second
