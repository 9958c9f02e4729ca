/** The verb that a word of a subject waits for: "dropped" of "The plan to build homes was dropped". */

import type { Token } from '../words/token.ts'
import type { ReadClause } from './clause.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Returns, for each token inside a subject, the first token of the verb of the innermost clause; undefined outside of subjects. */
export function verbsOfSubjects(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  clauses: Iterable<ReadClause>,
): readonly (number | undefined)[] {
  const verbs: (number | undefined)[] = []
  for (const { subject, group } of clauses) {
    const verb = groups[group]?.from ?? 0
    if (!subject || subject[1] > verb) continue
    let end = subject[1]
    // "they never", "the mill no longer"
    while (isNegation(tokens[end - 1])) end--
    for (let at = subject[0]; at < end; at++) verbs[at] = Math.min(verbs[at] ?? verb, verb)
  }
  return verbs
}

const isNegation = (token: Token | undefined): boolean =>
  token?.tag === 'negation' || token?.tag === 'adverb' || token?.lower === 'no' || token?.lower === 'longer'
