/** Negations of verbs and of nouns. */
import type { CertaintyLevel } from '../../article.ts'
import { groupWith, type VerbGroup } from '../syntax/verb-groups.ts'
import { lower, tag } from '../words/tokens.ts'
import { isPredicative, OPEN } from './hedge-words.ts'
import { openComplement } from './open-complement.ts'
import { type Clauses, clauseEnd, groupBefore, negationEnd, nounEnd } from './reach.ts'
import type { Scope, ScopeRule } from './scope.ts'
import { negative, open } from './unhedged.ts'

/** "did not hold", "never held", "hardly held", "nor did it hold" */
export const negatedVerb: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const word = lower(tokens, at)
  const longer = word === 'no' && lower(tokens, at + 1) === 'longer'
  const scarce = SCARCELY.has(word)
  if (!(longer || scarce || NEGATIONS.has(word) || word.endsWith("n't"))) return null
  if (word === 'not' && /^(?:only|just|merely|simply)$/.test(lower(tokens, at + 1))) return null
  let next = at + 1
  while (tag(tokens, next) === 'adverb') next++
  if (OPEN.test(lower(tokens, next)) || (lower(tokens, next) === 'know' && /^(?:if|whether)$/.test(lower(tokens, next + 1))))
    return null
  // "not to hold" is the infinitive's own, "was not to blame" is not.
  if (next === at + 1 && tag(tokens, next) === 'to' && !/n't$/.test(word) && tag(tokens, at - 1) !== 'be') return null
  return (
    invertedOrQuantified(sentence, at, next, scarce) ??
    verbScope(sentence, at, longer ? at + 2 : next, scarce ? 'probable' : 'certain')
  )
}

/** The scope over the verb group of the negation, or the one after it, from `next` on. */
function verbScope(sentence: Clauses, at: number, next: number, level: CertaintyLevel): Scope {
  const { tokens, groupAt } = sentence
  const nor = lower(tokens, at) === 'nor'
  const group = groupWith(sentence, at) ?? groupAfter(sentence, next, nor ? 2 : 1)
  const from = group ? Math.min(group.from, at) : at
  const past = group ? group.to : at + 1
  if (group && isUndecided(sentence, group))
    return open('not-excluded', [from, clauseEnd(sentence, past, false)], at, 'possible')
  const complement = openComplement(sentence, groupAt[at] ?? -1)
  if (complement) return negative('negated-verb', [from, complement[0]], at)
  const to = group ? negationEnd(sentence, nor ? at + 2 : past) : nounEnd(tokens, past)
  return negative('negated-verb', [from, Math.max(to, past)], at, level)
}

/** "Not since 1998 had it lost", "Not everyone was persuaded" */
function invertedOrQuantified(sentence: Clauses, at: number, next: number, scarce: boolean): Scope | null {
  const { tokens } = sentence
  const inverted = invertedEnd(sentence, at)
  if (inverted !== null) return negative('inverted-negation', [at, inverted], at, scarce ? 'probable' : 'certain')
  const opens = lower(tokens, at) === 'not' && !/^(?:be|have|modal|do|subject)$/.test(tag(tokens, at - 1))
  const verb = opens && QUANTIFIER.test(lower(tokens, next)) ? groupAfter(sentence, next, 11) : undefined
  return verb ? negative('negative-noun', [at, negationEnd(sentence, verb.to)], at) : null
}

const QUANTIFIER = /^(?:everyone|everybody|everything|every|all|many|much|enough|one|a)$/

/** "Not since 1998 had it lost", "Never before has it rained", "Under no circumstances will it be sold": past the clause. */
function invertedEnd(sentence: Clauses, at: number): number | null {
  const { tokens } = sentence
  const start = tag(tokens, at - 1) === 'preposition' ? at - 1 : at
  if (start > 0 && !/^(?:mark|quote|conjunction)$/.test(tag(tokens, start - 1))) return null
  for (let auxiliary = at + 1; auxiliary < at + 7; auxiliary++) {
    if (/^(?:have|do|be|modal)$/.test(tag(tokens, auxiliary))) {
      const subject = /^(?:subject|determiner|possessive|name)$/.test(tag(tokens, auxiliary + 1))
      return subject && auxiliary > at ? clauseEnd(sentence, auxiliary + 1, false) : null
    }
    if (/^(?:verb|ed|mark|subject)$/.test(tag(tokens, auxiliary))) return null
  }
  return null
}

/** "was not ruled out", "cannot be excluded", "would not rule out" */
const isUndecided = ({ tokens }: Clauses, { from, to, verb }: VerbGroup): boolean =>
  (/^(?:excluded|discounted)$/.test(lower(tokens, verb)) && tokens.slice(from, verb).some((token) => token.tag === 'be')) ||
  (/^ruled?$/.test(lower(tokens, verb)) && lower(tokens, to) === 'out')

/** "almost fell", "is nearly ready", "all but vanished": it did not, or is not. */
export const approximated: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const word = lower(tokens, at)
  const all = word === 'all' && lower(tokens, at + 1) === 'but'
  if (!all && word !== 'almost' && word !== 'nearly') return null
  const next = all ? at + 2 : at + 1
  // "almost never stops"
  if (/^(?:no|not|never|none|nothing|nobody)$/.test(lower(tokens, next))) return null
  const own = groupWith(sentence, at)
  const group = own ?? groupWith(sentence, next)
  if (!group || MEASURED.test(lower(tokens, next)) || (own ? own.verb !== next : group.from !== next)) return null
  return negative('approximated', [Math.min(at, group.from), negationEnd(sentence, group.to)], at, all ? 'probable' : 'certain')
}

/** "is untrue", "It is false that it fell" */
export const untrue: ScopeRule = (sentence, at) => {
  if (!/^(?:untrue|false)$/.test(lower(sentence.tokens, at)) || !isPredicative(sentence.tokens, at)) return null
  const group = groupBefore(sentence, at)
  return group
    ? negative(
        'untrue',
        [group.from, clauseEnd(sentence, tag(sentence.tokens, at + 1) === 'that' ? at + 2 : at + 1, false)],
        at,
      )
    : null
}

/** Verbs that name an amount: "nearly doubled" is about its size. */
const MEASURED = /^(?:doubl|tripl|trebl|quadrupl|quintupl|halv|match|equal|reach|total|ti)(?:e|ed|es|ing)$/

const SCARCELY: ReadonlySet<string> = new Set(['hardly', 'scarcely', 'barely', 'rarely', 'seldom'])
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'never', 'cannot', 'nor'])
export const NONE: ReadonlySet<string> = new Set(['no', 'none', 'nobody', 'nothing', 'neither', 'nowhere'])

/** "no dam held", "none of them", "saw nothing", "few dams held", "made little progress" */
export const negativeNoun: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const word = lower(tokens, at)
  const few = word === 'few' || word === 'little'
  if (few ? !isScant(sentence, at) : !NONE.has(word)) return null
  // "No, it did not."
  if (word === 'no' && (tag(tokens, at + 1) === 'mark' || tag(tokens, at) === 'name')) return null
  if (word === 'no' && /^(?:doubt|question|longer|wonder|later|less|more|sooner|matter)$/.test(lower(tokens, at + 1)))
    return null
  const level: CertaintyLevel = few ? 'probable' : 'certain'
  const inverted = tag(tokens, at - 1) === 'preposition' ? invertedEnd(sentence, at) : null
  if (inverted !== null) return negative('negative-noun', [at, inverted], at, level)
  // `had “no merit”`
  const before = groupWith(sentence, tag(tokens, at - 1) === 'quote' ? at - 2 : at - 1)
  if (before && !isSubject(sentence, at)) {
    const end = nounEnd(tokens, at + 1)
    return negative(
      'negative-noun',
      [before.from, hasComplement(sentence, end) ? clauseEnd(sentence, end + 1, false) : end],
      at,
      level,
    )
  }
  // "doing nothing would cost more"
  if (/^(?:mark|preposition|ing)$/.test(tag(tokens, at - 1)))
    return negative('negative-noun', [at, nounEnd(tokens, at + 1)], at, level)
  const after = groupAfter(sentence, at + 1, 11)
  return negative('negative-noun', [at, after ? negationEnd(sentence, after.to) : nounEnd(tokens, at + 1)], at, level)
}

/** "few dams", "very little water": not "a few", "a little", "little Ann". */
function isScant({ tokens }: Clauses, at: number): boolean {
  let back = at - 1
  while (tag(tokens, back) === 'adverb') back--
  const free =
    !/^(?:determiner|possessive|number)$/.test(tag(tokens, back)) &&
    !/^(?:past|last|next|first|recent|quite|only)$/.test(lower(tokens, at - 1)) &&
    !tokens[at]?.capital
  return (
    (free || at === 0) &&
    !/^(?:more|by)$/.test(lower(tokens, at + 1)) &&
    /^(?:noun|preposition|ed|ing)$/.test(tag(tokens, at + 1))
  )
}

/** "has no plans to close", "has no intention of closing" */
const hasComplement = ({ tokens }: Clauses, at: number): boolean =>
  tag(tokens, at) === 'to' || (tag(tokens, at) === 'preposition' && tag(tokens, at + 1) === 'ing')

/** Returns true if the noun phrase at `at` is the subject of a verb: "said no dam held". */
function isSubject(sentence: Clauses, at: number): boolean {
  const { tokens } = sentence
  for (let next = at + 1; next < Math.min(tokens.length, at + 12); next++) {
    const group = groupWith(sentence, next)
    if (group) return !group.infinitive
    if (/^(?:mark|relative|that|subordinator|conjunction|to)$/.test(tag(tokens, next))) return false
  }
  return false
}

/** Returns the first verb group that begins at one of the `reach` tokens from `at`. */
function groupAfter(sentence: Clauses, at: number, reach: number): VerbGroup | undefined {
  for (let next = at; next < at + reach; next++) {
    const group = groupWith(sentence, next)
    if (group && group.from >= at) return group
  }
  return undefined
}
