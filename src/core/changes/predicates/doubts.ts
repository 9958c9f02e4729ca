/** The operators that tell how surely something is asserted: modals, adverbs, adjectives, verbs, nouns. */

import { lower, tag } from '../../claims/words/tokens.ts'
import { COMMON_VERBS } from '../../lexicon/common-verbs.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { VERBS } from '../../lexicon/verbs.ts'
import { isSpeech } from '../compare/speech.ts'
import { type Construction, DOUBT_PHRASES } from './doubt-phrases.ts'
import {
  complementHead,
  type Grammar,
  nextPredicate,
  nounHead,
  predicateBefore,
  predicateHead,
  subjectBefore,
} from './grammar.ts'
import { type OperatorRule, OUTRIGHT } from './operator.ts'

/** The phrases by their first word, the longest first. */
const BEGINNING = Map.groupBy(
  [...DOUBT_PHRASES].sort((p, q) => q.words.length - p.words.length),
  ({ words }) => words[0] ?? '',
)

export const mayDoubt = (word: string): boolean => BEGINNING.has(word)

/** "may hold", "probably", "the alleged thief", "seems to hold", "a chance of rain" */
export const doubt: OperatorRule = (grammar, at) => {
  const { tokens } = grammar
  const phrase = BEGINNING.get(lower(tokens, at))?.find(({ words }) => words.every((word, n) => lower(tokens, at + n) === word))
  if (!phrase) return null
  const past = at + phrase.words.length
  const head = HEADS[phrase.construction](grammar, at, past)
  if (head === null) return null
  const { force, sort } = phrase
  const denied = phrase.construction === 'noun' ? DENIED.get(lower(tokens, at - 1)) : undefined
  return { at, past, head, negates: denied !== undefined, force: denied ?? force, ...(sort && { sort }) }
}

/** "little chance of rain", "no risk of rain" */
const DENIED: ReadonlyMap<string, number> = new Map([
  ['no', OUTRIGHT],
  ['little', 2],
  ['scant', 2],
])

/** Returns what a phrase [at, past) governs, or null if it is used in another sense. */
type HeadOf = (grammar: Grammar, at: number, past: number) => number | null

/** "may" is a month or a name where it has a capital inside a sentence, "can" a thing after an article. */
const modalHead: HeadOf = (grammar, at) => {
  const { tokens, groups, groupAt } = grammar
  if (tokens[at]?.capital && (at > 0 || tokens[at + 1]?.capital)) return headlineVerb(grammar, at)
  // A denied possibility ("could not") is no doubt.
  if (/^(?:can|could)$/.test(lower(tokens, at)) && tag(tokens, at + 1) === 'negation') return null
  const group = groups[groupAt[at] ?? -1]
  if (!group || group.from > at || tag(tokens, at) !== 'modal' || group.verb === at) return null
  return predicateHead(grammar, group)
}

/** "Mayor May Have Known": a modal of a headline before a verb. */
function headlineVerb({ tokens }: Grammar, at: number): number | null {
  let verb = at + 1
  while (/^(?:be|been|have|not)$/.test(lower(tokens, verb))) verb++
  if (verb > at + 1) return verb < tokens.length ? verb : null
  // "Mayor May Quit", but "Theresa May Resigns"
  const between = at > 0 && tokens[at - 1]?.capital && tokens[verb]?.capital
  return between && (lower(tokens, at) !== 'may' || KNOWN_VERBS.has(lower(tokens, verb))) ? verb : null
}

const adverbHead: HeadOf = (grammar, at, past) => {
  const { tokens, groups, groupAt } = grammar
  const own = groups[groupAt[at] ?? -1]
  if (own) return predicateHead(grammar, own)
  const next = groups[groupAt[past] ?? -1]
  if (next?.from === past && !next.infinitive) return predicateHead(grammar, next)
  const kind = tag(tokens, past)
  const predicate = opensClause(grammar, at) && OPENS_SUBJECT.test(kind) ? nextPredicate(grammar, past) : null
  if (predicate !== null) return predicate
  if (at === 0 && lower(tokens, past) === ',') return nextPredicate(grammar, past)
  // "the fire started, apparently"
  if (kind === '' || kind === 'mark') return predicateBefore(grammar, at)
  const before = groups[groupAt[at - 1] ?? -1]
  if (before?.to === at) {
    if (tag(tokens, before.verb) === 'be') return predicateHead(grammar, before)
    if (!/^(?:determiner|possessive|preposition|ing)$/.test(kind)) return before.verb
  }
  return kind === 'subordinator' ? nextPredicate(grammar, past + 1) : complementHead(grammar, past)
}
const OPENS_SUBJECT = /^(?:determiner|possessive|subject|name|noun|number)$/

const opensClause = ({ tokens }: Grammar, at: number): boolean =>
  at === 0 || /^(?:mark|quote|conjunction|that|subordinator)$/.test(tag(tokens, at - 1))

/** "the alleged thief", "is likely to leave", "Rain is possible"; "likely left" is an adverb. */
const adjectiveHead: HeadOf = (grammar, at, past) => {
  const { tokens, groups, groupAt } = grammar
  const word = lower(tokens, past - 1)
  const next = tag(tokens, past)
  if (word === 'likely' && (/^(?:modal|subject)$/.test(tag(tokens, at - 1)) || groups[groupAt[past] ?? -1]?.from === past))
    return adverbHead(grammar, at, past)
  if (next === 'to' || next === 'that') return complementHead(grammar, past)
  const predicative = isPredicative(grammar, at)
  if (predicative && next !== 'noun' && next !== 'name') return subjectBefore(grammar, at)
  if (!predicative && ONLY_PREDICATIVE.test(word)) return null
  // "a complaint alleged misuse"
  if (!predicative && word === 'alleged' && /^(?:noun|name)$/.test(tag(tokens, at - 1))) return null
  if (lower(tokens, at - 1) === 'as' || next === 'mark' || next === '') return null
  const free = at === 0 || /^(?:determiner|possessive|number|mark)$/.test(tag(tokens, at - 1))
  return PARTICIPIAL.test(word) && !free ? null : nounHead(grammar, past)
}
const ONLY_PREDICATIVE = /^(?:certain|sure|confirmed|confident|convinced|accused)$/
const PARTICIPIAL = /^(?:reported|supposed|presumed|suspected)$/

function isPredicative({ tokens }: Grammar, at: number): boolean {
  let back = at - 1
  while (/^(?:adverb|negation)$/.test(tag(tokens, back))) back--
  return tag(tokens, back) === 'be' || /'s$|^(?:seem|appear|look|remain|make|made)/.test(lower(tokens, back))
}

/** "is believed to have left", "it is believed that he left"; not "he believed that", "said to reporters" */
const passiveHead: HeadOf = (grammar, at, past) => {
  const { tokens, groupAt } = grammar
  let back = at - 1
  while (/^(?:adverb|negation)$/.test(tag(tokens, back))) back--
  const passive = tag(tokens, back) === 'be' || /'(?:s|re)$/.test(lower(tokens, back))
  if (lower(tokens, past - 1) === 'that') return passive ? nextPredicate(grammar, past) : null
  if (!passive && !/^(?:noun|name|mark|ed)$/.test(tag(tokens, back))) return null
  return !passive && (groupAt[past] ?? -1) === -1 ? null : complementHead(grammar, past - 1)
}

/** "hopes to leave"; not "due to debt", "set to music" */
const infinitiveHead: HeadOf = (grammar, at, past) => {
  const { tokens, groupAt } = grammar
  const twofold = /^(?:due|set|need|needs)$/.test(lower(tokens, at))
  if (twofold && tag(tokens, past) !== 'be' && !KNOWN_VERBS.has(lower(tokens, past))) return null
  return twofold && (groupAt[past] ?? -1) === -1 ? null : complementHead(grammar, past - 1)
}

const KNOWN_VERBS: ReadonlySet<string> = new Set([...COMMON_VERBS, ...VERBS, ...IRREGULAR_VERBS.map(([base = '']) => base)])

/** "accused of leaving", "considering leaving"; not "considering a ban" */
const gerundHead: HeadOf = (grammar, at, past) =>
  past === at + 1 && tag(grammar.tokens, past) !== 'ing' ? null : complementHead(grammar, past)

/** "seems to leave", "appears calm"; not "appeared on Monday" */
const seemingHead: HeadOf = (grammar, _, past) =>
  /^(?:preposition|time|mark|conjunction|subordinator|)$/.test(tag(grammar.tokens, past)) ? null : complementHead(grammar, past)

/** "feared dead", "believed drowned"; not "believed him" */
const participleHead: HeadOf = ({ tokens }, _, past) =>
  /^(?:ed|noun|verb)$/.test(tag(tokens, past)) && RESULT.test(lower(tokens, past)) ? past : null
const RESULT = /ed$|^(?:dead|lost|missing|hidden|stolen|held)$/

/** "a chance of rain", "the possibility that it fell", "hope to sell", "unclear whether it fell" */
const nounComplement: HeadOf = (grammar, _, past) => {
  const kind = tag(grammar.tokens, past)
  if (kind === 'subordinator') return nextPredicate(grammar, past + 1)
  return /^(?:preposition|that|to|determiner)$/.test(kind) ? complementHead(grammar, past) : null
}

const HEADS: Readonly<Record<Construction, HeadOf>> = {
  modal: modalHead,
  adverb: adverbHead,
  adjective: adjectiveHead,
  passive: passiveHead,
  infinitive: infinitiveHead,
  gerund: gerundHead,
  seeming: seemingHead,
  participle: participleHead,
  noun: nounComplement,
  // "said that it believed it was safe"
  belief: (grammar, at, past) =>
    lower(grammar.tokens, at - 1) === 'that' || isSpeech(lower(grammar.tokens, at - 1)) ? nextPredicate(grammar, past) : null,
  link: (grammar, _, past) => nounHead(grammar, past),
}
