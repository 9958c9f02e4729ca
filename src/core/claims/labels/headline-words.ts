/** The words of a claim in headline form: without articles, auxiliaries and asides, up to the end of its main clause. */

import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import type { Token } from '../syntax/token.ts'
import { auxiliaryBefore, isOmittedInHeadline } from './headline-omissions.ts'
import { isDangling, type Kept, labelLength } from './label-length.ts'
import { contractionOf, nameOf, presentTense } from './label-words.ts'

export const LONGEST = 8
export const SHORTEST = 3

/** The input for a label. */
interface HeadlineInput {
  readonly tokens: readonly Token[]
  readonly source: readonly Token[]
  /** The token of the main verb; null if there is none. */
  readonly verb: Token | null
  /** Keeps auxiliaries. */
  readonly full: boolean
  /** Takes the first words if no complete phrase fits. */
  readonly cut?: boolean
}

/** Returns the words of the label; none if no complete phrase of at least `SHORTEST` words is found. */
export function headlineWords({ tokens, source, verb: main, full, cut = false }: HeadlineInput): string[] {
  const words: Kept[] = []
  let verb = -1
  let plural: boolean | null = null
  let aside = false
  let headed = false
  let reached = main === null || !tokens.includes(main)
  const keep = (text: string, token: Token, at: number) => words.push({ text, token, at })
  for (let at = pastOpening(tokens); at < tokens.length && words.length <= LONGEST + 1; at++) {
    const token = sentenceWord(tokens, at)
    if (!token) break
    const enough = words.length >= SHORTEST
    if (token.tag === 'mark' && ENDS.test(token.text)) {
      if (words.length > 1 && (verb >= 0 || enough)) break
      if (tokens[at + 1]?.capital) words.length = 0
      continue
    }
    if (token.tag === 'mark' && /^(?:,|—|–|--|;|:|\(|\))$/.test(token.text)) {
      if (verb >= 0 && reached && (enough || token.text === ';')) break
      // "Lee, the mayor, left": an aside between the actor and the verb is skipped.
      if (verb < 0 && words.length > 0) aside = token.text !== ')' && !aside
      continue
    }
    if (aside || token.tag === 'quote' || token.tag === 'mark') continue
    // "they figured out that it fails"
    if (token.tag === 'that' && verb === words.length - 1 && words.length > 1 && opensComplement(tokens, at)) continue
    // "You're rude and I'm leaving"
    if (verb >= 0 && reached && token.tag === 'conjunction' && tokens[at + 1]?.tag === 'subject') break
    if (verb >= 0 && reached && enough && endsHeadline(tokens, at, words.length)) break
    const day = lengthOfDay(tokens, at)
    if (day > 0) {
      at += day - 1
      continue
    }
    const opens = words.length === 0
    if (token === main) {
      reached = true
      verb = words.length
    } else if (verb < 0 && (token.tag === 'modal' || token.tag === 'do')) verb = words.length
    if (isOmittedInHeadline(tokens, at, opens) && !(full && /^(?:be|have)$/.test(token.tag))) {
      if (/^(?:be|have)$/.test(token.tag) && verb < 0) verb = Math.max(0, words.length - 1)
      if (/n't$/.test(token.lower)) keep('not', token, at)
      continue
    }
    if (verb < 0 && !opens && /^(?:be|have)$/.test(token.tag)) verb = words.length
    const finite = verb < 0 && !opens && (token.tag === 'verb' || (token.tag === 'ed' && main === null))
    const past = (finite || (token === main && !opens && /^(?:verb|ed)$/.test(token.tag))) && !auxiliaryBefore(tokens, at)
    if (past && !(token.lower === 'used' && tokens[at + 1]?.tag === 'to')) keep(presentTense(token, plural === true), token, at)
    else if (opens && token.tag === 'subject') {
      if (verb < 0 && token.lower.includes("'")) verb = 0
      pronoun(token, tokens[at + 1], source, at, !tokens.slice(0, at).some(({ tag }) => tag === 'name'), keep)
    } else keep(token.text, token, at)
    if (verb < 0 && (finite || past)) verb = words.length - 1
    if (verb < 0 && (token.lower === 'and' || !headed)) plural = numberOf(token, plural)
    if (token.tag === 'preposition' && plural !== null) headed = true
  }
  const length = labelLength(words, tokens, Math.min(verb, words.length - 1), SHORTEST, LONGEST)
  const whole = words.slice(0, length || !cut ? length : LONGEST).map(({ text }) => text)
  while (length === 0 && whole.length > 0 && isDangling(whole.at(-1) ?? '')) whole.pop()
  return whole.length < SHORTEST ? [] : whole
}

/** Returns true if the actor is plural, as far as a word shows it: "talks", "they"; "Lee and Roe" are plural. */
function numberOf({ lower, tag }: Token, plural: boolean | null): boolean | null {
  if (lower === 'and' || (plural === true && tag === 'name')) return true
  if (/^(?:people|police|they|we|i|you|them|those|both|several|few|many|most|others)$/.test(lower)) return true
  if (tag === 'noun') return /[^s]s$/.test(lower)
  if (tag === 'number') return !/^(?:one|1)$/.test(lower)
  return tag === 'name' ? /(?:icans|crats|ians|ists)$/.test(lower) : plural
}

const ENDS = /^(?:[.!?…]|\.\.\.)$/

/** Returns a token with the tag of its word if it has a capital only because it opens a sentence: "It rained. The dam held." */
function sentenceWord(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at]
  const tag = token?.tag === 'name' && ENDS.test(tokens[at - 1]?.text ?? '') ? FUNCTION_WORDS.get(token.lower) : undefined
  return token && tag ? { ...token, tag } : token
}

/** Adds an opening pronoun as the name that it stands for; not after another name, which may be its antecedent. */
function pronoun(
  token: Token,
  next: Token | undefined,
  source: readonly Token[],
  at: number,
  first: boolean,
  keep: (text: string, token: Token, at: number) => void,
): void {
  const name = first ? nameOf(token, source) : null
  keep(name ?? token.text, token, at)
  const ending = name === null ? '' : contractionOf(token, next)
  if (ending) keep(ending, token, at)
}

/** True for "that it fails"; not for "feels that way", "did not post that". */
function opensComplement(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1], tokens[at + 2]]
  if (!next || next.tag === 'mark') return false
  return next.tag !== 'noun' || /^(?:be|have|modal|do|verb|ed|noun|preposition|negation)$/.test(after?.tag ?? '')
}

/** True for another clause, or "as quickly as possible"; for "and" only if it joins no nouns. */
function endsHeadline(tokens: readonly Token[], at: number, length: number): boolean {
  const { tag, lower } = tokens[at] ?? { tag: 'mark', lower: '' }
  if (lower === 'as') return length > SHORTEST && tokens[at - 1]?.tag !== 'be'
  if (tag === 'conjunction')
    return !isNounLike(tokens[at + 1]) || /^(?:verb|be|have|modal|do|ed)$/.test(tokens[at + 2]?.tag ?? '')
  return (
    tag === 'relative' ||
    (tag === 'that' && opensComplement(tokens, at)) ||
    (tag === 'subordinator' && !/^(?:if|unless|until|whether|how|why|where|than|so)$/.test(lower))
  )
}

const isNounLike = (token: Token | undefined): boolean => token !== undefined && /^(?:noun|name|number)$/.test(token.tag)

/** Returns the length in tokens of "on Monday", "late on Thursday night", "on March 11"; else 0. */
function lengthOfDay(tokens: readonly Token[], at: number): number {
  const on = /^(?:late|early)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  const day = tokens[on]?.lower === 'on' ? on + 1 : on
  if (day === at || tokens[day]?.tag !== 'time') return 0
  const more = tokens[day + 1]?.tag === 'number' || /^(?:morning|afternoon|evening|night)$/.test(tokens[day + 1]?.lower ?? '')
  return day + (more ? 2 : 1) - at
}

/** Returns the start after "In a vote on Monday,", "Look," and "While it rained,": the actor comes first. */
export function pastOpening(tokens: readonly Token[]): number {
  let start = 0
  while (
    /^(?:quote|conjunction)$/.test(tokens[start]?.tag ?? '') ||
    /^(?:so|well|look|yes|oh|okay|even)$/.test(tokens[start]?.lower ?? '')
  ) {
    if (tokens[start]?.lower === 'nor' || (tokens[start]?.lower === 'even' && tokens[start + 1]?.tag !== 'subordinator')) break
    start++
    if (tokens[start]?.text === ',') start++
  }
  const tag = tokens[start]?.tag ?? ''
  if (!/^(?:preposition|subordinator|time|adverb)$/.test(tag)) return start
  if (tag === 'adverb') return start
  const end = tokens.findIndex(({ text }, at) => at > start && /^[.!?]$/.test(text))
  const comma = tokens.findIndex(({ text }, at) => at > start && text === ',')
  const whole = comma > start && comma - start < 25 && (end < 0 || comma < end) && tokens.length - comma > 2 * SHORTEST
  if (whole) return comma + 1
  return start
}
