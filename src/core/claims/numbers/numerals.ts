/** Numbers in their written forms, in digits and in words. */

import { NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { CURRENCY_SIGNS, MEASURES } from '../../lexicon/units.ts'
import type { Token } from '../syntax/token.ts'
import { isPlural } from './count-nouns.ts'

/** A number as written: "$1.2bn", "twenty-one", "3.5%", "40 million", "30-day". */
export interface Numeral {
  readonly value: number | null
  readonly to: number
  /** The unit by a sign or an ending of the number itself. */
  readonly unit: string | null
}

const DIGITS = /^([$€£¥]?)(\p{N}+(?:[.,]\p{N}+)*)(%|[\p{L}]+)?(?:-([\p{L}-]+))?$/u

/**
 * Returns the number that begins at a token; null if none does. Ordinals, "one of", "no one" and names such as "5G" are no
 * numbers.
 */
export function numeralAt(tokens: readonly Token[], at: number, end: number): Numeral | null {
  const token = tokens[at]
  if (!token) return null
  if (token.tag !== 'number' && !opensNumber(token.lower)) return null
  const digits = DIGITS.exec(token.lower)
  return digits ? digitNumeral(tokens, at, end, digits) : wordNumeral(tokens, at, end)
}

/** True for a word that may begin a number in words. */
function opensNumber(lower: string): boolean {
  return (
    NUMBER_WORDS.has(lower) || SCALES.has(lower) || lower === 'a' || lower === 'an' || lower === 'half' || lower.includes('-')
  )
}

/** Returns the scale of a separate word: "million", never "m". */
const scaleWord = (token: Token | undefined): number | undefined =>
  token !== undefined && token.lower.length > 1 ? SCALES.get(token.lower) : undefined

function digitNumeral(
  tokens: readonly Token[],
  at: number,
  end: number,
  [, sign = '', digits = '', ending, tail]: RegExpExecArray,
): Numeral | null {
  let value = digitsValue(digits)
  let unit = CURRENCY_SIGNS.get(sign) ?? null
  let to = at + 1
  if (ending === '%') unit = 'percent'
  else if (ending !== undefined) {
    const scale = SCALES.get(ending)
    if (scale !== undefined && (sign || !/^[mb]$/.test(ending) || countsThings(tokens, to, end))) value *= scale
    else if (ending === 'm') unit = 'm'
    else if (MEASURES.has(ending)) unit = MEASURES.get(ending) ?? unit
    else return null
  }
  if (tail !== undefined) {
    const [first = ''] = tail.split('-')
    const scale = SCALES.get(first)
    if (scale !== undefined) value *= scale
    else if (first !== 'plus') unit ??= MEASURES.get(first) ?? `${first}s`
  }
  // "18,000 1 200": digits in groups of three with spaces.
  while (
    to < end &&
    /^\d{3}$/.test(tokens[to]?.text ?? '') &&
    /^\d{1,3}$/.test(tokens[to - 1]?.text ?? '') &&
    ending === undefined
  ) {
    value = value * 1000 + Number(tokens[to]?.text)
    to++
  }
  if (isHalfMore(tokens, to, end)) {
    value += 0.5
    to += 3
  }
  for (let scale = scaleWord(tokens[to]); to < end && scale !== undefined; scale = scaleWord(tokens[to])) {
    value *= scale
    to++
  }
  return { value: Number.isFinite(value) ? rounded(value) : null, to, unit }
}

/** "3m customers" are three million; "3m high" is a length, "12b" a place. */
function countsThings(tokens: readonly Token[], at: number, end: number): boolean {
  if (at >= end || /^(?:high|tall|wide|deep|long|away|below|above)$/.test(tokens[at]?.lower ?? '')) return false
  return tokens[at]?.tag === 'noun' && (isPlural(tokens[at]?.lower ?? '') || isPlural(tokens[at + 1]?.lower ?? ''))
}

/** "1,200" and "1.2"; a comma before any other count than three digits is a decimal comma. */
export function digitsValue(digits: string): number {
  return Number(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}

/** "twelve", "twenty-one", "two hundred and ten thousand", "a dozen", "half a million", "two and a half million". */
function wordNumeral(tokens: readonly Token[], at: number, end: number): Numeral | null {
  let total = 0
  let current = 0
  let to = at
  let counted = false
  let unit: string | null = null
  const half =
    tokens[at]?.lower === 'half' && /^an?$/.test(tokens[at + 1]?.lower ?? '') && scaleWord(tokens[at + 2]) !== undefined
  if (half) to = at + 2
  else if (/^an?$/.test(tokens[at]?.lower ?? '') && scaleWord(tokens[at + 1]) !== undefined) to = at + 1
  for (; to < end; to++) {
    const lower = tokens[to]?.lower ?? ''
    const parts = lower.split('-')
    const value = numberWord(parts)
    const scale = scaleWord(tokens[to])
    if (value !== null) {
      if (counted && current % 10 !== 0 && current < 100) break
      current += value.value
      counted = true
      if (value.unit) {
        unit = value.unit
        to++
        break
      }
    } else if (scale !== undefined) {
      current = (current || 1) * scale
      counted = true
      if (scale >= 1000) {
        total += current
        current = 0
      }
    } else if (counted && isHalfMore(tokens, to, end)) {
      current += 0.5
      to += 2
    } else if (!(lower === 'and' && counted && current >= 100 && numberWord((tokens[to + 1]?.lower ?? '').split('-')) !== null))
      break
  }
  if (!counted) return null
  const only = to === at + 1 ? tokens[at]?.lower : null
  if (only === 'one' && !countsOne(tokens, at)) return null
  const value = (total + current) * (half ? 0.5 : 1)
  return { value: Number.isFinite(value) ? rounded(value) : null, to, unit }
}

/** "and a half" of "four and a half hours". */
function isHalfMore(tokens: readonly Token[], at: number, end: number): boolean {
  return (
    at + 2 < end &&
    tokens[at]?.lower === 'and' &&
    tokens[at + 1]?.lower === 'a' &&
    /^half(?:-|$)/.test(tokens[at + 2]?.lower ?? '')
  )
}

/** "twelve", "twenty-one", "two-day". */
function numberWord(parts: readonly string[]): { value: number; unit: string | null } | null {
  const [first = '', second] = parts
  const value = NUMBER_WORDS.get(first)
  if (value === undefined) return null
  if (second === undefined) return { value, unit: null }
  const ones = NUMBER_WORDS.get(second)
  if (ones !== undefined && value >= 20 && ones < 10)
    return { value: value + ones, unit: parts[2] ? (MEASURES.get(parts[2]) ?? `${parts[2]}s`) : null }
  const scale = SCALES.get(second)
  if (scale !== undefined) return { value: value * scale, unit: parts[2] ? (MEASURES.get(parts[2]) ?? `${parts[2]}s`) : null }
  return { value, unit: MEASURES.get(second) ?? `${second}s` }
}

/** "one soldier" counts; "one of them", "no one", "one another" do not. */
function countsOne(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    next?.tag === 'noun' &&
    next.lower !== 'another' &&
    !/^(?:no|the|this|that|any|every|each|which)$/.test(tokens[at - 1]?.lower ?? '')
  )
}

/** Rounds off the errors of binary fractions. */
export const rounded = (value: number): number => Number(value.toPrecision(12))
