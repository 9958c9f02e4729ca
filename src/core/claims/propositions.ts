/** A part of a sentence is a proposition by its verb, within a short distance of its beginning. */
import type { Token } from './words/token.ts'

type Tokens = readonly Token[]

const FINITE = new Set(['be', 'have', 'modal', 'do', 'verb'])
const NOT_FINITE = new Set(['be', 'being', 'been', 'having'])
export const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined && FINITE.has(token.tag) && !NOT_FINITE.has(token.lower)
export const isVerb = (tokens: Tokens, at: number): boolean =>
  isFiniteVerb(tokens[at]) ||
  (tokens[at]?.tag === 'ed' && !/^(?:determiner|possessive|preposition)$/.test(tokens[at - 1]?.tag ?? ''))

/** The greatest distance of a clause's verb from its beginning. */
const REACH = 12
/** The greatest distance at which any verb is searched, so that a text without a full stop takes linear time. */
export const FAR = 80

export function hasVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + REACH); at++) {
    if (isVerb(tokens, at)) return true
    if (at > from && tokens[at]?.text === ',') return false
  }
  return false
}

export function holdsProposition(tokens: Tokens, from: number, to: number): boolean {
  let words = 0
  // "to mend the dam", "built in May"
  let verb = /^(?:to|ed|ing)$/.test(tokens[from]?.tag ?? '')
  for (let at = from; at < Math.min(to, from + FAR); at++) {
    if (tokens[at]?.tag !== 'mark' && tokens[at]?.tag !== 'quote') words++
    if (isVerb(tokens, at)) verb = true
    if (verb && words >= 3) return true
  }
  return false
}

/** Returns, at "who" of "Lee, who lost, left", the comma that closes the aside, if the main verb follows it. */
export function relativeAside(tokens: Tokens, at: number, start: number, to: number): number | null {
  if (tokens[at - 1]?.text !== ',' || !/^(?:who|which)$/.test(tokens[at]?.lower ?? '')) return null
  for (let back = Math.max(start, at - FAR); back < at - 1; back++) if (isFiniteVerb(tokens[back])) return null
  for (let close = at + 2; close < Math.min(to, at + 30); close++) {
    if (tokens[close]?.text === ',') return isVerb(tokens, close + 1) && holdsProposition(tokens, at, close) ? close : null
  }
  return null
}

/** ", and Hale, who | left town, would": the comma before the verb of a subject with an aside. */
export function closesAside(tokens: Tokens, at: number, to: number): number | null {
  for (let comma = at; comma < Math.min(to, at + REACH) && !isVerb(tokens, comma); comma++)
    if (tokens[comma]?.text === ',') return relativeAside(tokens, comma + 1, at, to)
  return null
}

/** ", as they did in May" */
export const repeats = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.tag === 'subject' &&
  /^(?:do|does|did|is|was|were|has|had)$/.test(tokens[at + 1]?.lower ?? '') &&
  /^(?:preposition|time|mark|)$/.test(tokens[at + 2]?.tag ?? '')
