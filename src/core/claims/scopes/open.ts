/** Scopes of unsettled events: aims, demands, the future, denied beliefs. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { AIMS, DEMANDS } from '../../lexicon/open-governors.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import { isBelief } from '../syntax/main-predicate.ts'
import { lower, tag } from '../words/tokens.ts'
import { openComplement } from './open-complement.ts'
import { clauseEnd } from './reach.ts'
import type { ScopeRule } from './scope.ts'
import { negative, open } from './unhedged.ts'

/** "until it rains" */
export const notYet: ScopeRule = (sentence, at) =>
  lower(sentence.tokens, at) === 'until' && tag(sentence.tokens, at) === 'subordinator'
    ? open('until', [at, clauseEnd(sentence, at + 1, true)], at, 'probable')
    : null

/** "the hope of mending it", "options for mending it", "close to mending it" */
export const aim: ScopeRule = (sentence, at) =>
  AIMS.has(lower(sentence.tokens, at)) &&
  tag(sentence.tokens, at + 2) === 'ing' &&
  /^(?:preposition|to)$/.test(tag(sentence.tokens, at + 1))
    ? open('aim', [at + 2, clauseEnd(sentence, at + 3, false)], at, 'possible')
    : null

/** "demanded that the wall be mended" */
export const demand: ScopeRule = (sentence, at) =>
  DEMANDS.has(lower(sentence.tokens, at)) && tag(sentence.tokens, at + 1) === 'that'
    ? open('demand', [at + 2, clauseEnd(sentence, at + 2, false)], at, 'possible')
    : null

/** "Had the wall held, they would have stayed" (inverted condition) */
export const inverted: ScopeRule = ({ tokens, groups, groupAt }, at) => {
  const word = lower(tokens, at)
  if (word !== 'had' && word !== 'should' && word !== 'were') return null
  if (at > 0 && !/^(?:mark|quote|conjunction)$/.test(tag(tokens, at - 1))) return null
  if (!/^(?:determiner|possessive|name|subject|noun)$/.test(tag(tokens, at + 1))) return null
  let to = at + 1
  while (to < Math.min(tokens.length, at + 25) && lower(tokens, to) !== ',') to++
  return lower(tokens, to) === ',' && groups[groupAt[to + 1] ?? -1]?.from !== to + 1
    ? open('inverted', [at, to], at, 'possible')
    : null
}

/** "they think that it will hold" */
export const belief: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  const index = groupAt[at] ?? -1
  if (groups[index]?.verb !== at || !isBelief(tokens[at]) || DEMANDS.has(lower(tokens, at))) return null
  const complement = openComplement(sentence, index)
  return complement ? open('belief', complement, at, stanceLevel(CUE_FORMS.get(lower(tokens, at))?.verb.lemma ?? '')) : null
}

/** "did not say that it will hold": the complement is open; "does not think that it will hold": it is denied. */
export const notBelieved: ScopeRule = (sentence, at) => {
  const { tokens, groups, groupAt } = sentence
  const word = lower(tokens, at)
  if (!word.endsWith("n't") && word !== 'not' && word !== 'never' && word !== 'cannot') return null
  const complement = openComplement(sentence, groupAt[at] ?? -1)
  if (!complement) return null
  const verb = groups[groupAt[at] ?? -1]?.verb ?? -1
  return RAISING.test(lower(tokens, verb))
    ? negative('not-believed', complement, at)
    : open('not-believed', complement, at, 'unknown')
}

/** Verbs whose negation is that of their complement. */
const RAISING = /^(?:think|believe|expect|suppose|imagine|anticipate|reckon)s?$/
