/** The written forms of figures: digits, words, shares, ratios, ranks, multiples, one of a measure. */
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { ORDINALS, PARTS } from '../../lexicon/ordinals.ts'
import { MEASURES } from '../../lexicon/units.ts'
import type { Token } from './compare-tokens.ts'
import { MULTIPLES, TENS, VAGUE } from './vague-numerals.ts'

export const CURRENCY_SIGN = /^\p{Sc}$/u

export interface Figure {
  readonly value: number
  readonly to: number
  /** The unit that the figure itself implies: ranks, shares, multiples. */
  readonly unit?: string
  /** True without an exact value: "hundreds of". */
  readonly vague?: boolean
}

/** Words that may begin a figure. */
const FIGURE_WORDS: ReadonlySet<string> = new Set([
  ...['a', 'an', 'half', 'dozen', 'pair', 'tens', 'every', 'each'],
  ...[MULTIPLES, VAGUE, ORDINALS, NUMBER_WORDS].flatMap((words) => [...words.keys()]),
])

/** "one" of "no one" and "not one" is never a number. */
const countsNone = (words: readonly Token[], i: number): boolean =>
  words[i]?.key === 'one' && /^(no|not)$/.test(words[i - 1]?.key ?? '')

/** Returns the figure that begins at a word; null if none does. */
export function figureAt(words: readonly Token[], i: number, text: string): Figure | null {
  const word = words[i]
  if (!word || countsNone(words, i) || (word.type !== 'number' && !FIGURE_WORDS.has(word.key))) return null
  const ratio = ratioAt(words, i)
  if (ratio) return ratio
  if (word.type === 'number') {
    const mixed = mixedAt(words, i, text)
    if (mixed) return mixed
    const [, digits = '', letters = ''] = /^([-+]?[\p{N}.,:]+)(\p{L}*)$/u.exec(word.key) ?? []
    const value = numberOf(digits)
    if (!Number.isFinite(value)) return null
    if (words[i + 1]?.key === 'fold' && text[words[i]?.end ?? 0] === '-') return { value, to: i + 2, unit: 'times' }
    if (/^(st|nd|rd|th)$/.test(letters)) return { value, to: i + 1, unit: 'rank' }
    const measure = letters !== '' && !SCALES.has(letters) ? MEASURES.get(letters) : undefined
    // "$12b" is an amount of money; "Road 12b" is a place.
    const scale = letters === 'b' && !CURRENCY_SIGN.test(words[i - 1]?.key ?? '') ? 1 : (SCALES.get(letters) ?? 1)
    return scaled(words, value * scale, i + 1, measure)
  }
  const special = fractionAt(words, i) ?? singleAt(words, i)
  if (special) return special
  const multiple = MULTIPLES.get(word.key)
  if (multiple !== undefined) return { value: multiple, to: i + 1, unit: 'times' }
  const vague = vagueAt(words, i)
  if (vague) return vague
  const rank = ORDINALS.get(word.key)
  if (rank !== undefined) return { value: rank, to: i + 1, unit: 'rank' }
  // "a pair have failed"; not "a pair of boots", which counts no boots.
  if (word.key === 'pair' && words[i - 1]?.key === 'a' && words[i + 1]?.key !== 'of') return { value: 2, to: i + 1 }
  if (/^an?$/.test(word.key) && SCALES.has(words[i + 1]?.key ?? '') && (words[i + 1]?.key.length ?? 0) > 2)
    return scaled(words, 1, i + 1)
  let value = word.key === 'dozen' ? 12 : NUMBER_WORDS.get(word.key)
  if (value === undefined) return null
  let to = i + 1
  const ones = NUMBER_WORDS.get(words[to]?.key ?? '')
  if (value >= 20 && ones !== undefined && ones > 0 && ones < 10) {
    value += ones
    to++
  }
  return scaled(words, value, to)
}

/** "1,200", "1½" */
function numberOf(digits: string): number {
  const [, whole = '', fraction = ''] = /^([-+]?[\d.,]*)([¼½¾⅓⅔⅛⅜⅝⅞]?)$/.exec(digits) ?? []
  if (fraction === '') return Number(digits.replace(/,(?=\d{2,3})/g, ''))
  return Number(whole === '' ? 0 : whole) + (VULGAR.get(fraction) ?? Number.NaN)
}
const VULGAR: ReadonlyMap<string, number> = new Map([
  ['¼', 0.25],
  ['½', 0.5],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅛', 0.125],
  ['⅜', 0.375],
  ['⅝', 0.625],
  ['⅞', 0.875],
])

/** "4-1/2", "1/4 percentage point" */
function mixedAt(words: readonly Token[], i: number, text: string): Figure | null {
  const start = words[i]?.start ?? 0
  const found = MIXED.exec(text.slice(start, start + 12))
  if (!found) return null
  const [all, whole = '0', over = '', under = ''] = found
  if (Number(over) >= Number(under)) return null
  let to = i
  while (to < words.length && (words[to]?.start ?? 0) < start + all.length) to++
  return { value: Number(whole) + Number(over) / Number(under), to }
}
const MIXED = /^(?:(\d{1,3})[-‐‑– ])?(\d)\/([234568])(?![\d/])/

/** "dozens", "tens of thousands" */
function vagueAt(words: readonly Token[], i: number): Figure | null {
  const first = TENS.get(words[i]?.key ?? '')
  const scale = words[i + 1]?.key === 'of' ? VAGUE.get(words[i + 2]?.key ?? '') : undefined
  if (first !== undefined && scale !== undefined && scale >= 1e3) return { value: first * scale, to: i + 3, vague: true }
  const vague = VAGUE.get(words[i]?.key ?? '')
  return vague === undefined ? null : { value: vague, to: i + 1, vague: true }
}

/** "a fifth of", "by half", "two thirds", "three quarters"; not "a third man", "the last quarter". */
function fractionAt(words: readonly Token[], i: number): Figure | null {
  const key = (n: number) => words[n]?.key ?? ''
  const scale = key(i) === 'half' && /^an?$/.test(key(i + 1)) ? SCALES.get(key(i + 2)) : undefined
  if (scale !== undefined) return { value: scale / 2, to: i + 3 }
  const share = (value: number, to: number): Figure => ({ value: Number(value.toPrecision(6)), to, unit: 'share' })
  if (key(i) === 'half' && !SCALES.has(key(i + 2)) && /^(of|the|its|his|her|their)$/.test(key(i + 1))) return share(0.5, i + 1)
  if (key(i) === 'half' && key(i - 1) === 'by') return share(0.5, i + 1)
  const parts = PARTS.get(key(i + 1))
  // "the last three quarters"
  if (parts === undefined || /^(?:last|past|next|first|previous|recent|straight|consecutive)$/.test(key(i - 1))) return null
  const count = key(i) === 'a' ? 1 : NUMBER_WORDS.get(key(i))
  if (count === undefined || count === 0) return null
  const plain = count > 1 ? key(i + 1).endsWith('s') : key(i + 2) === 'of' || key(i - 1) === 'by'
  return plain ? share(count / parts, i + 2) : null
}

/** "one in ten", "three voters in five"; not "two fires in three days". */
function ratioAt(words: readonly Token[], i: number): Figure | null {
  const numberAt = (n: number) =>
    NUMBER_WORDS.get(words[n]?.key ?? '') ?? (/^\d{1,3}$/.test(words[n]?.key ?? '') ? Number(words[n]?.key) : null)
  const at = words[i + 1]?.key === 'in' ? i + 1 : words[i + 2]?.key === 'in' ? i + 2 : null
  if (at === null) return null
  const [first, second] = [numberAt(i), numberAt(at + 1)]
  if (first === null || second === null || second <= first) return null
  const next = words[at + 2]?.key ?? ''
  if (MEASURES.has(next) || (!(at === i + 1 && first === 1) && /[^s]s$/.test(next) && !FUNCTION_WORDS.has(next))) return null
  return { value: Number((first / second).toPrecision(6)), to: at + 2, unit: 'share' }
}

/** "for a week", "an hour": one of a measure; not "40 trains a week". */
function singleAt(words: readonly Token[], i: number): Figure | null {
  const each = /^(?:every|each)$/.test(words[i]?.key ?? '') ? MEASURES.get(words[i + 1]?.key ?? '') : undefined
  if (each && TIMED.test(each)) return { value: 1, to: i + 2, unit: each }
  if (!/^an?$/.test(words[i]?.key ?? '')) return null
  const unit = MEASURES.get(words[i + 1]?.key ?? '')
  const before = words[i - 1]
  if (
    !unit ||
    !TIMED.test(unit) ||
    !before ||
    before.type !== 'word' ||
    /s$|^(once|twice|than|times|percent|people)$/.test(before.key)
  ) {
    if (!(unit && TIMED.test(unit) && before?.key === 'than')) return null
  }
  const half = [2, 3, 4].map((n) => words[i + n]?.key).join(' ') === 'and a half'
  return half ? { value: 1.5, to: i + 5, unit } : { value: 1, to: i + 2, unit }
}
const TIMED = /^(seconds|minutes|hours|days|weeks|months|years|decades|centuries)$/

/** "two hundred thousand": scales multiply; "one and a half million". */
function scaled(words: readonly Token[], value: number, to: number, unit?: string): Figure {
  if (words[to]?.key === 'and' && words[to + 1]?.key === 'a' && words[to + 2]?.key === 'half')
    return scaled(words, value + 0.5, to + 3, unit)
  const scale = SCALES.get(words[to]?.key ?? '')
  if (scale === undefined || (words[to]?.key.length ?? 0) === 1) {
    const figure = { value: Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12)), to }
    return unit === undefined ? figure : { ...figure, unit }
  }
  return scaled(words, value * scale, to + 1, unit)
}
