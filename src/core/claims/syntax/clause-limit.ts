/** Where the clause of a cue ends, as the sentence was read: no content runs into the verb of another clause. */

import { isBaseForm } from '../../lexicon/twofold-forms.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { type ReadClause, takesClause } from './clause.ts'
import type { Complement } from './extent.ts'
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
    const verb = groups[clause.group]?.from ?? 0
    if (verb <= start || clause === own) continue
    const { kind, from, subject } = clause
    if (subject && subject[0] <= cue && cue < subject[1] && isEmbedded(parsed, cue, subject[0])) {
      // "The clerk who had warned that it was weak | was fired", "Her claim that it is safe | is false"
      const told = complement === 'clause' || (complement === 'phrase' && takesClause(tokens[cue]))
      if (!told || hasFiniteGroup(groups, start, verb)) limit = Math.min(limit, verb)
    } else if (kind === 'main' && own?.kind === 'subordinate' && from <= cue && subject && subject[0] > start) {
      // "A day after Lee said it had failed, | planes took off"
      limit = Math.min(limit, subject[0])
    } else if (kind === 'coordinate' && complement !== 'clause' && !embedded) {
      // "refused to leave | and police arrested him"; not "to push | and cut", "says tea | and salt are cheap"
      const whole = complement === 'phrase' ? takesClause(tokens[cue]) : isBaseForm(tokens[verb]?.lower ?? '')
      if (!whole) limit = Math.min(limit, jointBefore(tokens, clause, own) ?? limit)
    }
    if (from > start && kind !== 'coordinate') embedded = true
  }
  return limit
}

/** The cue has a clause of its own inside the subject, or is a noun or an infinitive. */
function isEmbedded({ clauses, groups, groupAt, tokens }: Reading, cue: number, from: number): boolean {
  const index = groupAt[cue] ?? -1
  const own = clauses.get(index)
  if (own) return own.from > from
  return index < 0 ? tokens[cue]?.tag === 'noun' : groups[index]?.infinitive === true
}

/** The conjunction or comma before a clause with another subject, or with that of the cue. */
function jointBefore(tokens: Reading['tokens'], { from, subject }: ReadClause, own: ReadClause | undefined): number | null {
  let at = from - 1
  while (tokens[at]?.tag === 'adverb') at--
  if (tokens[at]?.tag !== 'conjunction' && tokens[at]?.text !== ',') return null
  return subject === null || subject[0] >= from || subject === own?.subject ? at : null
}
