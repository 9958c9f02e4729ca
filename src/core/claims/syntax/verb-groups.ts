/** Verbs together with their auxiliaries and negations: "has not yet been sold". */

import { baseOfPast, PARTICIPLES } from '../../lexicon/base-forms.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import type { Tag } from '../../lexicon/function-words.ts'
import { isBaseForm, TWOFOLD_FORMS } from '../../lexicon/twofold-forms.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { isInfinitiveVerb } from '../words/infinitives.ts'
import type { Token } from '../words/token.ts'

export interface VerbGroup {
  /** In token indices. */
  readonly from: number
  readonly to: number
  /** The main verb; a form of "be" or "have" if it stands alone. */
  readonly verb: number
  /** After "to": it belongs to the predicate before it. */
  readonly infinitive: boolean
}

/** Tags that may open a group. */
const VERBAL: ReadonlySet<Tag> = new Set<Tag>(['modal', 'be', 'have', 'do', 'subject', 'verb', 'ed', 'noun'])
const AUXILIARY: ReadonlySet<string> = new Set<Tag>(['modal', 'be', 'have', 'do'])
const INSIDE: ReadonlySet<string> = new Set<Tag>(['be', 'have', 'adverb', 'negation'])
/** Tags before a past form that mark it as an adnominal participle: "the closed port". */
const ADNOMINAL = /^(?:determiner|possessive|preposition|number|to)$/

/** Returns the verb groups of a sentence, in order, not overlapping. */
export function verbGroupsIn(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let at = 0; at < tokens.length; at++) {
    const group = verbGroupAt(tokens, at)
    if (!group) continue
    groups.push(group)
    at = group.to - 1
  }
  return groups
}

/** The verb groups of a sentence. */
export interface Groups {
  readonly groups: readonly VerbGroup[]
  /** For each token the group that contains it, or -1. */
  readonly groupAt: readonly number[]
}

/** Returns the verb group that contains a token. Without one nothing is looked up: `groups[-1]` would be slow. */
export function groupWith({ groups, groupAt }: Groups, at: number): VerbGroup | undefined {
  const index = at < 0 ? -1 : (groupAt[at] ?? -1)
  return index < 0 ? undefined : groups[index]
}

/** Returns true if a verb that is no infinitive stands completely in [from, to). */
export function hasFiniteGroup(groups: readonly VerbGroup[], from: number, to: number): boolean {
  for (let n = lowerBound(groups, from, (group) => group.from); n < groups.length; n++) {
    const group = groups[n]
    if (!group || group.to > to) return false
    if (!group.infinitive) return true
  }
  return false
}

/** The most members of a list that shares an auxiliary. */
const MEMBERS = 8

/**
 * True for a verb form that shares the auxiliary of a group before it: "may fail and | cost", "to have fallen, | broken".
 * Between them stand comma and conjunction only before another member of the list.
 */
export function sharesAuxiliary(
  { tokens, groups, groupAt }: Groups & { readonly tokens: readonly Token[] },
  at: number,
): boolean {
  const word = tokens[at]
  if (!word) return false
  const past = baseOfPast(word.lower) !== null || TWOFOLD_FORMS.get(word.lower) === 'invariant'
  const participle = word.tag === 'ed' || PARTICIPLES.has(word.lower) || past
  const next = groupAt[at] ?? -1
  const last = next < 0 ? lowerBound(groups, at, ({ from }) => from) - 1 : next - 1
  for (let index = last; index >= 0 && index > last - MEMBERS; index--) {
    const { from, verb, infinitive } = groups[index] as VerbGroup
    if (from === verb && !infinitive && participle && joins(tokens[from - 1])) continue
    const perfect = tokens.slice(from, verb).some(({ lower }) => lower === 'have')
    if (perfect || participle) return perfect && participle
    return /^(?:modal|do)$/.test(tokens[from]?.tag ?? '') && isBaseForm(word.lower)
  }
  return false
}

const joins = (token: Token | undefined): boolean => token?.text === ',' || token?.tag === 'conjunction'

function verbGroupAt(tokens: readonly Token[], at: number): VerbGroup | null {
  const token = tokens[at]
  if (!token || !VERBAL.has(token.tag)) return null
  // "in doing so", "Being old"
  if (token.lower === 'doing' || token.lower === 'being' || token.lower === 'having') return null
  const infinitive = tagBefore(tokens, at) === 'to'
  if (AUXILIARY.has(token.tag)) return withAuxiliaries(tokens, at, infinitive)
  if (token.tag === 'subject' && /'(?:s|re|m|ve|d|ll)$/.test(token.lower)) {
    const group = withAuxiliaries(tokens, at, false)
    return { ...group, from: at }
  }
  if (infinitive) return isInfinitiveVerb(tokens, at) ? single(at, true) : null
  const before = tokens[at - 1]
  if (token.tag === 'verb') return isAdnominal(tokens, at) && !isPronominal(tokens, at) ? null : single(at, false)
  if (token.tag === 'ed') {
    // "40 injured people", but "yields by 2050 exceeded"
    const counted = before?.tag === 'number' && !/^(?:noun|name)$/.test(tokens[at + 1]?.tag ?? '')
    if (isPronominal(tokens, at)) return single(at, false)
    if (isOfObject(tokens, at)) return null
    return at === 0 || isAdnominal(tokens, at) || (ADNOMINAL.test(before?.tag ?? '') && !counted) ? null : single(at, false)
  }
  // "they want", "analysts say": a base form after its subject.
  if (token.tag !== 'noun') return null
  if (before?.tag === 'subject' && before.lower !== 'there' && !/'/.test(before.lower)) return single(at, false)
  // "no longer risks"
  if (before?.lower === 'longer' && tokens[at - 2]?.lower === 'no') return single(at, false)
  if (before?.tag !== 'noun' || !opensObject(tokens[at + 1]) || CUE_FORMS.get(token.lower)?.form !== 'base') return null
  return /[^s]s$/.test(before.lower) ? single(at, false) : null
}

/** "does not handle exposed food": the object of the verb before it. */
const isOfObject = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.tag === 'noun' &&
  tokens[at - 1]?.tag === 'noun' &&
  (/^(?:negation|modal|do|to)$/.test(tokens[at - 2]?.tag ?? '') || /n't$/.test(tokens[at - 2]?.lower ?? ''))

/** "Both said the dam", "Many speculated that" */
const isPronominal = (tokens: readonly Token[], at: number): boolean =>
  /^(?:neither|none)$/.test(tokens[at - 1]?.lower ?? '') ||
  (/^(?:some|many|most|others|several|few|both|all|these|those|each|either)$/.test(tokens[at - 1]?.lower ?? '') &&
    /^(?:determiner|possessive|that|subject|object|to)$/.test(tokens[at + 1]?.tag ?? ''))

/** The tag before a token, without adverbs and opening marks: "to “quickly mend" */
function tagBefore(tokens: readonly Token[], at: number): Tag | undefined {
  let before = at - 1
  while (tokens[before]?.tag === 'adverb' || tokens[before]?.tag === 'quote') before--
  return tokens[before]?.tag
}

/** "the closed port", "the party's newly named leader", "her own stated aim" */
function isAdnominal(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:noun|name|ing)$/.test(tokens[at + 1]?.tag ?? '')) return false
  let before = at - 1
  while (tokens[before]?.tag === 'adverb') before--
  const word = tokens[before]
  if (word?.tag === 'number' && tokens[at + 1]?.tag === 'noun') return true
  const owner = word !== undefined && /^(?:noun|name)$/.test(word.tag) && /['’]s?$/.test(word.lower)
  // "for genetically modified corn"
  if (word?.tag === 'preposition' && before < at - 1) return true
  return /^(?:determiner|possessive)$/.test(word?.tag ?? '') || word?.lower === 'own' || owner
}

const single = (verb: number, infinitive: boolean): VerbGroup => ({ from: verb, to: verb + 1, verb, infinitive })

const opensObject = (token: Token | undefined): boolean => token !== undefined && OBJECT.has(token.tag)
const OBJECT: ReadonlySet<Tag> = new Set<Tag>(['determiner', 'possessive', 'that', 'subject', 'object', 'to', 'name'])

/** "is no longer sold", "has all but vanished" */
const isNoLonger = (tokens: readonly Token[], at: number): boolean => isPair(tokens, at) || isPair(tokens, at - 1)

function isPair(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower
  return (word === 'no' && tokens[at + 1]?.lower === 'longer') || (word === 'all' && tokens[at + 1]?.lower === 'but')
}

/** "will “be adding", "had since hired" */
const isBetween = (tokens: readonly Token[], at: number): boolean =>
  // "was loudly and repeatedly booed"
  (tokens[at]?.tag === 'conjunction' && tokens[at - 1]?.tag === 'adverb' && tokens[at + 1]?.tag === 'adverb') ||
  ((tokens[at]?.tag === 'quote' || /^(?:since|then|once|now)$/.test(tokens[at]?.lower ?? '')) &&
    /^(?:be|have|do|verb|ed|ing|noun|adverb|negation)$/.test(tokens[at + 1]?.tag ?? ''))

function withAuxiliaries(tokens: readonly Token[], from: number, infinitive: boolean): VerbGroup {
  let last = from
  let to = from + 1
  while (
    INSIDE.has(tokens[to]?.tag ?? '') ||
    isBetween(tokens, to) ||
    tokens[to]?.lower.endsWith("n't") ||
    isNoLonger(tokens, to)
  ) {
    if (tokens[to]?.tag === 'be' || tokens[to]?.tag === 'have') last = to
    to++
  }
  const next = tokens[to]
  const base = /^(?:modal|do)$/.test(tokens[last]?.tag ?? '') || /'ll$/.test(tokens[last]?.lower ?? '')
  const verb =
    next !== undefined &&
    (next.tag === 'verb' ||
      next.tag === 'ed' ||
      next.tag === 'ing' ||
      /^(?:doing|done)$/.test(next.lower) ||
      (base && next.tag === 'do') ||
      (base && next.tag === 'noun' && !next.capital && !/(?:body|one|thing)$/.test(next.lower)))
  if (verb) return { from, to: to + 1, verb: to, infinitive }
  // "is not", "is still not"
  let end = last + 1
  for (let at = end; at < to; at++)
    if (
      tokens[at]?.tag === 'negation' ||
      /n't$/.test(tokens[at]?.lower ?? '') ||
      (tokens[at]?.lower === 'longer' && isNoLonger(tokens, at))
    )
      end = at + 1
  return { from, to: end, verb: last, infinitive }
}
