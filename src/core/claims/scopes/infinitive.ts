/** The scopes of infinitives: aims, attempts, purposes, failures. */
import type { CertaintyLevel } from '../../article.ts'
import { AIMED_AT, DONE, NOT_DONE } from '../../lexicon/infinitive-governors.ts'
import { governorOf } from '../words/infinitives.ts'
import { lower, tag } from '../words/tokens.ts'
import { clauseEnd, negationEnd } from './reach.ts'
import type { ScopeRule } from './scope.ts'
import { negative, open } from './unhedged.ts'

/** "wants to hold", "failed to hold", "not to hold", "a gate to hold the water" */
export const infinitive: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  if (tag(tokens, at) !== 'to') return null
  const next = tag(tokens, at + 1) === 'adverb' ? at + 2 : at + 1
  const group = groups[groupAt[next] ?? -1]
  if (!group?.infinitive) return null
  // "To be sure, the vote is close"
  if (lower(tokens, next) === 'be' && tokens[group.to + 1]?.text === ',') return null
  const governor = governorOf(tokens, at)
  const word = lower(tokens, governor)
  // "were able to hold": it was done.
  // "had to be rescued": so they were
  if (
    DONE.has(word) ||
    (word === 'had' && group.verb > next) ||
    (word === 'able' && /^(?:was|were|been)$/.test(lower(tokens, governor - 1)))
  )
    return null
  if (NOT_DONE.has(word) || lower(tokens, governor - 1) === 'too')
    return negative('infinitive', [at, negationEnd(sentence, group.to)], at)
  const to = clauseEnd(sentence, group.to, false)
  // "careful not to hold"
  if (word === 'not') return negative('infinitive', [at, to], at, 'probable')
  const level: CertaintyLevel = AIMED_AT.has(word) ? 'possible' : 'probable'
  return open('infinitive', [at, to], at, level)
}
