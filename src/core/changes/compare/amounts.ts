/** The amounts in a sentence: counts, money, percentages, measures, ages, ranks. */
import type { Comparator } from '../../article.ts'
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { CURRENCY_PREFIXES, CURRENCY_SIGNS, MEASURES } from '../../lexicon/units.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Token } from './compare-tokens.ts'
import type { ReadText } from './comparison.ts'
import { CURRENCY_SIGN, figureAt } from './figure.ts'

export interface Amount {
  /** Words [from, to) of the sentence: comparator, currency, figure and scale. */
  readonly from: number
  readonly to: number
  readonly value: number
  /** "percent", a currency's code, "rank", or the plural noun that follows; null if none was found. */
  readonly unit: string | null
  readonly comparator: Comparator
  /** Digits after a word that may form a name with them: "Boeing 737", "Article 5". */
  readonly named: boolean
}

/** The most words between a number and the noun it counts. */
const REACH = 3
const STOPS = new Set(
  'of in on at by for from to and or but the a an that which who were was are is have has had with people’s'.split(' '),
)

/** Returns the amounts in order. Words inside date mentions are ignored. */
export const amountsOf = memoizeByIdentity(({ words, dates, text }: ReadText): readonly Amount[] => {
  const inDate = new Uint8Array(words.length)
  for (const { from, to } of dates) inDate.fill(1, from, to)
  const amounts: Amount[] = []
  for (let i = 0; i < words.length; i++) {
    const figure = inDate[i] || countsNothing(words, i, text) ? null : figureAt(words, i, text)
    if (!figure) continue
    const currency = currencyBefore(words, i)
    const figureFrom = i - (currency?.length ?? 0)
    const [before, length] = comparatorBefore(words, figureFrom)
    const [after, more] = before === null ? comparatorAfter(words, figure.to) : [null, 0]
    const comparator = before ?? after ?? (figure.vague ? '~' : '=')
    const unit =
      currency?.unit ??
      figure.unit ??
      scoreSide(words, i, figure.to, text) ??
      unitAt(words, figure.to + (isPlus(words, figure.to) ? 1 : 0), text)
    const named =
      words[i]?.type === 'number' &&
      words[i - 1]?.type === 'word' &&
      figure.unit !== 'rank' &&
      Number.isInteger(figure.value) &&
      isAfterSpace(words, i, text)
    amounts.push({ from: figureFrom - length, to: figure.to + more, value: figure.value, unit, comparator, named })
    i = figure.to - 1
  }
  return amounts
})

const isAfterSpace = (words: readonly Token[], i: number, text: string): boolean =>
  text.slice(words[i - 1]?.end, words[i]?.start) === ' '

/** The number of a list item, a footnote, a record or a version: "2. Open the valve", "[3]", "CVE-2018-12121", "release 0.12". */
function countsNothing(words: readonly Token[], i: number, text: string): boolean {
  const word = words[i]
  if (word?.type !== 'number') return false
  const [before, after] = [text.slice(0, word.start), text.slice(word.end, word.end + 24)]
  if (i === 0 && /^[.)]\s/.test(after) && before.trim() === '') return true
  if (
    /\p{L}$/u.test(before) &&
    !CURRENCY_PREFIXES.has(words[i - 1]?.key === 'rs' ? 'Rs' : (words[i - 1]?.key ?? '').toUpperCase())
  )
    return true
  if (before.endsWith('[') && after.startsWith(']')) return true
  if (/\p{L}[\p{L}\p{N}]*(?:[-_#]\d+)*[-_#]$|#$|\w[/=]$/u.test(before.slice(-24))) return true
  if (/^\s[A-Z]{2,5}\s(?:§\s?)?\d/.test(after)) return true
  return (
    /^\d+\.\d+$/.test(word.key) &&
    /\b(?:releases?|released|versions?|upgrade[ds]?)\b/i.test(text) &&
    !/^\s?(?:%|percent|[mb]illion|\p{L}{3,}s\b)/u.test(after)
  )
}

/** Returns the currency before a number ("$", "A$", "Rs") and its length in words. */
function currencyBefore(words: readonly Token[], i: number): { readonly unit: string; readonly length: number } | null {
  const sign = words[i - 1]
  if (!sign) return null
  const letters = words[i - 2]
  if (CURRENCY_SIGN.test(sign.key)) {
    const prefix = letters?.end === sign.start ? CURRENCY_PREFIXES.get(`${letters.key.toUpperCase()}${sign.key}`) : undefined
    return prefix ? { unit: prefix, length: 2 } : { unit: CURRENCY_SIGNS.get(sign.key) ?? sign.key, length: 1 }
  }
  const code = CURRENCY_PREFIXES.get(sign.key === 'rs' ? 'Rs' : sign.key.toUpperCase())
  return code ? { unit: code, length: 1 } : null
}

/**
 * Returns the side of a score that a figure belongs to: the first or the second of "51-49"; null in a range ("12-15 boats").
 */
function scoreSide(words: readonly Token[], i: number, to: number, text: string): string | null {
  const joined = (left: Token | undefined, right: Token | undefined) =>
    left?.type === 'number' &&
    right?.type === 'number' &&
    right.start - left.end === 1 &&
    /^\d{1,3}$/.test(left.key) &&
    /^\d{1,3}$/.test(right.key)
  const first = joined(words[i], words[i + 1]) ? i : joined(words[i - 1], words[i]) ? i - 1 : null
  if (first === null || to !== i + 1) return null
  const rises = Number(words[first]?.key) < Number(words[first + 1]?.key)
  if (
    rises &&
    (unitAt(words, first + 2, text) !== null ||
      CURRENCY_SIGN.test(words[first - 1]?.key ?? '') ||
      SCALES.has(words[first + 2]?.key ?? ''))
  )
    return null
  return first === i ? 'score' : 'score against'
}

function unitAt(words: readonly Token[], at: number, text: string): string | null {
  // "1,000 to 3,300 metres", "two of his 14 matches": the unit stands further to the right.
  if (/^(to|and|or)$/.test(words[at]?.key ?? '') && words[at + 1]?.type === 'number') {
    const [, letters = ''] = /^[\p{N}.,:]+(\p{L}+)$/u.exec(words[at + 1]?.key ?? '') ?? []
    return MEASURES.get(letters) ?? unitAt(words, figureAt(words, at + 1, text)?.to ?? at + 2, text)
  }
  if (words[at]?.key === 'of' && /^(his|her|its|their|the|those|these|our|my)$/.test(words[at + 1]?.key ?? '')) {
    const counted = words[at + 2]?.type === 'number' || NUMBER_WORDS.has(words[at + 2]?.key ?? '')
    return unitAt(words, counted ? at + 3 : at + 2, text)
  }
  for (let i = at; i < Math.min(words.length, at + REACH); i++) {
    // A mark ends the search: "The toll is 10, police said".
    if ((words[i]?.start ?? 0) - (words[i - 1]?.end ?? 0) > 1) return null
    const key = words[i]?.key ?? ''
    if (/^(percentage|basis)$/.test(key) && /^points?$/.test(words[i + 1]?.key ?? '')) return `${key} points`
    if (key === '%' || key === 'percent' || (key === 'per' && words[i + 1]?.key === 'cent')) return 'percent'
    if (STOPS.has(key) || words[i]?.type === 'number') return null
    const measure = i === at || SCALED_MEASURE.test(words[i - 1]?.key ?? '') ? measureAt(words, i) : undefined
    if (measure) return measure
    if (/[^s]s$/.test(key) || /^(people|men|women|children|police|metre|km|kg|crown|dollar)$/.test(key)) return key
  }
  return null
}

const SCALED_MEASURE = /^(?:square|cubic|nautical)$/

/** "km", "square miles", "degrees Celsius", "km/h" */
function measureAt(words: readonly Token[], i: number): string | undefined {
  const [before, key, next] = [words[i - 1]?.key ?? '', words[i]?.key ?? '', words[i + 1]?.key ?? '']
  const joined = (words[i + 1]?.start ?? 0) - (words[i]?.end ?? 0) === 1
  if (joined && next === 'h') return 'km/h'
  if (/^degrees?$/.test(key) && MEASURES.has(next)) return MEASURES.get(next)
  const measure = MEASURES.get(key)
  return measure && SCALED_MEASURE.test(before) ? `${before} ${measure}` : measure
}

const BEFORE: ReadonlyMap<string, Comparator> = new Map(
  COMPARATORS_BEFORE.map(([phrase, comparator]): [string, Comparator] => [phrase.join(' '), comparator]),
)

/** Returns the comparator right before a figure and its length in words; the longest phrase wins. */
function comparatorBefore(words: readonly Token[], from: number): [Comparator | null, number] {
  let phrase = ''
  let found: [Comparator | null, number] = [null, 0]
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    phrase = phrase === '' ? (words[i]?.key ?? '') : `${words[i]?.key} ${phrase}`
    const comparator = BEFORE.get(phrase)
    if (comparator) found = [comparator, from - i]
  }
  return found
}

/**
 * Returns the comparator after a figure and its length in words if it stands beside it: "40 or more", "40 boats or so",
 * "40-plus".
 */
function comparatorAfter(words: readonly Token[], to: number): [Comparator | null, number] {
  if (isPlus(words, to)) return ['>=', 1]
  for (const [phrase, comparator] of COMPARATORS_AFTER) {
    for (const skipped of [0, 1]) {
      if (phrase.length > 1 && phrase.every((word, n) => words[to + skipped + n]?.key === word))
        return [comparator, skipped + phrase.length]
    }
  }
  return [null, 0]
}

/** "40-plus"; not "£400 plus his costs". */
const isPlus = (words: readonly Token[], to: number): boolean =>
  words[to]?.key === 'plus' &&
  (words[to]?.start ?? 0) - (words[to - 1]?.end ?? 0) === 1 &&
  !/^(a|an|the|his|her|its|their|our|my|costs|tax|interest|expenses|\d.*)$/.test(words[to + 1]?.key ?? '')
