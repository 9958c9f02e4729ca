/** Noun phrases: their start, their end, and the appositions after them. */

import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import type { Range, Token } from '../words/token.ts'

/** The longest apposition between commas, in tokens. */
export const APPOSITION = 40
/** The greatest distance of a subject, and the length of the longest noun phrase, in tokens. */
export const REACH = 80

export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'noun' ||
    token.tag === 'name' ||
    token.tag === 'number' ||
    token.tag === 'object' ||
    token.tag === 'determiner' ||
    token.tag === 'ing')

export const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'verb' || token.tag === 'be' || token.tag === 'have' || token.tag === 'modal' || token.tag === 'do')

/** Returns the start of the noun phrase whose last token is `last`. */
export function phraseStart(tokens: readonly Token[], last: number, floor = 0): number | null {
  let start = last + 1
  for (let at = last; at >= floor && last - at < REACH; at--) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (!token) break
    if (token.tag === 'determiner' || token.tag === 'possessive') {
      start = at
      if (before?.tag === 'determiner' || before?.lower === 'of') continue
      if (before?.tag === 'preposition' && attaches(tokens, at - 1, floor)) continue
      if (before?.tag === 'conjunction' && coordinates(tokens, at - 1, floor)) continue
      break
    }
    if (token.tag === 'noun' || token.tag === 'name' || token.tag === 'number' || token.tag === 'object') {
      start = at
      continue
    }
    if (token.tag === 'time' && before && isNominal(before) && at < last) continue
    if (token.tag === 'adverb' && at < last && (before?.tag === 'determiner' || before?.tag === 'possessive')) continue
    if (token.tag === 'ed' || token.tag === 'ing') {
      if (at === last && token.tag === 'ed') return null
      // "a man named Lee", "the ruling party"; but "praised Lee" has no subject here.
      if (
        before?.tag === 'determiner' ||
        before?.tag === 'possessive' ||
        before?.tag === 'noun' ||
        before?.tag === 'preposition' ||
        before?.tag === 'number'
      ) {
        start = at
        continue
      }
      if (token.tag === 'ing' && (before === undefined || before.tag === 'mark')) start = at
      break
    }
    if (token.tag === 'preposition' || token.tag === 'to') {
      if (attaches(tokens, at, floor)) continue
      break
    }
    if (token.tag === 'conjunction' && coordinates(tokens, at, floor)) continue
    if (
      token.tag === 'mark' &&
      (token.text === "'" || token.text === '’' || token.text === '&' || token.text === '/' || token.text === '.')
    ) {
      continue
    }
    if (token.tag === 'quote' && at > floor && isNominal(before)) continue
    if (token.text === ')') {
      const open = openingBracket(tokens, at, floor)
      if (open !== null && isNominal(tokens[open - 1])) {
        at = open
        continue
      }
      break
    }
    if (isVerbal(token)) {
      // "a man who lives nearby"
      const relative = relativeBefore(tokens, at, floor)
      if (relative !== null) {
        at = relative
        continue
      }
    }
    break
  }
  while (start <= last && (tokens[start]?.tag === 'mark' || tokens[start]?.tag === 'adverb')) start++
  return start > last ? null : start
}

function openingBracket(tokens: readonly Token[], close: number, floor: number): number | null {
  for (let at = close - 1; at >= floor && close - at < 12; at--) if (tokens[at]?.text === '(') return at
  return null
}

/** Returns true if a preposition belongs to a noun before it. */
function attaches(tokens: readonly Token[], at: number, floor: number): boolean {
  const before = tokens[at - 1]
  if (!before || at - 1 < floor) return false
  if (
    before.tag === 'noun' ||
    before.tag === 'name' ||
    before.tag === 'object' ||
    before.lower === 'those' ||
    before.lower === 'some' ||
    before.lower === 'many' ||
    before.lower === 'most' ||
    before.lower === 'one'
  )
    return true
  if (before.tag === 'number') return true
  if (before.tag === 'ed' || before.tag === 'ing')
    return tokens[at - 2]?.tag === 'noun' || tokens[at - 2]?.tag === 'name' || tokens[at - 2]?.lower === 'those'
  return tokens[at]?.lower === 'of' && before.tag === 'determiner'
}

/** Returns true if "and" joins two nouns and not two clauses: no verb precedes it in its part of the sentence. */
function coordinates(tokens: readonly Token[], at: number, floor: number): boolean {
  if (!isNominal(tokens[at - 1]) || tokens[at]?.lower === 'but') return false
  for (let back = at - 1; back >= floor && at - back < 30; back--) {
    const token = tokens[back]
    if (!token || token.tag === 'mark' || token.tag === 'that' || token.tag === 'subordinator' || token.tag === 'relative')
      return true
    if (isVerbal(token) || token.tag === 'ed' || token.tag === 'subject') return false
  }
  return true
}

function relativeBefore(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let back = at - 1; back > floor && at - back < 8; back--) {
    const token = tokens[back]
    if (!token || token.tag === 'mark' || token.tag === 'quote') return null
    if (token.tag === 'relative' || token.tag === 'that') return isNominal(tokens[back - 1]) ? back : null
  }
  return null
}

/** Returns the noun phrase that begins at `at`, with its appositions: `said Ann Lee, the mayor`. Null if none begins there. */
export function phraseFrom(tokens: readonly Token[], at: number, end: number, appositions = true): Range | null {
  let to = at
  while (to < end && tokens[to]?.tag === 'adverb') to++
  if (tokens[to]?.tag === 'subject' || tokens[to]?.tag === 'object') return [to, to + 1]
  const from = to
  for (; to < end; to++) {
    const token = tokens[to]
    if (!token) break
    if (isNominal(token) && token.tag !== 'ing') continue
    if (token.tag === 'possessive' || (token.tag === 'ed' && (to > from || tokens[to + 1]?.tag === 'noun'))) continue
    if (
      token.lower === 'of' ||
      (token.tag === 'conjunction' && token.lower === 'and' && isNominal(tokens[to + 1]) && to > from)
    )
      continue
    if (
      to > from &&
      (token.lower === 'for' || token.lower === 'at' || token.lower === 'from' || token.lower === 'with') &&
      tokens[to + 1]?.tag !== 'time' &&
      !/^(?:rally|event|speech|interview|statement|debate|time|point)$/.test(tokens[to + 2]?.lower ?? '')
    )
      continue
    if (token.tag === 'mark' && (token.text === '.' || token.text === "'" || token.text === '’') && to + 1 < end) continue
    if (to > from && relatesTo(tokens, to)) continue
    break
  }
  if (to === from) return null
  return [from, appositions ? withAppositions(tokens, to, end) : to]
}

/** "an aide to Mr. Lee", "a person close to the mayor" */
const relatesTo = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'to' &&
  (tokens[at - 1]?.lower === 'close' || ROLE_NOUNS.has(tokens[at - 1]?.lower ?? '')) &&
  /^(?:name|determiner|possessive)$/.test(tokens[at + 1]?.tag ?? '')

/** Returns the token after the appositions of a noun phrase: ", the mayor," ", who lives nearby". */
function withAppositions(tokens: readonly Token[], to: number, end: number): number {
  if (tokens[to]?.text === '(') {
    for (let at = to + 1; at < end && at - to < 10; at++)
      if (tokens[at]?.text === ')') return withAppositions(tokens, at + 1, end)
  }
  if (tokens[to]?.text !== ',') return to
  const next = tokens[to + 1]
  if (!next || to + 1 >= end) return to
  const apposition =
    next.tag === 'determiner' ||
    next.tag === 'possessive' ||
    next.tag === 'relative' ||
    next.tag === 'name' ||
    next.tag === 'number' ||
    (next.tag === 'noun' && next.lower !== 'according')
  if (!apposition) return to
  let at = to + 1
  while (at < end && tokens[at]?.text !== ',' && tokens[at]?.tag !== 'quote' && at - to < APPOSITION) at++
  if (tokens[at]?.text === ',' || at >= end) return at
  return to
}

/** The last word of the base noun phrase at `at`. */
export function headWord(tokens: readonly Token[], at: number): string {
  let head = at
  for (let next = at; /^(?:determiner|possessive|noun|name|number|object|ed|ing|adverb)$/.test(tokens[next]?.tag ?? ''); next++)
    head = next
  return tokens[head]?.lower ?? ''
}
