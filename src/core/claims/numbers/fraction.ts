/** Shares: "two thirds", "half of them", "one in five". */
import { NUMBER_WORDS, SCALES } from '../../lexicon/numbers.ts'
import { PARTS } from '../../lexicon/ordinals.ts'
import { MEASURES } from '../../lexicon/units.ts'
import type { Token } from '../syntax/token.ts'
import { type Numeral, rounded } from './numerals.ts'

type Tokens = readonly Token[]
type FractionRule = (tokens: Tokens, at: number, end: number) => Numeral | null

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? ''
const isHead = (tokens: Tokens, at: number): boolean => /^(?:of|the|its|his|her|their|our|all)$/.test(lowerAt(tokens, at))

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
  if (count === 1 && lowerAt(tokens, to) !== 'of' && second === undefined) return null
  return share(tokens, count / cut, to, end)
}

/** "a third of", "a quarter of a percentage point", "by a third"; not "a third man" */
const onePart: FractionRule = (tokens, at, end) => {
  if (!/^an?$/.test(lowerAt(tokens, at))) return null
  const cut = PARTS.get(lowerAt(tokens, at + 1))
  if (cut === undefined || /s$/.test(lowerAt(tokens, at + 1))) return null
  const of = lowerAt(tokens, at + 2) === 'of' && !/^(?:century|year|season|game|match)$/.test(lowerAt(tokens, at + 3))
  const ends = at + 2 >= end || tokens[at + 2]?.tag === 'mark'
  return of || (ends && lowerAt(tokens, at - 1) === 'by') ? share(tokens, 1 / cut, at + 2, end) : null
}

/** "half of them", "half the crew", "by half", "half an hour"; not "half a million" */
const half: FractionRule = (tokens, at, end) => {
  if (lowerAt(tokens, at) !== 'half' || /^(?:first|second|other|a|an)$/.test(lowerAt(tokens, at - 1))) return null
  if (/^an?$/.test(lowerAt(tokens, at + 1)) && !SCALES.has(lowerAt(tokens, at + 2))) {
    const unit = MEASURES.get(lowerAt(tokens, at + 2))
    return unit === undefined ? null : { value: 0.5, to: Math.min(at + 3, end), unit }
  }
  return isHead(tokens, at + 1) || lowerAt(tokens, at - 1) === 'by' ? share(tokens, 0.5, at + 1, end) : null
}

/** "one in five voters", "1 in 5", "two out of three"; not "two in three days", "12 in 15 towns" */
const ratio: FractionRule = (tokens, at, end) => {
  const first = small(tokens[at])
  if (first === null || first > 9) return null
  const out = lowerAt(tokens, at + 1) === 'out' && lowerAt(tokens, at + 2) === 'of'
  const to = at + (out ? 3 : 2)
  const second = small(tokens[to])
  if (second === null || second <= first || to >= end) return null
  if (!out && lowerAt(tokens, at + 1) !== 'in') return null
  if (first > 1 && second > 10 && !/^(?:20|100|1,?000)$/.test(tokens[to]?.text ?? '')) return null
  const timed = MEASURES.get(lowerAt(tokens, to + 1))
  if ((timed !== undefined && timed !== 'people') || SCALES.has(lowerAt(tokens, to + 1))) return null
  return { value: rounded(first / second), to: to + 1, unit: 'share' }
}

function small(token: Token | undefined): number | null {
  if (!token) return null
  const word = NUMBER_WORDS.get(token.lower)
  return (
    word ?? (token.tag === 'number' && /^(?:\d{1,3}|1,?000)$/.test(token.text) ? Number(token.text.replace(',', '')) : null)
  )
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
