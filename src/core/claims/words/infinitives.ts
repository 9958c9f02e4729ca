/** Tells an infinitive ("to mend the wall") from "to" and a noun phrase ("to schools"), and finds the word that governs it. */
import { COMMON_NOUNS, NOUN_ENDING } from '../../lexicon/common-nouns.ts'
import { CONTROL_VERBS, INFINITIVE_GOVERNORS, TRANSFERS } from '../../lexicon/infinitive-governors.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { isAdjective, PLAIN_ADJECTIVES } from '../../lexicon/plain-adjectives.ts'
import { isBaseForm, TWOFOLD_FORMS } from '../../lexicon/twofold-forms.ts'
import type { Token } from './token.ts'

const IRREGULAR_BASES = new Set(IRREGULAR_VERBS.map(([base]) => base))
const VERB_ENDING = /(?:[a-z]{2}(?:ise|ize|ify|ate)|^(?:co|re|de|dis|un|out|over)-?[a-z]{4,})$/
const OPENS_OBJECT = /^(?:determiner|possessive|object|subject|that|relative|name)$/

/** Returns true if the word `at`, after "to", is the base form of a verb. */
export function isInfinitiveVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.capital || !/^(?:noun|verb)$/.test(token.tag) || !/^\p{L}/u.test(token.text)) return false
  const word = token.lower
  const noun = COMMON_NOUNS.has(word)
  const object = OPENS_OBJECT.test(tokens[at + 1]?.tag ?? '')
  const governor = wordBefore(tokens, at)
  if (noun && !object && isCompound(tokens, at) && !governs(governor)) return false
  if (PLAIN_ADJECTIVES.has(word))
    return isBaseForm(word) && /^(?:determiner|possessive|object)$/.test(tokens[at + 1]?.tag ?? '')
  if (isBaseForm(word) || IRREGULAR_BASES.has(word)) return !noun || object || !TRANSFERS.has(governor?.lower ?? '')
  if (TWOFOLD_FORMS.has(word) || /[^s]s$/.test(word)) return false
  if (object && !TRANSFERS.has(governor?.lower ?? '')) return true
  if (noun) return governs(governor)
  if (isAdjective(word) || NOUN_ENDING.test(word)) return VERB_ENDING.test(word) || governs(governor)
  return (
    !TRANSFERS.has(governor?.lower ?? '') &&
    (governs(governor) || !/^(?:noun|name|number|adverb)$/.test(tokens[at + 1]?.tag ?? ''))
  )
}

/** "an email to staff members" */
const isCompound = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.tag === 'noun' && /[^s]s$/.test(tokens[at + 1]?.lower ?? '')

/** "able to", "the plan to", "how to"; "went to" takes both. */
const governs = (token: Token | undefined): boolean =>
  token !== undefined &&
  !/^(?:go|goes|went|going|come|comes|came|lead|leads|led|get|gets|got)$/.test(token.lower) &&
  (INFINITIVE_GOVERNORS.has(token.lower) || /^(?:relative|subordinator)$/.test(token.tag))

/** Returns the word before the "to" of the infinitive `at`, adverbs passed over. */
function wordBefore(tokens: readonly Token[], at: number): Token | undefined {
  let to = at - 1
  while (tokens[to]?.tag === 'adverb') to--
  return tokens[governorOf(tokens, to)]
}

const NOMINAL = /^(?:determiner|possessive|noun|name|number|object|adverb|ing)$/

/**
 * Returns the word that takes the infinitive whose "to" stands `at`: the one before it, or the verb before its object: "forced"
 * of "forced the crew to leave".
 */
export function governorOf(tokens: readonly Token[], at: number): number {
  let before = at - 1
  while (tokens[before]?.tag === 'adverb' && tokens[before]?.lower !== 'yet') before--
  // "voted 6-3 to lower it"
  if (tokens[before]?.tag === 'number' && INFINITIVE_GOVERNORS.has(tokens[before - 1]?.lower ?? '')) return before - 1
  if (!/^(?:noun|name|object|number)$/.test(tokens[before]?.tag ?? '') || INFINITIVE_GOVERNORS.has(tokens[before]?.lower ?? ''))
    return before
  for (let verb = before; verb > before - 7; verb--) {
    if (CONTROL_VERBS.has(tokens[verb]?.lower ?? '') && verb < before) return verb
    // "impossible for them to leave"
    if (tokens[verb]?.lower === 'for' && INFINITIVE_GOVERNORS.has(tokens[verb - 1]?.lower ?? '')) return verb - 1
    if (!NOMINAL.test(tokens[verb]?.tag ?? '') && tokens[verb]?.lower !== 'of') break
  }
  return before
}

/** Returns true if the word before the "to" `at` has the infinitive as its complement: no purpose. */
export function isComplement(tokens: readonly Token[], at: number): boolean {
  const governor = governorOf(tokens, at)
  const word = tokens[governor]
  // "took two hours to convict him"
  if (
    /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/.test(word?.lower ?? '') &&
    tokens.slice(Math.max(0, governor - 4), governor).some(({ lower }) => /^(?:takes?|took|taken)$/.test(lower))
  )
    return true
  if (word === undefined || INFINITIVE_GOVERNORS.has(word.lower) || CONTROL_VERBS.has(word.lower)) return true
  let before = governor - 1
  while (/^(?:adverb|negation)$/.test(tokens[before]?.tag ?? '')) before--
  return word.tag === 'noun' && !/[^s]s$/.test(word.lower) && LINKING.test(tokens[before]?.lower ?? '')
}

/** Before an adjective: "is hard to", "it became difficult to". */
const LINKING =
  /^(?:is|are|was|were|be|been|being|it's|(?:be(?:come|comes|came|coming)|seem|seems|seemed|feel|feels|felt|remain|remains|remained|prove|proves|proved|make|makes|made)|it|too|so|as|more|less|very)$/
