/** The noun or unit that a number counts: a unit, or the head of the noun phrase that follows. */
import { MEASURES, NATIONAL_CURRENCIES } from '../../lexicon/units.ts'
import type { Token } from '../syntax/token.ts'

type Tokens = readonly Token[]

/** A unit, the index of its word, and a flag for a word that belongs to the amount ("40 km", not "40 soldiers"). */
export interface CountNoun {
  readonly unit: string
  readonly at: number
  readonly measure: boolean
}

/** The greatest distance between a number and the head of its noun phrase, in tokens. */
const REACH = 7

/** Returns the noun that the number before `at` counts; null if none follows. */
export function countNounAfter(tokens: Tokens, at: number, end: number): CountNoun | null {
  const lower = (n: number) => (n < end ? (tokens[n]?.lower ?? '') : '')
  const measured = (unit: string, last: number): CountNoun => ({ unit, at: last, measure: true })
  if (lower(at) === 'percentage' && /^points?$/.test(lower(at + 1))) return measured('percentage points', at + 1)
  if (lower(at) === 'basis' && /^points?$/.test(lower(at + 1))) return measured('basis points', at + 1)
  if (lower(at) === 'per' && lower(at + 1) === 'cent') return measured('percent', at + 1)
  // "30 degrees Celsius", "30°C"
  if (/^(?:degrees?|°)$/.test(lower(at))) {
    const scale = /^(?:c|f|celsius|centigrade|fahrenheit)$/.exec(lower(at + 1))?.[0].charAt(0)
    if (scale) return measured(scale === 'f' ? '°F' : '°C', at + 1)
    return measured('degrees', at)
  }
  const area = /^(square|cubic|sq)\.?$/.exec(lower(at))?.[1]
  if (area) {
    const next = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
    const measure = MEASURES.get(lower(next))
    if (measure) return measured(`${area === 'sq' ? 'square' : area} ${measure}`, next)
  }
  for (const last of [at + 1, at + 2]) {
    const currency = NATIONAL_CURRENCIES.get(`${lower(at)} ${lower(last)}`)
    if (currency) return measured(currency, last)
  }
  const measure = MEASURES.get(lower(at))
  if (measure) return measured(measure, at)
  if (lower(at) === 'pounds') return measured(isMoney(tokens, at) ? 'GBP' : 'pounds', at)
  const head = headOfPhrase(tokens, at, end)
  const noun = head === null ? undefined : tokens[head]
  if (!noun || head === null) return null
  return { unit: MEASURES.get(noun.lower) ?? plural(noun.lower), at: head, measure: false }
}

/** Returns the noun that "40 badly wounded foreign soldiers" counts; null if a verb, a mark or another phrase comes first. */
function headOfPhrase(tokens: Tokens, at: number, end: number): number | null {
  let head: number | null = null
  let to = tokens[at]?.lower === 'of' ? at + 1 : at
  // "two of the boats"
  if (to > at) while (/^(?:determiner|possessive|number)$/.test(tokens[to]?.tag ?? '') && to < at + 4) to++
  for (; to < Math.min(end, at + REACH); to++) {
    const token = tokens[to]
    if (!token) break
    const next = tokens[to + 1]
    if (token.tag === 'noun') {
      if (token.lower.includes('-') && /^(?:noun|name|ed|ing)$/.test(next?.tag ?? '')) continue
      if (isPlural(token.lower)) {
        // "40 arms dealers": a plural directly before a plural noun modifies it
        if (next?.tag === 'noun' && isPlural(next.lower) && to + 1 < end && !VERB_LIKE.test(next.lower)) continue
        return to
      }
      head ??= to
      continue
    }
    if (token.tag === 'name') continue
    const modifies = token.tag === 'ed' || token.tag === 'ing' || token.tag === 'adverb'
    // "40 killed in Brant": only a participle before a noun modifies it
    if (modifies && (head === null || token.tag === 'ing') && /^(?:noun|name|ed|ing|adverb)$/.test(next?.tag ?? '')) continue
    if (head === null && /^(?:other|more|such|many)$/.test(token.lower)) continue
    break
  }
  // A lone singular is not counted, except in "40-odd staff" and "one soldier".
  if (head === null) return null
  return isOne(tokens[at - 1]) || MEASURES.has(tokens[head]?.lower ?? '') || IRREGULAR_PLURALS.has(tokens[head]?.lower ?? '')
    ? head
    : null
}

const isOne = (token: Token | undefined): boolean => token !== undefined && /^(?:one|1|a)$/.test(token.lower)

/** Third-person verbs that may follow a counted plural. */
const VERB_LIKE = /^(?:says|shows|needs|means|has|is|was)$/

/** Returns true if a noun looks like a plural. */
export const isPlural = (noun: string): boolean =>
  /[^su]s$/.test(noun) || /[^aeiou]us?ses$/.test(noun) || /(?:ss|sh|ch|x)es$/.test(noun) || IRREGULAR_PLURALS.has(noun)

function plural(noun: string): string {
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

/** Decides between pounds of money and of weight by the words around; without either the unit is "pounds". */
function isMoney(tokens: Tokens, at: number): boolean {
  for (let n = Math.max(0, at - 8); n < Math.min(tokens.length, at + 6); n++) {
    const lower = tokens[n]?.lower ?? ''
    if (
      /^(?:million|billion|trillion|bn|sterling|pay|pays|paid|paying|cost|costs|price|prices|worth|spend|spent|fine|fined|fee|fees|earn|earns|earned|salary|loan|tax|debt|donated|raised|budget)$/.test(
        lower,
      )
    )
      return true
    if (/^(?:weigh|weighs|weighed|weighing|heavy|heavier|lift|lifted|thrust)$/.test(lower)) return false
  }
  return false
}
