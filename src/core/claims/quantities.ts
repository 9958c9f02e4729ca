/** Amounts in a content: value, what is counted or measured, and how exactly. */
import type { Comparator, Quantity } from '../article.ts'
import { COMPARATORS_AFTER, COMPARATORS_BEFORE } from './lexicon/numbers.ts'
import { MEASURES } from './lexicon/units.ts'
import { type Numeral, numeralAt } from './numerals.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokens.ts'

/** The amounts in a content, in order; dates are none. */
export function quantitiesIn(scene: Scene, content: readonly Range[], dates: readonly Range[]): Quantity[] {
  const found: Quantity[] = []
  let date = 0
  for (const [from, to] of content) {
    for (let at = from; at < to; at++) {
      while (date < dates.length && (dates[date]?.[1] ?? 0) <= at) date++
      if ((dates[date]?.[0] ?? to) <= at) continue
      const numeral = numeralAt(scene.tokens, at, to)
      if (!numeral) continue
      const quantity = quantityOf(scene, at, numeral, from, to)
      found.push(quantity)
      at = numeral.to - 1
    }
  }
  return found
}

function quantityOf({ tokens }: Scene, at: number, { value, to, unit }: Numeral, floor: number, end: number): Quantity {
  const range = rangeSide(tokens, at, to)
  const before = comparatorBefore(tokens, at, floor)
  const after = COMPARATORS_AFTER.find(([words]) => words.every((word, i) => tokens[to + i]?.lower === word))
  const measured = unit ? null : unitAfter(tokens, to + (after ? after[0].length : 0), end)
  const ownUnit = unit ?? measured?.unit ?? sharedUnit(tokens, to, end) ?? ageUnit(tokens, at, to)
  const start = tokens[before?.at ?? at]?.start ?? 0
  const last = measured?.measure ? measured.at : to - 1
  return {
    start,
    end: tokens[Math.min(last, end - 1)]?.end ?? 0,
    value,
    unit: ownUnit,
    comparator: range ?? before?.comparator ?? after?.[1] ?? '=',
  }
}

function comparatorBefore(tokens: readonly Token[], at: number, floor: number): { comparator: Comparator; at: number } | null {
  for (const [words, comparator] of COMPARATORS_BEFORE) {
    const start = at - words.length
    if (start >= floor && words.every((word, i) => tokens[start + i]?.lower === word)) return { comparator, at: start }
  }
  return null
}

/** "40 to 50", "between 40 and 50", "40-50": at least the first, at most the second. */
function rangeSide(tokens: readonly Token[], at: number, to: number): Comparator | null {
  const joins = (i: number) => /^(?:to|and|–|—|-)$/.test(tokens[i]?.lower ?? '')
  if (joins(to) && (tokens[to]?.lower !== 'and' || tokens[at - 1]?.lower === 'between') && tokens[to + 1]?.tag === 'number') {
    if (tokens[to]?.lower !== 'to' || tokens[at - 1]?.lower !== 'from') return '>='
  }
  if (joins(at - 1) && tokens[at - 2]?.tag === 'number') {
    if (tokens[at - 1]?.lower === 'and')
      return tokens.slice(Math.max(0, at - 5), at - 2).some((token) => token.lower === 'between') ? '<=' : null
    return tokens[at - 3]?.lower === 'from' ? null : '<='
  }
  return null
}

/** What is counted: a measure, or the head of the noun phrase that follows. */
function unitAfter(tokens: readonly Token[], at: number, end: number): { unit: string; at: number; measure: boolean } | null {
  if (tokens[at]?.lower === 'percentage' && /^points?$/.test(tokens[at + 1]?.lower ?? ''))
    return { unit: 'percentage points', at: at + 1, measure: true }
  if (tokens[at]?.lower === 'per' && tokens[at + 1]?.lower === 'cent') return { unit: 'percent', at: at + 1, measure: true }
  const area = /^(square|cubic|sq)\.?$/.exec(tokens[at]?.lower ?? '')?.[1]
  if (area) {
    const next = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
    const measure = MEASURES.get(tokens[next]?.lower ?? '')
    if (measure) return { unit: `${area === 'sq' ? 'square' : area} ${measure}`, at: next, measure: true }
  }
  let head: number | null = null
  let to = tokens[at]?.lower === 'of' && tokens[at + 1]?.tag === 'noun' ? at + 1 : at
  for (; to < Math.min(end, at + 6); to++) {
    const token = tokens[to]
    if (!token) break
    const measure = MEASURES.get(token.lower)
    if (measure && head === null) return { unit: measure, at: to, measure: true }
    if (token.tag === 'noun' || (token.tag === 'name' && head === null) || token.tag === 'name') {
      if (token.tag === 'noun') head = to
      if (token.tag === 'noun' && /[^s]s$/.test(token.lower)) break
      continue
    }
    if ((token.tag === 'ed' || token.tag === 'ing' || token.lower === 'other' || token.lower === 'more') && head === null)
      continue
    break
  }
  const noun = head === null ? undefined : tokens[head]
  if (!noun || head === null) return null
  const plural = /s$/.test(noun.lower) ? noun.lower : IRREGULAR_PLURALS.has(noun.lower) ? noun.lower : `${noun.lower}s`
  return { unit: MEASURES.get(noun.lower) ?? plural, at: head, measure: false }
}
const IRREGULAR_PLURALS = new Set(
  'people men women children police cattle sheep aircraft fish teeth feet mice staff troops species personnel'.split(' '),
)

/** "between 40 and 50 homes": the first amount is of the second's kind. */
function sharedUnit(tokens: readonly Token[], to: number, end: number): string | null {
  if (!/^(?:to|and|or|–|—|-)$/.test(tokens[to]?.lower ?? '')) return null
  const next = numeralAt(tokens, to + 1, end)
  return next ? (next.unit ?? unitAfter(tokens, next.to, end)?.unit ?? null) : null
}

/** "Lee, 43," and "aged 43". */
function ageUnit(tokens: readonly Token[], at: number, to: number): string | null {
  if (tokens[at - 1]?.lower === 'aged') return 'years'
  const between =
    tokens[at - 1]?.text === ',' && tokens[at - 2]?.tag === 'name' && (tokens[to]?.text === ',' || tokens[to]?.text === '.')
  return between ? 'years' : null
}
