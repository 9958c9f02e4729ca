/** Scopes of events that were prevented or stopped. */
import { CESSATION, PREVENTION } from '../../lexicon/prevention-verbs.ts'
import { lower, tag } from '../words/tokens.ts'
import { clauseEnd, negationEnd, nounEnd } from './reach.ts'
import type { ScopeRule } from './scope.ts'
import { negative } from './unhedged.ts'

/** "without paying", "instead of paying", "rather than pay", "a lack of water" */
export const without: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  const word = lower(tokens, at)
  const before = lower(tokens, at - 1)
  const opens =
    word === 'without' ||
    (word === 'of' && /^(?:instead|lack|absence)$/.test(before)) ||
    (word === 'than' && before === 'rather') ||
    (word === 'against' && /^(?:decide[ds]?|deciding|vote[ds]?|voting|chose)$/.test(before) && tag(tokens, at + 1) === 'ing')
  if (!opens) return null
  return negative(
    'without',
    [at, tag(tokens, at + 1) === 'ing' ? clauseEnd(sentence, at + 1, true) : nounEnd(tokens, at + 1)],
    at,
  )
}

/** "kept them from paying" */
export const preventedFrom: ScopeRule = (sentence, at) => {
  const { tokens } = sentence
  if (lower(tokens, at) !== 'from' || tag(tokens, at + 1) !== 'ing') return null
  for (let back = at - 1; back >= Math.max(0, at - 14); back--) {
    if (PREVENTION.has(lower(tokens, back))) return negative('from', [at, clauseEnd(sentence, at + 1, true)], at)
  }
  return null
}

/** "stopped paying" */
export const cessation: ScopeRule = (sentence, at) =>
  CESSATION.has(lower(sentence.tokens, at)) && tag(sentence.tokens, at + 1) === 'ing'
    ? negative('cessation', [at + 1, negationEnd(sentence, at + 2)], at)
    : null
