/** Numbers as they are written, in digits and in words. */
import type { Comparator } from '../../article.ts'
import { DESCRIPTIONS, FOLDS, NUMBER_TAILS, NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { CURRENCY_SIGNS, MEASURES, unitOfEnding } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'
import { isPlural, plural } from './count-nouns.ts'

type Tokens = readonly Token[]

/** A number as written: "$1.2bn", "twenty-one", "3.5%", "40 million", "30-day". */
export interface Numeral {
  readonly value: number | null
  readonly to: number
  /** Given by a sign or an ending of the number itself. */
  readonly unit: string | null
  /** The comparison by a word joined to it: "40-plus". */
  readonly comparator?: Comparator | undefined
  /** The factor of the scale that it ends in: 1e6 of "40 million"; none where it has no scale. */
  readonly scale?: number | undefined
}

const DIGITS = /^([$€£¥]?)(\p{N}+(?:[.,]\p{N}+)*)(%|[\p{L}/]+[²³]?)?(?:-([\p{L}-]+))?$/u

/** The number that begins at a token; null if none does. Ordinals, "one of", "no one" and names such as "5G" are none. */
export function numeralAt(tokens: Tokens, at: number, end: number): Numeral | null {
  const token = tokens[at]
  if (!token || (token.tag !== 'number' && !opensNumber(token.lower))) return null
  const digits = DIGITS.exec(token.text)
  return digits ? digitNumeral(tokens, at, end, digits) : wordNumeral(tokens, at, end)
}

/** A word that a number in words may begin with. */
const opensNumber = (lower: string): boolean =>
  NUMBER_WORDS.has(lower) || SCALES.has(lower) || FOLDS.has(lower) || /^(?:an?|half)$|-/.test(lower)

/** The scale that a word of its own gives: "million", never "m". */
const scaleWord = (token: Token | undefined): number | undefined =>
  token !== undefined && token.lower.length > 1 ? SCALES.get(token.lower) : undefined

interface Ending {
  readonly unit: string | null
  readonly scale?: number
  readonly comparator?: Comparator
}

function digitNumeral(
  tokens: Tokens,
  at: number,
  end: number,
  [, sign = '', digits = '', letters, tail]: RegExpExecArray,
): Numeral | null {
  const ending = letters === undefined ? { unit: null } : endingOf(letters, sign, digits, countsThings(tokens, at + 1, end))
  const joined = tail === undefined ? { unit: null } : tailOf(tail)
  if (!ending || !joined) return null
  const grouped = letters === undefined ? groupsAfter(tokens, at, end) : { digits: '', to: at + 1 }
  const half = isHalfMore(tokens, grouped.to, end)
  let scale = (ending.scale ?? 1) * (joined.scale ?? 1)
  let to = grouped.to + (half ? 3 : 0)
  for (let next = scaleWord(tokens[to]); to < end && next !== undefined; next = scaleWord(tokens[to])) {
    scale *= next
    to++
  }
  const value = (digitsValue(digits + grouped.digits) + (half ? 0.5 : 0)) * scale
  return {
    value: Number.isFinite(value) ? rounded(value) : null,
    to,
    unit: CURRENCY_SIGNS.get(sign) ?? ending.unit ?? joined.unit,
    comparator: ending.comparator ?? joined.comparator,
    scale: scale === 1 ? undefined : scale,
  }
}

/** "%", "bn", "mg", "-fold": a scale or a unit; null where it makes a name ("5G"). "3m customers" are three million, "3m" a length. */
function endingOf(letters: string, sign: string, digits: string, counts: boolean): Ending | null {
  if (letters === '%') return { unit: 'percent' }
  const lower = letters.toLowerCase()
  const scale = sign !== '' && lower === 't' ? 1e12 : SCALES.get(lower)
  if (scale !== undefined && (sign !== '' || !/^[mb]$/.test(lower) || counts)) return { unit: null, scale }
  const comparator = NUMBER_TAILS.get(lower)
  if (comparator) return { unit: null, comparator }
  if (lower === 'fold') return { unit: 'times' }
  // "9.58s" are seconds, "40s" an age or a decade.
  if (lower === 's') return digits.includes('.') ? { unit: 'seconds' } : null
  const unit = unitOfEnding(letters === 'M' ? 'm' : letters)
  return unit === null ? null : { unit }
}

/** The word that a hyphen joins to a number: "day" of "30-day", "fold", "odd", "million"; null where it counts nothing ("two-way"). */
function tailOf(tail: string): Ending | null {
  const [first = '', second] = tail.toLowerCase().split('-')
  const scale = SCALES.get(first)
  if (scale !== undefined) return { unit: second === undefined ? null : unitOf(second), scale }
  const comparator = NUMBER_TAILS.get(first)
  if (comparator) return { unit: null, comparator }
  if (first === 'fold') return { unit: 'times' }
  return DESCRIPTIONS.has(first) || /..[^e]ed$/.test(first) ? null : { unit: unitOf(first) }
}

const unitOf = (noun: string): string => MEASURES.get(noun) ?? plural(noun)

/** "18 000 200": digits in groups of three with spaces. */
function groupsAfter(tokens: Tokens, at: number, end: number): { readonly digits: string; readonly to: number } {
  let [digits, to] = ['', at + 1]
  while (to < end && /^\d{3}$/.test(tokens[to]?.text ?? '') && /^\d{1,3}$/.test(tokens[to - 1]?.text ?? '')) {
    digits += tokens[to]?.text
    to++
  }
  return { digits, to }
}

/** "3m customers" are three million; "3m high" is a length, "12b" a place. */
function countsThings(tokens: Tokens, at: number, end: number): boolean {
  if (at >= end || /^(?:high|tall|wide|deep|long|away|below|above)$/.test(tokens[at]?.lower ?? '')) return false
  return tokens[at]?.tag === 'noun' && (isPlural(tokens[at]?.lower ?? '') || isPlural(tokens[at + 1]?.lower ?? ''))
}

const VULGAR = /[¼-¾⅐-⅞]/u

/** "1,200", "1.2" and "2½"; a comma before other than three digits is a decimal one. */
export function digitsValue(digits: string): number {
  const fraction = VULGAR.exec(digits)?.[0]
  if (fraction) {
    const [over = 0, under = 1] = fraction.normalize('NFKC').split('⁄').map(Number)
    return Number(digits.replace(fraction, '')) + over / under
  }
  return Number(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}

/** "twelve", "twenty-one", "two hundred and ten thousand", "a dozen", "half a million", "two and a half million", "fivefold". */
function wordNumeral(tokens: Tokens, at: number, end: number): Numeral | null {
  const fold = FOLDS.get(tokens[at]?.lower ?? '')
  if (fold !== undefined) return { value: fold, to: at + 1, unit: 'times' }
  const half = tokens[at]?.lower === 'half' && /^an?$/.test(tokens[at + 1]?.lower ?? '')
  const opening = half ? 2 : /^an?$/.test(tokens[at]?.lower ?? '') ? 1 : 0
  if (opening > 0 && scaleWord(tokens[at + opening]) === undefined) return null
  const sum = new Sum()
  let to = at + opening
  for (; to < end && !sum.closed; to++) {
    const lower = tokens[to]?.lower ?? ''
    const word = wordValue(lower)
    const scale = scaleWord(tokens[to])
    if (word) {
      if (!sum.add(word)) break
    } else if (scale !== undefined) sum.multiply(scale)
    else if (sum.counted && isHalfMore(tokens, to, end)) {
      sum.addHalf()
      to += 2
    } else if (!(lower === 'and' && sum.takesAnd && wordValue(tokens[to + 1]?.lower ?? ''))) break
  }
  if (!sum.counted || (to === at + 1 && tokens[at]?.lower === 'one' && !countsOne(tokens, at))) return null
  const value = sum.value * (half ? 0.5 : 1)
  return { value: Number.isFinite(value) ? rounded(value) : null, to, ...sum.ending }
}

/** A number in words as far as it is read. */
class Sum {
  counted = false
  /** A word ended it: "two-day". */
  closed = false
  ending: Ending = { unit: null }
  #total = 0
  #current = 0

  get value(): number {
    return this.#total + this.#current
  }

  /** "two hundred and ten" */
  get takesAnd(): boolean {
    return this.counted && this.#current >= 100
  }

  /** True if the word goes on the number: "twenty one", not "twelve ten". */
  add({ value, ending }: WordValue): boolean {
    if (this.counted && this.#current % 10 !== 0 && this.#current < 100) return false
    this.#current += value
    this.counted = true
    if (ending) {
      this.ending = ending
      this.closed = true
    } else this.ending = { unit: null }
    return true
  }

  addHalf(): void {
    this.#current += 0.5
  }

  multiply(scale: number): void {
    this.#current = (this.#current || 1) * scale
    this.counted = true
    this.ending = { unit: null, scale: (this.ending.scale ?? 1) * scale }
    if (scale < 1000) return
    this.#total += this.#current
    this.#current = 0
  }
}

/** "and a half" of "four and a half hours". */
function isHalfMore(tokens: Tokens, at: number, end: number): boolean {
  const words = [0, 1, 2].map((n) => tokens[at + n]?.lower ?? '').join(' ')
  return at + 2 < end && /^and a half(?:-|$)/.test(words)
}

interface WordValue {
  readonly value: number
  readonly ending: Ending | null
}

/** "twelve", "twenty-one", "two-day", "two-million". */
function wordValue(lower: string): WordValue | null {
  const [first = '', second, ...rest] = lower.split('-')
  const value = NUMBER_WORDS.get(first)
  if (value === undefined) return null
  if (second === undefined) return { value, ending: null }
  const ones = NUMBER_WORDS.get(second)
  const [whole, tail] = ones !== undefined && value >= 20 && ones < 10 ? [value + ones, rest[0]] : [value, second]
  if (tail === undefined) return { value: whole, ending: null }
  // "one-off", "one-party": only a measure is counted once.
  const ending = whole === 1 && !MEASURES.has(tail) && !SCALES.has(tail) ? null : tailOf([tail, ...rest].join('-'))
  return ending && { value: whole * (ending.scale ?? 1), ending }
}

/** "one soldier" counts; "one of them", "no one", "one another" do not. */
function countsOne(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1]
  return (
    next?.tag === 'noun' &&
    next.lower !== 'another' &&
    !/^(?:no|the|this|that|any|every|each|which)$/.test(tokens[at - 1]?.lower ?? '')
  )
}

/** Rounds off the errors of binary fractions. */
export const rounded = (value: number): number => Number(value.toPrecision(12))
