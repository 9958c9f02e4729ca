/** What opens a scope: a rule each for hedges, negations, infinitives and "until". */
import type { CertaintyLevel } from '../article.ts'
import { hedgeAt, isPredicative, OPEN } from './hedge-words.ts'
import { AIMED_AT, DONE, NOT_DONE } from './lexicon/infinitive-governors.ts'
import { PREVENTION } from './lexicon/prevention-verbs.ts'
import { type Clauses, clauseEnd, groupBefore, groupOf, negationEnd, nounEnd, predicateEnd } from './scope-extent.ts'
import type { Scope, ScopeRule } from './scopes.ts'
import { lower, tag } from './tokens.ts'
import type { VerbGroup } from './verb-groups.ts'

/** "may hold", "is believed to", "probably", "possible", "if it rains" */
export const hedge: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const entry = hedgeAt(tokens, at)
  if (!entry) return null
  const past = at + entry.words.length
  // What cannot be is nearly certain not to be.
  const impossible =
    /^(?:can|could)$/.test(entry.words[0] ?? '') && (tag(tokens, at + 1) === 'negation' || /n't$/.test(lower(tokens, at + 1)))
  const scope = (from: number, to: number): Scope => ({
    rule: `hedge-${entry.class}`,
    from,
    to,
    at,
    past,
    class: entry.class,
    level: impossible ? 'probable' : entry.level,
    negative: false,
  })
  switch (entry.class) {
    case 'conditional':
    case 'question':
      return scope(at, clauseEnd(sentence, past, true))
    case 'noun':
      return scope(at, clauseEnd(sentence, past, false))
    case 'adjective':
      if (!isPredicative(tokens, at)) return scope(at, nounEnd(tokens, past))
      break
  }
  const group = entry.class === 'adjective' ? groupBefore(sentence, at) : groupOf(sentence, at)
  if (!group) return scope(at, clauseEnd(sentence, past, false))
  return scope(Math.min(at, group.from), predicateEnd(sentence, group, Math.max(past, group.to)))
}

/** "did not hold", "never held" */
export const negatedVerb: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  const word = lower(tokens, at)
  const longer = word === 'no' && lower(tokens, at + 1) === 'longer'
  if (
    !(longer || /n't$/.test(word) || /^(?:not|never|cannot)$/.test(word)) ||
    (word === 'not' && lower(tokens, at + 1) === 'only')
  )
    return null
  let next = at + 1
  while (tag(tokens, next) === 'adverb') next++
  if (OPEN.test(lower(tokens, next))) return null
  const group =
    groups[groupAt[at] ?? -1] ?? (tag(tokens, at + 1) === 'to' ? undefined : groupAfter(sentence, at + (longer ? 2 : 1), 1))
  const from = group ? Math.min(group.from, at) : at
  const past = group ? group.to : at + 1
  return negation('negated-verb', from, group ? negationEnd(sentence, past) : nounEnd(tokens, past), at, at + 1)
}

/** "no dam held", "none of them", "saw nothing" */
export const negativeNoun: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  const word = lower(tokens, at)
  if (!/^(?:no|none|nobody|nothing|neither|nowhere)$/.test(word)) return null
  if (word === 'no' && /^(?:doubt|question|longer|wonder|later|less|more|sooner)$/.test(lower(tokens, at + 1))) return null
  const before = groups[groupAt[at - 1] ?? -1]
  if (before && !isSubject(sentence, at)) {
    // "has no plans to close"
    const end = nounEnd(tokens, at + 1)
    return negation(
      'negative-noun',
      before.from,
      tag(tokens, end) === 'to' ? clauseEnd(sentence, end + 1, false) : end,
      at,
      at + 1,
    )
  }
  if (tag(tokens, at - 1) === 'mark' || tag(tokens, at - 1) === 'preposition')
    return negation('negative-noun', at, nounEnd(tokens, at + 1), at, at + 1)
  const after = groupAfter(sentence, at + 1, 11)
  return negation('negative-noun', at, after ? negationEnd(sentence, after.to) : nounEnd(tokens, at + 1), at, at + 1)
}

/** Whether the noun phrase at `at` has a verb of its own: "said no dam held". */
function isSubject({ tokens, groups, groupAt }: Clauses, at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 12); next++) {
    const group = groups[groupAt[next] ?? -1]
    if (group) return !group.infinitive
    if (/^(?:mark|relative|that|subordinator|conjunction|to)$/.test(tag(tokens, next))) return false
  }
  return false
}

/** "without paying", "kept them from paying", "instead of paying" */
export const prevention: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const word = lower(tokens, at)
  const next = tag(tokens, at + 1)
  if (
    word === 'without' ||
    (word === 'of' && lower(tokens, at - 1) === 'instead') ||
    (word === 'than' && lower(tokens, at - 1) === 'rather')
  )
    return negation('without', at, next === 'ing' ? clauseEnd(sentence, at + 1, true) : nounEnd(tokens, at + 1), at, at + 1)
  if (word !== 'from' || next !== 'ing') return null
  for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
    if (PREVENTION.has(lower(tokens, back))) return negation('from', at, clauseEnd(sentence, at + 1, true), at, at + 1)
  }
  return null
}

/** "wants to hold", "failed to hold", "a gate to hold the water" */
export const infinitive: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  if (tag(tokens, at) !== 'to') return null
  const next = tag(tokens, at + 1) === 'adverb' ? at + 2 : at + 1
  const group = groups[groupAt[next] ?? -1]
  if (!group?.infinitive) return null
  let governor = at - 1
  while (tag(tokens, governor) === 'adverb') governor--
  // "to buy and sell", "not to sell"
  const word = lower(tokens, governor)
  if (DONE.has(word)) return null
  const negative = NOT_DONE.has(word) || lower(tokens, governor - 1) === 'too'
  const level: CertaintyLevel = negative ? 'certain' : AIMED_AT.has(word) ? 'possible' : 'probable'
  return {
    rule: 'infinitive',
    from: at,
    to: clauseEnd(sentence, group.to, false),
    at,
    past: at + 1,
    class: null,
    level,
    negative,
  }
}

/** "until it rains" */
export const notYet: ScopeRule = (sentence, at) =>
  lower(sentence.tokens, at) === 'until' && sentence.tokens[at]?.tag === 'subordinator'
    ? {
        rule: 'until',
        from: at,
        to: clauseEnd(sentence, at + 1, true),
        at,
        past: at + 1,
        class: null,
        level: 'probable',
        negative: false,
      }
    : null

/** The first verb group that begins at one of the `reach` tokens from `at`. */
function groupAfter({ groups, groupAt }: Clauses, at: number, reach: number): VerbGroup | undefined {
  for (let next = at; next < at + reach; next++) {
    const group = groups[groupAt[next] ?? -1]
    if (group && group.from >= at) return group
  }
  return undefined
}

const negation = (rule: string, from: number, to: number, at: number, past: number): Scope => ({
  rule,
  from,
  to,
  at,
  past,
  class: null,
  level: 'certain',
  negative: true,
})
