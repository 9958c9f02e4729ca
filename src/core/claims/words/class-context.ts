/** The clause around a word of two classes, as far as it has been read, and what follows the word. */
import { PLURAL_NAMES } from '../../lexicon/common-nouns.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import type { Tag } from '../../lexicon/function-words.ts'
import { TWOFOLD_FORMS as FORMS } from '../../lexicon/twofold-forms.ts'
import type { Token } from './token.ts'

/** A clause as far as it has been read. */
export interface Clause {
  readonly tokens: readonly Token[]
  readonly at: number
  /** A finite verb has come since the clause began. */
  readonly verb: boolean
  /** The same since the last comma. */
  readonly verbInPart: boolean
}

/** Returns the tag of a word in its place; null if the rule does not decide. */
export type ClassRule = (clause: Clause) => Tag | null

export const isPlural = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/[^su]s$|ss?es$|[^s]us?es$/.test(token.lower) ||
    /^(?:people|police|men|women|children|they|we|i|you|many|most|both|some|others|several|few|all|these|those|data|mps)$/.test(
      token.lower,
    )) &&
  !(token.tag === 'name' && PLURAL_NAMES.has(token.lower))

export const OBJECT = /^(?:determiner|possessive|that|subject|object|to|number|relative|quote|subordinator)$/
/** "Results, published in May, show", "Farmers — and some traders — say" */
export const CLOSES_ASIDE = /^(?:[,)–—-]|--)$/
export const FINITE = /^(?:verb|be|have|modal|do)$/

/** Returns the word before, without adverbs and negations. */
export function wordBefore({ tokens, at }: Clause): Token | undefined {
  let before = at - 1
  while (/^(?:adverb|negation)$/.test(tokens[before]?.tag ?? '')) before--
  return tokens[before]
}

/** Returns true if an unambiguous verb follows before the clause ends. */
export function verbAhead({ tokens, at }: Clause): boolean {
  let comma = false
  for (let next = at + 1; next < Math.min(tokens.length, at + 25); next++) {
    const token = tokens[next]
    if (!token || CLOSES.test(token.tag) || /^[;:—–]$/.test(token.text)) return false
    // "stops here, and riders complain"
    if (token.text === ',' && tokens[next + 1]?.tag === 'conjunction') return false
    // "falls sharply, clerks say"
    if (comma && reports(token) && /^(?:mark|)$/.test(tokens[next + 1]?.tag ?? '')) return false
    if (isVerbAfter(token, tokens[next - 1])) return true
    comma ||= token.text === ','
  }
  return false
}
const CLOSES = /^(?:relative|that|subordinator|quote|subject)$/

const isVerbAfter = ({ tag }: Token, before: Token | undefined): boolean =>
  (FINITE.test(tag) && before?.tag !== 'to') || (tag === 'ed' && /^(?:noun|name)$/.test(before?.tag ?? ''))

/** A verb that takes a clause: "figures show unemployment fell". */
export const reports = (token: Token | undefined): boolean =>
  CUE_FORMS.get(token?.lower ?? '')?.verb.frames.includes('s') === true

export const MANY = /^(?:many|most|both|some|others|several|few|all)$/

export const opensObject = (token: Token | undefined): boolean =>
  /^(?:determiner|possessive|that|subject|name)$/.test(token?.tag ?? '')

/** The head of the noun phrase that opens the clause: "Polls" of "Polls in the north show". */
export function subjectHead(tokens: readonly Token[], at: number): Token | undefined {
  let from = at
  while (
    from > 0 &&
    at - from < 12 &&
    !/^(?:mark|that|subordinator|relative|quote|conjunction)$/.test(tokens[from - 1]?.tag ?? '')
  )
    from--
  const link = tokens.findIndex(({ tag }, index) => index > from && /^(?:preposition|ed|to)$/.test(tag))
  return link > from && link < at ? tokens.slice(from, link).findLast(({ tag }) => /^(?:noun|name)$/.test(tag)) : undefined
}

/** "Democrats, Tully notes, applaud": a name and the word between commas. */
export function isAside(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== ',' || !/^(?:noun|name)$/.test(tokens[at - 1]?.tag ?? '')) return false
  let open = at - 1
  while (open > at - 5 && /^(?:noun|name|determiner)$/.test(tokens[open]?.tag ?? '')) open--
  return tokens[open]?.text === ',' && open > 0
}

/** An object, a clause or an infinitive follows, or nothing; and where a preposition does, no other verb. */
export function opensComplement(clause: Clause): boolean {
  const { tokens, at } = clause
  const next = tokens[at + 1]
  if (next === undefined) return true
  if (FINITE.test(next.tag) || /['’]s$/.test(next.lower)) return false
  if (OBJECT.test(next.tag)) return next.tag !== 'to' || !verbAhead(clause)
  if (/^[,;]$/.test(next.text)) return false
  if (next.text === '.') return !verbAhead(clause)
  if (/^(?:preposition|adverb|time|conjunction)$/.test(next.tag)) return !verbAhead(clause)
  // "Council backs plan to"
  if (FORMS.get(next.lower) === 'base' && FORMS.get(tokens[at]?.lower ?? '') === 'third')
    return !verbAhead({ ...clause, at: at + 1 })
  // "her friends make jokes"
  if (FORMS.get(next.lower) === 'third' && FORMS.get(tokens[at]?.lower ?? '') === 'base')
    return !verbAhead({ ...clause, at: at + 1 })
  if (FORMS.has(next.lower) || next.tag === 'ed') return false
  return next.tag === 'name' || (next.tag === 'noun' && (reports(tokens[at]) || !verbAhead(clause)))
}
