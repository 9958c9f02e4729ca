/** One amount as written: its sign or currency, its number, and the unit that it is of. */
import type { Comparator, Quantity } from '../../article.ts'
import { COMPARATORS_AFTER, VAGUE_PLURALS } from '../../lexicon/numbers.ts'
import { CURRENCY_PREFIXES } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { countNounAfter } from './count-nouns.ts'
import { fractionAt } from './fraction.ts'
import { type Numeral, numeralAt } from './numerals.ts'

type Tokens = readonly Token[]

export interface Amount {
  /** The first token, a currency or sign before the number among it. */
  readonly from: number
  /** Past the number. */
  readonly to: number
  /** Past the number and the unit that belongs to it. */
  readonly end: number
  /** Past the noun or measure that follows; `end` where none does. */
  readonly past: number
  readonly value: number | null
  readonly unit: string | null
  readonly measured: boolean
  readonly scale: number
  /** The comparison by a word behind the number: "40 or more". */
  readonly comparator: Comparator | null
}

/** The amount whose number begins at a token, not before `floor`; null if none does. */
export function amountAt(tokens: Tokens, at: number, floor: number, end: number): Amount | null {
  const numeral = fractionAt(tokens, at, end) ?? vagueAt(tokens, at, end) ?? numeralAt(tokens, at, end)
  return numeral && amountOf(tokens, at, numeral, floor, end)
}

/** A number that is read already, with what stands around it. */
export function amountOf(tokens: Tokens, at: number, numeral: Numeral, floor: number, end: number): Amount {
  const { value, to, scale = 1 } = numeral
  const opens = opening(tokens, at, floor)
  const after = COMPARATORS_AFTER.find(([words]) => words.every((word, i) => lower(tokens, to + i) === word))
  const next = to + (after ? after[0].length : 0)
  const counted = numeral.unit ? null : countNounAfter(tokens, next, end)
  // "2.5m pounds": no weight is so great.
  const pounds = counted?.unit === 'pounds' && scale >= 1e6 ? 'GBP' : counted?.unit
  const unit = opens.unit ?? numeral.unit ?? pounds ?? ageUnit(tokens, at, to)
  const own = counted?.measure ? counted.at + 1 : to
  return {
    from: opens.at,
    to,
    end: Math.min(own, end),
    past: counted ? counted.at + 1 : next,
    value: value !== null && opens.negative ? -value : value,
    unit,
    measured: unit !== null && (counted === null || counted.measure),
    scale,
    comparator: after?.[1] ?? numeral.comparator ?? null,
  }
}

const SOME = new Set(['several', 'few', 'many'])

/** "hundreds of boats", "tens of thousands", "several hundred": they give no value. */
function vagueAt(tokens: Tokens, at: number, end: number): Numeral | null {
  if (SOME.has(lower(tokens, at))) {
    return /^(?:dozen|hundred|thousand|million|billion)$/.test(lower(tokens, at + 1)) && at + 1 < end
      ? { value: null, to: at + 2, unit: null }
      : null
  }
  let to = at
  while (to < end && VAGUE_PLURALS.has(lower(tokens, to))) {
    to++
    if (lower(tokens, to) === 'of' && VAGUE_PLURALS.has(lower(tokens, to + 1))) to++
  }
  return to === at || lower(tokens, to) !== 'of' ? null : { value: null, to, unit: null }
}

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

/** "Lee, 43," and "aged 43", "at the age of 43". */
function ageUnit(tokens: Tokens, at: number, to: number): string | null {
  if (lower(tokens, at - 1) === 'aged') return 'years'
  // "dies at 88", "She was 88."
  const before = lower(tokens, at - 1)
  if (before === 'at' && /^(?:die|dies|died|dead)$/.test(lower(tokens, at - 2))) return 'years'
  const person = /^(?:he|she)$/.test(lower(tokens, at - 2)) && /^(?:is|was)$/.test(before)
  if (person && (tokens[to] === undefined || /^[.,;]$/.test(lower(tokens, to)))) return 'years'
  if (lower(tokens, at - 1) === 'of' && lower(tokens, at - 2) === 'age') return 'years'
  const between = lower(tokens, at - 1) === ',' && tag(tokens, at - 2) === 'name' && /^[,.]$/.test(lower(tokens, to))
  return between ? 'years' : null
}

/** An amount in the article's characters. */
export function quantityOf(
  tokens: Tokens,
  { from, end, value, unit }: Amount,
  comparator: Comparator | null,
  start = from,
): Quantity {
  return {
    start: tokens[start]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    value,
    unit,
    comparator: comparator ?? (value === null ? '~' : '='),
  }
}
