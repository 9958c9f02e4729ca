/** Where the clause of a cue ends, as the sentence was read: no content runs into the verb of another clause. */

import { isBaseForm } from '../../lexicon/twofold-forms.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { type Complement, type ReadClause, takesClause } from './clause.ts'
import { hasFiniteGroup } from './verb-groups.ts'

type Reading = Pick<ParsedSentence, 'tokens' | 'clauses' | 'groups' | 'groupAt'>

/**
 * Returns the token before which the content of the cue `cue` that begins at `start` must end; the end of the sentence if
 * nothing limits it.
 */
export function clauseLimit(parsed: Reading, cue: number, start: number, complement: Complement): number {
  const { clauses, groups, groupAt, tokens } = parsed
  const own = clauses.get(groupAt[cue] ?? -1)
  let limit = tokens.length
  let embedded = false
  for (const clause of clauses.values()) {
    if ((groups[clause.group]?.from ?? 0) <= start || clause === own) continue
    const place = { cue, start, complement, own, embedded }
    limit = Math.min(limit, limitBy(parsed, clause, place) ?? limit)
    if (clause.from > start && clause.kind !== 'coordinate') embedded = true
  }
  return limit
}

interface Place {
  readonly cue: number
  readonly start: number
  readonly complement: Complement
  readonly own: ReadClause | undefined
  /** A clause inside the content has begun. */
  readonly embedded: boolean
}

function limitBy(parsed: Reading, clause: ReadClause, { cue, start, complement, own, embedded }: Place): number | null {
  const { groups, tokens } = parsed
  const { kind, from, subject } = clause
  const verb = groups[clause.group]?.from ?? 0
  if (subject && subject[0] <= cue && cue < subject[1] && isEmbedded(parsed, cue, subject[0])) {
    // "The clerk who had warned that it was weak | was fired", "Her claim that it is safe | is false"
    const told = complement === 'clause' || (complement === 'phrase' && takesClause(tokens[cue]))
    return !told || hasFiniteGroup(groups, start, verb) ? verb : null
  }
  // "A day after Lee said it had failed, | planes took off"
  if (kind === 'main' && own?.kind === 'subordinate' && from <= cue && subject && subject[0] > start) return subject[0]
  if (kind !== 'coordinate') return null
  // "warned that jobs were at risk | and did not rule out strikes"
  if (complement === 'clause') return own?.subject && subject === own.subject ? jointBefore(tokens, clause, own) : null
  if (embedded) return null
  // "refused to leave | and police arrested him"; not "to push | and cut", "says tea | and salt are cheap"
  const whole = complement === 'phrase' ? takesClause(tokens[cue]) : isBaseForm(tokens[verb]?.lower ?? '')
  return whole ? null : jointBefore(tokens, clause, own)
}

/** The cue has a clause of its own inside the subject, or is a noun or an infinitive. */
function isEmbedded({ clauses, groups, groupAt, tokens }: Reading, cue: number, from: number): boolean {
  const index = groupAt[cue] ?? -1
  const own = clauses.get(index)
  if (own) return own.from > from
  return index < 0 ? tokens[cue]?.tag === 'noun' || tokens[cue - 1]?.text === ',' : groups[index]?.infinitive === true
}

/** The conjunction or comma before a clause with another subject, or with that of the cue. */
function jointBefore(tokens: Reading['tokens'], { from, subject }: ReadClause, own: ReadClause | undefined): number | null {
  let at = from - 1
  while (tokens[at]?.tag === 'adverb') at--
  if (tokens[at]?.tag !== 'conjunction' && tokens[at]?.text !== ',') return null
  return subject === null || subject[0] >= from || subject === own?.subject ? at : null
}
