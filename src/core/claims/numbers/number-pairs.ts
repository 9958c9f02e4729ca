/** Two numbers that belong together: a range ("12-15 boats", "between 12 and 15"), a change ("from 12 to 15") or a score ("51-49"). */
import type { Comparator, Quantity } from '../../article.ts'
import { CHANGES, RANGING } from '../../lexicon/change-verbs.ts'
import { CURRENCY_PREFIXES } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { type Amount, amountAt, quantityOf } from './amount.ts'
import { rounded } from './numerals.ts'

type Tokens = readonly Token[]

export interface Side {
  readonly amount: Amount
  /** The end of a range that it is; null if it is none. */
  readonly comparator: Comparator | null
}

type Form = 'between' | 'from' | 'to' | 'dash' | 'or' | 'and'

/** The amount and the one that follows it, if one word joins them; null if the two have nothing in common. */
export function pairFrom(tokens: Tokens, first: Amount, floor: number, end: number): readonly [Side, Side] | null {
  const form = formAt(tokens, first)
  if (!form || first.value === null) return null
  let at = first.past + 1
  if (CURRENCY_PREFIXES.has(tokens[at]?.text ?? '') || lower(tokens, at) === 'minus') at++
  const second = at < end && isNumber(tokens[at]) ? amountAt(tokens, at, first.past + 1, end) : null
  if (!second || second.value === null) return null
  const changes = changesBefore(tokens, first.from, floor)
  const elliptical = first.unit === null && second.unit !== null
  const [low, high] = shared(first, second, form, changes)
  if (low.unit !== high.unit) return null
  const ranges =
    form === 'between' ||
    form === 'dash' ||
    (form === 'from' && RANGING.has(lower(tokens, first.from - 2))) ||
    (form === 'to' && (!changes || elliptical))
  const range = ranges && (low.value ?? 0) < (high.value ?? 0)
  return [
    { amount: low, comparator: range ? '>=' : null },
    { amount: high, comparator: range ? '<=' : null },
  ]
}

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'number' || /teen$/.test(token.lower))

function formAt(tokens: Tokens, { from, past }: Amount): Form | null {
  const [before, joint] = [lower(tokens, from - 1), lower(tokens, past)]
  if (joint === 'to') return before === 'from' ? 'from' : 'to'
  if (joint === 'and') return before === 'between' ? 'between' : 'and'
  if (joint === 'or') return 'or'
  return /^[–—-]$/.test(joint) ? 'dash' : null
}

/** The greatest distance between an amount and the word of a change before it, in tokens. */
const REACH = 6

/** "rose 12% to", "cut its price by £5 to": a word of change before the amount, and nothing that ends its phrase. */
function changesBefore(tokens: Tokens, at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - REACH); back--) {
    if (/^(?:mark|quote|that|relative|conjunction|subordinator)$/.test(tag(tokens, back))) return false
    if (CHANGES.has(lower(tokens, back))) return !(lower(tokens, back) === 'up' && lower(tokens, back + 1) === 'to')
  }
  return false
}

/** The two with what one of them has for both: "3 to 4 million euros", "$3 to 4 billion", "5 and 6 mg". */
function shared(first: Amount, second: Amount, form: Form, changes: boolean): readonly [Amount, Amount] {
  const [low, high] = [first.value ?? 0, second.value ?? 0]
  const unit = first.unit ?? (form === 'and' && !second.measured ? null : second.unit)
  // A sign, an ending or an age: nothing stands between the first number and what joins the two.
  const implied = first.past === first.to && (form === 'from' || (!changes && !/^(?:and|or)$/.test(form)))
  const of = second.unit ?? (implied ? first.unit : null)
  const scaled = first.scale === 1 && second.scale > 1 && low < high / second.scale && unit === of
  return [
    { ...first, unit, value: scaled ? rounded(low * second.scale) : low },
    { ...second, unit: of },
  ]
}

const NUMBER = '\\d+(?:[.,]\\d+)*'
const PAIR = new RegExp(`^([$€£¥]?${NUMBER}[%\\p{L}]*)[-‐‑–]([$€£¥]?${NUMBER}[%\\p{L}]*(?:-[\\p{L}-]+)?)$`, 'u')
/** The number of tokens behind a word that its unit is read from. */
const AHEAD = 12

/** The two amounts of "12-15", "$10–12 million", "51-49", in one word, and the token after them; null if the word is none. */
export function pairInWord(
  tokens: Tokens,
  at: number,
  end: number,
): { readonly quantities: readonly Quantity[]; readonly to: number } | null {
  const token = tokens[at]
  const [, left, right] = (token?.tag === 'number' && PAIR.exec(token.text)) || []
  if (!token || left === undefined || right === undefined) return null
  const half = (text: string, start: number, stop: number): Token => ({
    ...token,
    text,
    lower: text.toLowerCase(),
    start,
    end: stop,
  })
  // "A$40-50m": the sign is that of both.
  const sign = /^\D/.test(right) ? '' : (/^\D/.exec(left)?.[0] ?? '')
  const before = tokens.slice(Math.max(0, at - 2), at)
  const joint = token.end - right.length
  const halves = [half(left, token.start, joint - 1), half(sign + right, joint, token.end)]
  const apart = [...before, ...halves, ...tokens.slice(at + 1, Math.min(end, at + AHEAD))]
  const n = before.length
  const first = amountAt(apart.slice(0, n + 1), n, 0, n + 1)
  const second = amountAt(apart, n + 1, n + 1, apart.length)
  if (!first || !second) return null
  const [low, high] = shared(first, sign ? { ...second, unit: first.unit } : second, 'dash', false)
  const range = (low.value ?? 0) < (high.value ?? 0) && low.unit === high.unit && (low.unit !== null || high.scale > 1)
  const side = (amount: Amount, comparator: Comparator): Quantity =>
    range || low.measured
      ? quantityOf(apart, amount, range ? comparator : '=')
      : { ...quantityOf(apart, { ...amount, end: amount.to }, '='), unit: 'score' }
  return { quantities: [side(low, '>='), side(high, '<=')], to: range ? at + second.to - n - 1 : at + 1 }
}
