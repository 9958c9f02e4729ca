/** Assigns the words of a sentence to the scopes of modals, hedges, conditions and negations. */
import type { CertaintyLevel } from '../../article.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { HEDGES } from '../../lexicon/hedges.ts'
import { AIMS, DEMANDS } from '../../lexicon/open-governors.ts'
import { CESSATION } from '../../lexicon/prevention-verbs.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { isBelief } from '../syntax/main-predicate.ts'
import type { Range } from '../words/token.ts'
import { hedgeScope } from './hedge-scope.ts'
import { infinitive } from './infinitive.ts'
import { approximated, negatedVerb, negativeNoun, untrue } from './negation.ts'
import { aim, belief, demand, inverted, notBelieved, notYet } from './open.ts'
import { cessation, preventedFrom, without } from './prevention.ts'
import { type Clauses, REACH } from './reach.ts'
import type { Scope, ScopeRule } from './scope.ts'

const RULES: readonly ScopeRule[] = [
  hedgeScope, // "may hold"
  negatedVerb, // "did not hold"
  negativeNoun, // "no dam held"
  approximated, // "almost fell"
  untrue, // "is untrue"
  without, // "without paying"
  preventedFrom, // "kept them from paying"
  cessation, // "stopped paying"
  infinitive, // "wants to hold"
  notBelieved, // "does not think that it holds"
  notYet, // "until it rains"
  aim, // "the hope of holding it"
  demand, // "demanded that it be held"
  inverted, // "Had it held, …"
]

const BELIEF: readonly ScopeRule[] = [belief] // "they think that it holds"
const ALL: readonly ScopeRule[] = [...RULES, ...BELIEF]
const NONE: readonly ScopeRule[] = []
const BELIEFS: ReadonlySet<string> = new Set([...CUE_FORMS.keys()].filter((lower) => isBelief({ lower })))

/** The words that the rules look for. */
const OPENERS: ReadonlySet<string> = new Set([
  ...HEDGES.keys(),
  ...AIMS,
  ...CESSATION,
  ...DEMANDS,
  ...(
    'not never no none nobody nothing neither nor nowhere cannot hardly scarcely barely rarely seldom few little without of than from to until had ' +
    'should were almost nearly all against untrue false'
  ).split(' '),
])

function rulesFor(word: string): readonly ScopeRule[] {
  const opens = OPENERS.has(word) || word.endsWith("n't")
  if (BELIEFS.has(word)) return opens ? ALL : BELIEF
  return opens ? RULES : NONE
}

/**
 * Returns the scopes of a sentence, in the order of the words that open them. Linear: a scope looks no further than `REACH`
 * tokens.
 */
export function scopesIn(sentence: Clauses): Scope[] {
  const scopes: Scope[] = []
  let covered = 0
  for (let at = 0; at < sentence.tokens.length; at++) {
    const token = sentence.tokens[at]
    if (!token) break
    for (const rule of rulesFor(token.lower)) {
      if (rule === hedgeScope && at < covered) continue
      const scope = rule(sentence, at)
      if (!scope) continue
      scopes.push(
        SPANS_SUBJECT.test(scope.rule)
          ? scope
          : { ...scope, to: Math.min(scope.to, sentence.verbOfSubject[scope.past - 1] ?? scope.to) },
      )
      if (rule === hedgeScope) covered = scope.past
    }
  }
  return scopes
}

/** A hedge or a negation of the whole clause, also where it stands in its subject: "no dam", "perhaps the dam". */
const SPANS_SUBJECT = /^(?:negative-noun|inverted-negation|hedge-(?:adverb|evidential|adjective|conditional|question))$/

/** Returns the scopes that words of a content open, in order. */
export function scopesOf(scopes: readonly Scope[], content: readonly Range[]): Scope[] {
  return content.flatMap(([from, to]) => {
    const found: Scope[] = []
    for (let n = lowerBound(scopes, from, (scope) => scope.at); n < scopes.length; n++) {
      const scope = scopes[n]
      if (!scope || scope.at >= to) break
      found.push(scope)
    }
    return found
  })
}

const ORDER: readonly CertaintyLevel[] = ['unknown', 'possible', 'probable', 'certain']

export const lessSure = (a: CertaintyLevel, b: CertaintyLevel): CertaintyLevel => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b)

export interface Standing {
  readonly level: CertaintyLevel
  readonly negative: boolean
  /** The rules of the scopes that contain it. */
  readonly rules: readonly string[]
}

/**
 * Returns the standing of a token in a content: the least sure level of the scopes that contain it and that the content itself
 * opens, and a negative polarity if an odd number of them negate. With `outer` the infinitive that is the content itself is
 * left to its cue.
 */
export function standing(scopes: readonly Scope[], at: number, content: readonly Range[], outer = false): Standing {
  let level: CertaintyLevel = 'certain'
  let negative = false
  const rules: string[] = []
  for (let n = lowerBound(scopes, at - REACH - 20, (scope) => scope.at); n < scopes.length; n++) {
    const scope = scopes[n]
    if (!scope || scope.at > at + REACH) break
    if (outer && scope.rule === 'infinitive' && scope.at === content[0]?.[0]) continue
    if (at < scope.from || at >= scope.to || !content.some(([from, to]) => from <= scope.at && scope.at < to)) continue
    level = lessSure(level, scope.level)
    if (scope.negative) negative = !negative
    rules.push(scope.rule)
  }
  return { level, negative, rules }
}
