/** Shares: "two thirds", "half of them", "one in five". */
import { CHANGES } from '../../lexicon/change-verbs.ts'
import { NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { PARTS } from '../../lexicon/ordinals.ts'
import { MEASURES } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'
import { type Numeral, numeralAt, rounded } from './numerals.ts'

type Tokens = readonly Token[]
type FractionRule = (tokens: Tokens, at: number, end: number) => Numeral | null

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? ''

/**
 * Returns true if a lone part is a share: "more than a fifth", "by half", "a third were women", "a third higher", "lost a fifth."; not
 * "a third man", "a third was hurt".
 */
function isShare(tokens: Tokens, at: number, to: number, end: number): boolean {
  const [before, after] = [lowerAt(tokens, at - 1), lowerAt(tokens, to)]
  if (/^(?:noun|name|ing)$/.test(tokens[to]?.tag ?? '') && !COMPARED.test(after)) return false
  if (/^(?:by|than|nearly|almost|about|around|roughly|over|under|least|most)$/.test(before)) return true
  if (/^(?:are|were|have)$/.test(after) || COMPARED.test(after)) return true
  const ends = to >= end || tokens[to]?.tag === 'mark' || tokens[to]?.tag === 'time'
  return ends && CHANGES.has(before)
}
const COMPARED = /^(?:more|higher|lower|less|fewer|larger|smaller|bigger|cheaper|faster|slower|longer|shorter)$/

/** "two thirds", "two-thirds", "three quarters"; not "two third parties" */
const parts: FractionRule = (tokens, at, end) => {
  const word = lowerAt(tokens, at)
  if (!word.includes('-') && !NUMBER_WORDS.has(word)) return null
  const [first = '', second] = word.split('-')
  const count = NUMBER_WORDS.get(first)
  const noun = second ?? lowerAt(tokens, at + 1)
  const to = second === undefined ? at + 2 : at + 1
  if (count === undefined || count === 0 || to > end) return null
  const cut = PARTS.get(noun)
  if (cut === undefined || (count > 1 && !/s$/.test(noun)) || count > cut) return null
  if (count === 1 && second === undefined && lowerAt(tokens, to) !== 'of' && !isShare(tokens, at, to, end)) return null
  return share(tokens, count / cut, to, end)
}

/** "a third of", "a quarter of a percentage point", "more than a third"; not "a third man" */
const onePart: FractionRule = (tokens, at, end) => {
  if (!/^an?$/.test(lowerAt(tokens, at))) return null
  const cut = PARTS.get(lowerAt(tokens, at + 1))
  if (cut === undefined || /s$/.test(lowerAt(tokens, at + 1))) return null
  const of = lowerAt(tokens, at + 2) === 'of' && !/^(?:century|year|season|game|match)$/.test(lowerAt(tokens, at + 3))
  return of || isShare(tokens, at, at + 2, end) ? share(tokens, 1 / cut, at + 2, end) : null
}

/** "half of them", "half the crew", "more than half", "half an hour"; not "half a million", "the first half" */
const half: FractionRule = (tokens, at, end) => {
  if (lowerAt(tokens, at) !== 'half' || /^(?:first|second|other|an?|the|this)$/.test(lowerAt(tokens, at - 1))) return null
  if (/^an?$/.test(lowerAt(tokens, at + 1)) && !SCALES.has(lowerAt(tokens, at + 2))) {
    const unit = MEASURES.get(lowerAt(tokens, at + 2))
    return unit === undefined ? null : { value: 0.5, to: Math.min(at + 3, end), unit }
  }
  const head = /^(?:of|the|its|his|her|their|our|all)$/.test(lowerAt(tokens, at + 1))
  return head || isShare(tokens, at, at + 1, end) ? share(tokens, 0.5, at + 1, end) : null
}

/** "one in five voters", "1 in 5", "two out of five hundred"; not "two in three days", "12 in 15 towns" */
const ratio: FractionRule = (tokens, at, end) => {
  const first = small(tokens[at])
  if (first === null || first > 9) return null
  const out = lowerAt(tokens, at + 1) === 'out' && lowerAt(tokens, at + 2) === 'of'
  const second = out || lowerAt(tokens, at + 1) === 'in' ? numeralAt(tokens, at + (out ? 3 : 2), end) : null
  if (!second?.value || second.value <= first || second.unit !== null) return null
  if (!out && first > 1 && second.value > 10 && !/^(?:20|100|1000)$/.test(String(second.value))) return null
  const timed = MEASURES.get(lowerAt(tokens, second.to))
  if (timed !== undefined && timed !== 'people') return null
  return { value: rounded(first / second.value), to: second.to, unit: 'share' }
}

function small(token: Token | undefined): number | null {
  if (!token) return null
  return NUMBER_WORDS.get(token.lower) ?? (token.tag === 'number' && /^\d$/.test(token.text) ? Number(token.text) : null)
}

/** "a quarter of a percentage point" is an amount of that measure; any other fraction is a share. */
function share(tokens: Tokens, value: number, to: number, end: number): Numeral {
  const one = lowerAt(tokens, to) === 'of' && /^an?$/.test(lowerAt(tokens, to + 1)) && to + 2 < end
  const points = one && lowerAt(tokens, to + 2) === 'percentage' && lowerAt(tokens, to + 3) === 'point'
  if (points) return { value: rounded(value), to: to + 4, unit: 'percentage points' }
  const measure = one ? MEASURES.get(lowerAt(tokens, to + 2)) : undefined
  return measure ? { value: rounded(value), to: to + 3, unit: measure } : { value: rounded(value), to, unit: 'share' }
}

const RULES: readonly FractionRule[] = [
  ratio, // "one in five"
  parts, // "two thirds"
  onePart, // "a third of"
  half, // "half of"
]

/** Returns the share that begins at a token; null if none does. */
export function fractionAt(tokens: Tokens, at: number, end: number): Numeral | null {
  if (!/^(?:number|determiner|noun|name)$/.test(tokens[at]?.tag ?? '')) return null
  for (const rule of RULES) {
    const found = rule(tokens, at, end)
    if (found && found.to <= end) return found
  }
  return null
}
