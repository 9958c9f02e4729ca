/** Counts and measures: a unit, or the head of the noun phrase that follows a number. */
import { MEASURES, MONEY_WORDS, NATIONAL_CURRENCIES, WEIGHT_WORDS } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

type Tokens = readonly Token[]

/** A unit, the index of its word, and a flag for a word that belongs to the amount ("40 km", not "40 soldiers"). */
export interface CountNoun {
  readonly unit: string
  readonly at: number
  readonly measure: boolean
}

/** The greatest distance between a number and the head of its noun phrase, in tokens. */
const REACH = 7

/** The unit of measure whose words begin at a token, and its last token; null if none does. */
type MeasureRule = (tokens: Tokens, at: number) => { readonly unit: string; readonly at: number } | null

/** "percentage points", "basis points" */
const points: MeasureRule = (tokens, at) =>
  /^(?:percentage|basis)$/.test(lower(tokens, at)) && /^points?$/.test(lower(tokens, at + 1))
    ? { unit: `${lower(tokens, at)} points`, at: at + 1 }
    : null
/** "per cent" */
const perCent: MeasureRule = (tokens, at) =>
  lower(tokens, at) === 'per' && lower(tokens, at + 1) === 'cent' ? { unit: 'percent', at: at + 1 } : null
/** "30 degrees Celsius", "30°C", "30 C" */
const temperature: MeasureRule = (tokens, at) => {
  const degrees = /^(?:degrees?|°)$/.test(lower(tokens, at))
  const next = degrees ? at + 1 : at
  const scale = /^(?:c|f|celsius|centigrade|fahrenheit)$/.exec(lower(tokens, next))?.[0].charAt(0)
  if (scale && (degrees || /^[CF]$/.test(tokens[at]?.text ?? ''))) return { unit: scale === 'f' ? '°F' : '°C', at: next }
  return degrees ? { unit: 'degrees', at } : null
}
/** "square miles", "sq. ft" */
const area: MeasureRule = (tokens, at) => {
  const shape = /^(square|cubic|sq)\.?$/.exec(lower(tokens, at))?.[1]
  const next = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
  const measure = MEASURES.get(lower(tokens, next))
  return shape && measure ? { unit: `${shape === 'sq' ? 'square' : shape} ${measure}`, at: next } : null
}
/** "Canadian dollars", "Hong Kong dollars" */
const currency: MeasureRule = (tokens, at) => {
  for (const last of [at + 1, at + 2]) {
    const unit = NATIONAL_CURRENCIES.get(`${lower(tokens, at)} ${lower(tokens, last)}`)
    if (unit) return { unit, at: last }
  }
  return null
}
/** "kilometres an hour", "miles per hour" */
const speed: MeasureRule = (tokens, at) => {
  const unit = MEASURES.get(lower(tokens, at))
  const rate =
    /^(?:km|miles)$/.test(unit ?? '') && /^(?:an|per)$/.test(lower(tokens, at + 1)) && lower(tokens, at + 2) === 'hour'
  return rate ? { unit: unit === 'km' ? 'km/h' : 'mph', at: at + 2 } : null
}
/** "four times earnings" */
const times: MeasureRule = (tokens, at) => (lower(tokens, at) === 'times' ? { unit: 'times', at } : null)
/** "km"; "pounds" of money or of weight */
const measureWord: MeasureRule = (tokens, at) => {
  const unit = MEASURES.get(lower(tokens, at))
  if (unit) return { unit, at }
  return lower(tokens, at) === 'pounds' ? { unit: isMoney(tokens, at) ? 'GBP' : 'pounds', at } : null
}

const MEASURE_RULES: readonly MeasureRule[] = [
  points, // "basis points"
  perCent, // "per cent"
  temperature, // "degrees Celsius"
  area, // "square miles"
  currency, // "Canadian dollars"
  speed, // "miles an hour"
  times, // "times"
  measureWord, // "km"
]

/** The count or measure of the number that ends before `at`; null if nothing that follows gives one. */
export function countNounAfter(tokens: Tokens, at: number, end: number): CountNoun | null {
  for (const rule of MEASURE_RULES) {
    const found = rule(tokens, at)
    if (found && found.at < end) return { ...found, measure: true }
  }
  const head = headOfPhrase(tokens, at, end)
  const noun = head === null ? '' : lower(tokens, head)
  return head === null ? null : { unit: MEASURES.get(noun) ?? plural(noun), at: head, measure: false }
}

/** Returns the noun that "40 badly wounded foreign soldiers" counts; null if a verb, a mark or another phrase comes first. */
function headOfPhrase(tokens: Tokens, at: number, end: number): number | null {
  let head: number | null = null
  const from = phraseStart(tokens, at)
  for (let to = from; to < Math.min(end, from + REACH) && to < tokens.length; to++) {
    if (isCounted(tokens, to, end)) return to
    if (/^(?:last|final|fewer|remaining|further|extra|additional|past|previous)$/.test(lower(tokens, to))) continue
    if (tag(tokens, to) === 'noun') {
      if (!isCompound(tokens, to)) head ??= to
    } else if (!isModifier(tokens, to, head !== null)) break
  }
  // A lone singular is no count of things, but for "40-odd staff" and "one soldier".
  const lone = head === null ? '' : lower(tokens, head)
  return isOne(tokens[at - 1]) || MEASURES.has(lone) || IRREGULAR_PLURALS.has(lone) ? head : null
}

/** Past "of the" of "two of the boats". */
function phraseStart(tokens: Tokens, at: number): number {
  if (lower(tokens, at) !== 'of') return at
  let to = at + 1
  while (/^(?:determiner|possessive|number)$/.test(tag(tokens, to)) && to < at + 4) to++
  // "900 of the firm's 26,000 jobs"
  for (let owner = to; owner < to + 4; owner++)
    if (/['’]s?$/.test(lower(tokens, owner)) && /^(?:noun|name)$/.test(tag(tokens, owner)))
      return tag(tokens, owner + 1) === 'number' ? owner + 2 : owner + 1
  return to
}

/** A plural; but right before a plural noun it is part of its name: "40 arms dealers". */
function isCounted(tokens: Tokens, at: number, end: number): boolean {
  if (tag(tokens, at) !== 'noun' || !isPlural(lower(tokens, at)) || isCompound(tokens, at)) return false
  const next = lower(tokens, at + 1)
  return !(tag(tokens, at + 1) === 'noun' && isPlural(next) && at + 1 < end && !VERB_LIKE.test(next))
}

/** "40 long-range missiles" */
const isCompound = (tokens: Tokens, at: number): boolean =>
  lower(tokens, at).includes('-') && /^(?:noun|name|ed|ing)$/.test(tag(tokens, at + 1))

/** Between a number and its noun: "40 badly wounded foreign"; not "killed" of "40 killed in Brant". */
function isModifier(tokens: Tokens, at: number, hasNoun: boolean): boolean {
  const own = tag(tokens, at)
  if (own === 'name') return true
  if (/^(?:ed|ing|adverb)$/.test(own) && (!hasNoun || own === 'ing'))
    return /^(?:noun|name|ed|ing|adverb)$/.test(tag(tokens, at + 1))
  return !hasNoun && /^(?:other|more|such|many)$/.test(lower(tokens, at))
}

const isOne = (token: Token | undefined): boolean => token !== undefined && /^(?:one|1|a)$/.test(token.lower)

/** Third-person verbs that may follow a counted plural. */
const VERB_LIKE = /^(?:says|shows|needs|means|has|is|was)$/

/** Returns true if a noun looks like a plural. */
export const isPlural = (noun: string): boolean =>
  /[^su]s$/.test(noun) || /[^aeiou]us?ses$/.test(noun) || /(?:ss|sh|ch|x)es$/.test(noun) || IRREGULAR_PLURALS.has(noun)

/** The plural of a noun: "parties" of "party". */
export function plural(noun: string): string {
  if (isPlural(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** Plurals without an s, and nouns that count a group. */
const IRREGULAR_PLURALS = new Set(
  'people men women children police cattle sheep aircraft fish teeth feet mice staff troops species personnel policemen policewomen firemen fishermen congressmen servicemen gunmen businessmen spokesmen grandchildren schoolchildren'.split(
    ' ',
  ),
)

/** Pounds of money or of weight, by the words around; "pounds" where neither is near. */
function isMoney(tokens: Tokens, at: number): boolean {
  for (let n = Math.max(0, at - 8); n < Math.min(tokens.length, at + 6); n++) {
    if (MONEY_WORDS.has(lower(tokens, n))) return true
    if (WEIGHT_WORDS.has(lower(tokens, n))) return false
  }
  return false
}
