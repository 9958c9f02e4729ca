/** Amounts in a content: value, unit, and how exactly they are given. */
import type { Comparator, Quantity } from '../../article.ts'
import { DURATION_VERBS } from '../../lexicon/change-verbs.ts'
import { COMPARATORS_BEFORE, FOLDS, NUMBER_WORDS, SCALES, VAGUE_PLURALS } from '../../lexicon/numbers.ts'
import { ORDINALS } from '../../lexicon/ordinals.ts'
import { DURATIONS } from '../../lexicon/units.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range, Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { type Amount, amountAt, amountOf, quantityOf } from './amount.ts'
import { nameNumberAt } from './name-number.ts'
import { pairFrom, pairInWord, type Side } from './number-pairs.ts'
import { rankAt } from './rank.ts'

type Tokens = readonly Token[]

/** Amounts, and the token after them. */
interface Found {
  readonly quantities: readonly Quantity[]
  readonly to: number
}

/** The amounts in a content, in order; dates are none. */
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
      const next = dates[date]?.[0] ?? to
      if (next <= at || !opensAmount(tokens[at])) continue
      const read = readAt(tokens, at, from, to, Math.min(next, to), headline)
      if (!read) continue
      found.push(...read.quantities)
      at = read.to - 1
    }
  }
  return found
}

/** The words that an amount may begin with. */
const OPENING: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS.keys(),
  ...SCALES.keys(),
  ...FOLDS.keys(),
  ...VAGUE_PLURALS,
  ...ORDINALS.keys(),
  ...'several few many a an half'.split(' '),
])

const opensAmount = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'number' || OPENING.has(token.lower) || token.lower.includes('-'))

/** The amounts that begin at a token: the first form that fits. A second one does not reach past `date`. */
function readAt(tokens: Tokens, at: number, floor: number, end: number, date: number, headline: boolean): Found | null {
  const named = nameNumberAt(tokens, at, headline)
  if (named > 0) return { quantities: [], to: Math.min(at + named, end) }
  const joined = pairInWord(tokens, at, end)
  if (joined) return joined
  const rank = rankAt(tokens, at)
  const amount = rank ? amountOf(tokens, at, rank, floor, end) : amountAt(tokens, at, floor, end)
  if (!amount) return null
  const pair = rank ? null : pairFrom(tokens, amount, floor, date)
  const sides: readonly Side[] = pair ?? [{ amount, comparator: null }]
  return { quantities: sides.map((side) => withComparator(tokens, side, floor)), to: sides.at(-1)?.amount.to ?? at + 1 }
}

function withComparator(tokens: Tokens, { amount, comparator }: Side, floor: number): Quantity {
  const before = comparatorBefore(tokens, amount, floor)
  return quantityOf(tokens, amount, comparator ?? before?.comparator ?? amount.comparator, before?.at)
}

function comparatorBefore(tokens: Tokens, amount: Amount, floor: number): { comparator: Comparator; at: number } | null {
  // "roughly a one in 400 chance"
  const last = /^an?$/.test(lower(tokens, amount.from - 1)) ? amount.from - 2 : amount.from - 1
  for (const [words, comparator] of COMPARATORS_BY_END.get(lower(tokens, last)) ?? []) {
    const start = last + 1 - words.length
    if (start < floor || !words.every((word, i) => lower(tokens, start + i) === word)) continue
    const plain =
      words.length === 1 && words[0] === 'over' && (isPeriod(tokens, start, amount) || isMatter(tokens, start, amount))
    return plain ? null : { comparator, at: start }
  }
  return null
}

const COMPARATORS_BY_END = Map.groupBy(COMPARATORS_BEFORE, ([words]) => words.at(-1) ?? '')

/** "a row over €48m homes": the amount belongs to the matter of the row. */
const isMatter = (tokens: Tokens, at: number, { end, measured }: Amount): boolean =>
  measured && /^(?:noun|name)$/.test(tag(tokens, at - 1)) && tag(tokens, end) === 'noun'

/** "fell over two years": how long it went on; not "took over two years", "for over two years", "over two years old". */
function isPeriod(tokens: Tokens, at: number, { unit, past }: Amount): boolean {
  if (!DURATIONS.has(unit ?? '') || /^(?:old|long|ago|of|late|earlier|later|away)$/.test(lower(tokens, past))) return false
  const before = lower(tokens, at - 1)
  return !/^(?:preposition|be|have|determiner|to)$/.test(tag(tokens, at - 1)) && !DURATION_VERBS.has(before)
}
