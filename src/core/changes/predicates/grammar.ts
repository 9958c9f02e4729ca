/** The grammar of a wording, as extraction reads it, and the words that a word governs. */
import { type ParsedSentence, parseSentence } from '../../claims/parsed-sentence.ts'
import type { VerbGroup } from '../../claims/syntax/verb-groups.ts'
import { lower, tag } from '../../claims/words/tokens.ts'
import { PARTICIPLES } from '../../lexicon/base-forms.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { ReadText } from '../compare/comparison.ts'

export interface Grammar extends ParsedSentence {
  /** For each token the word of the wording that begins with it, or -1. */
  readonly wordAt: Int32Array
  /** For each word of the wording the token that contains it. */
  readonly tokenAt: Int32Array
}

export const grammarOf = memoizeByIdentity(({ text, words }: ReadText): Grammar => {
  const parsed = parseSentence(text, false)
  const wordAt = new Int32Array(parsed.tokens.length).fill(-1)
  const tokenAt = new Int32Array(words.length).fill(-1)
  let at = 0
  for (const [n, { start }] of words.entries()) {
    while ((parsed.tokens[at]?.end ?? text.length) <= start && at < parsed.tokens.length - 1) at++
    tokenAt[n] = at
    if (wordAt[at] === -1) wordAt[at] = n
  }
  return { ...parsed, wordAt, tokenAt }
})

const SKIPPED = /^(?:adverb|determiner|possessive|quote|negation)$/

/** The end of a clause for what a word governs. */
const isStop = ({ tokens }: Grammar, at: number): boolean => at >= tokens.length || /^[;:.!?]$/.test(tokens[at]?.text ?? '')

/** Returns the head of the noun phrase at a token: "crews" of "the rescue crews"; null if none begins there. */
export function nounHead({ tokens, groupAt }: Grammar, at: number): number | null {
  let head: number | null = null
  for (let k = at; k < Math.min(tokens.length, at + 9); k++) {
    const kind = tag(tokens, k)
    if (/^(?:noun|name|number|ing|ed|object)$/.test(kind) && (k === at || head === null || groupAt[k] === -1)) {
      if (kind !== 'ed' || head === null) head = k
    } else if (!(head === null || kind === 'adverb' || kind === 'quote') || !SKIPPED.test(kind)) break
  }
  return head
}

/** Returns what a verb group asserts: its verb, or what "be" ascribes: "safe" of "is not safe", "ruin" of "is in ruin". */
export function predicateHead(grammar: Grammar, group: VerbGroup): number {
  const { tokens, groups, groupAt } = grammar
  // "may have fallen": a participle that is tagged as a noun.
  if (/^(?:be|have)$/.test(tag(tokens, group.verb))) {
    let participle = group.to
    while (tag(tokens, participle) === 'adverb') participle++
    if (PARTICIPLES.has(lower(tokens, participle))) return participle
  }
  if (tag(tokens, group.verb) !== 'be' && !/'(?:s|re|m)$/.test(lower(tokens, group.verb))) return group.verb
  let at = group.to
  while (SKIPPED.test(tag(tokens, at))) at++
  if (tag(tokens, at) === 'to') return groups[groupAt[at + 1] ?? -1]?.verb ?? group.verb
  if (tag(tokens, at) === 'preposition') return nounHead(grammar, at + 1) ?? group.verb
  if (tag(tokens, at) === 'that') return at
  return nounHead(grammar, at) ?? group.verb
}

/** Returns the head of the next finite predicate in the sentence part from a token on. */
export function nextPredicate(grammar: Grammar, from: number): number | null {
  const { groups, groupAt } = grammar
  for (let at = from; !isStop(grammar, at); at++) {
    const group = groups[groupAt[at] ?? -1]
    if (group && group.from >= from && !group.infinitive) return predicateHead(grammar, group)
  }
  return null
}

/** Returns the head of the finite predicate before a token. */
export function predicateBefore(grammar: Grammar, from: number): number | null {
  const { groups, groupAt } = grammar
  for (let at = from - 1; at >= Math.max(0, from - 20) && !isStop(grammar, at); at--) {
    const group = groups[groupAt[at] ?? -1]
    if (group && !group.infinitive) return predicateHead(grammar, group)
  }
  return null
}

/** Returns the verb of an infinitive whose "to" stands at a token. */
function infinitiveHead(grammar: Grammar, to: number): number | null {
  const { tokens, groups, groupAt } = grammar
  let at = to + 1
  while (tag(tokens, at) === 'adverb' || tag(tokens, at) === 'quote') at++
  const group = groups[groupAt[at] ?? -1]
  return group ? predicateHead(grammar, group) : /^(?:noun|adverb)$/.test(tag(tokens, at)) ? at : null
}

/**
 * Returns the head of what follows a governing word: "leave" of "to leave", "fell" of "that it fell", "selling" of "of selling
 * it", "dead" of "feared dead"; null if nothing follows.
 */
export function complementHead(grammar: Grammar, from: number): number | null {
  const { tokens, groups, groupAt } = grammar
  let at = from
  while (SKIPPED.test(tag(tokens, at)) && tag(tokens, at) !== 'determiner') at++
  switch (tag(tokens, at)) {
    case 'to':
      return infinitiveHead(grammar, at)
    case 'that':
      return nextPredicate(grammar, at + 1)
    case 'preposition':
      return complementHead(grammar, at + 1)
    case 'subject':
      return nextPredicate(grammar, at)
    case 'be':
    case 'have': {
      const group = groups[groupAt[at] ?? -1]
      return group ? predicateHead(grammar, group) : null
    }
  }
  if (tag(tokens, at) === 'ing') return lower(tokens, at) === 'being' || lower(tokens, at) === 'having' ? at + 1 : at
  if (tag(tokens, at) === 'ed' || tag(tokens, at) === 'verb') return at
  return nounHead(grammar, at)
}

/** Returns the head of the subject of the verb group before a token: "rain" of "Rain is possible". */
export function subjectBefore(grammar: Grammar, from: number): number | null {
  const { groups, groupAt, clauses } = grammar
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const index = groupAt[at] ?? -1
    if (index === -1) continue
    const subject = clauses.get(index)?.subject
    if (!subject) return (groups[index]?.from ?? 0) > 0 ? nounBefore(grammar, (groups[index]?.from ?? 1) - 1) : null
    return nounHead(grammar, subject[0])
  }
  return null
}

function nounBefore({ tokens }: Grammar, at: number): number | null {
  return /^(?:noun|name|ing|number)$/.test(tag(tokens, at)) ? at : null
}

/** Returns the verb that a noun belongs to, as a word of the wording: the one before it in its clause, else the next; -1 if none. */
export function verbOfNoun(grammar: Grammar, word: number): number {
  const { tokens, groups, groupAt, tokenAt, wordAt } = grammar
  const noun = tokenAt[word] ?? 0
  for (const step of [-1, 1]) {
    for (let at = noun; at >= 0 && !isStop(grammar, at) && tag(tokens, at) !== 'subordinator'; at += step) {
      const group = groups[groupAt[at] ?? -1]
      if (group && !group.infinitive) return wordAt[group.verb] ?? -1
    }
  }
  return -1
}

/** True for a word that is no verb: what "no", "without" or "a lack of" may stand before. */
export const isNoun = ({ groupAt, tokenAt, tokens }: Grammar, word: number): boolean =>
  groupAt[tokenAt[word] ?? 0] === -1 && tag(tokens, tokenAt[word] ?? 0) === 'noun'

/** True for a word before a noun that it describes: "sound" of "a sound roof". */
export const describesNoun = ({ tokens, tokenAt }: Grammar, word: number): boolean =>
  tag(tokens, (tokenAt[word] ?? 0) + 1) === 'noun'

/** True for a word in a verb group, or a participle after one: "has fallen". */
export const isVerb = ({ groupAt, tokenAt, tokens }: Grammar, word: number): boolean =>
  groupAt[tokenAt[word] ?? 0] !== -1 || /^(?:have|be)$/.test(tag(tokens, (tokenAt[word] ?? 0) - 1))

/** "of selling", but not "after a meeting" */
export const isGerund = ({ tokenAt, tokens }: Grammar, word: number): boolean =>
  tag(tokens, tokenAt[word] ?? 0) === 'ing' && !ADNOMINAL.test(tag(tokens, (tokenAt[word] ?? 0) - 1))
/** "for survivors", "a rise" */
export const isThing = (grammar: Grammar, word: number): boolean =>
  !isVerb(grammar, word) &&
  !isGerund(grammar, word) &&
  /^(?:determiner|possessive|preposition|number)$/.test(tag(grammar.tokens, (grammar.tokenAt[word] ?? 0) - 1))

const ADNOMINAL = /^(?:determiner|possessive|noun|number)$/

/** "attempts to reach": what a noun is after, and nobody asserts. */
export const isAimed = ({ groupAt, tokenAt, tokens }: Grammar, word: number): boolean => {
  const at = tokenAt[word] ?? 0
  return tag(tokens, at - 1) === 'to' && groupAt[at - 2] === -1 && AIMS.test(lower(tokens, at - 2))
}
const AIMS = /^(?:attempt|effort|bid|plan|proposal|request|call|move|plea|offer|pledge|threat)s?$/

/** Returns what directly follows a verb, as a word of the wording: "day" of "ended its day", "selling" of "began selling"; -1 if nothing. */
export function objectOf(grammar: Grammar, word: number): number {
  const { tokens, tokenAt, wordAt } = grammar
  const next = (tokenAt[word] ?? 0) + 1
  if (!/^(?:determiner|possessive|ing|noun|name|to)$/.test(tag(tokens, next))) return -1
  const head =
    tag(tokens, next) === 'ing' ? next : tag(tokens, next) === 'to' ? complementHead(grammar, next) : nounHead(grammar, next)
  return head === null ? -1 : (wordAt[head] ?? -1)
}
