/** The subject of a verb, as the sentence is read forwards. */
import type { ParsedSentence } from './parsed-sentence.ts'
import type { Range } from './syntax/token.ts'

/** The subject of the clause whose verb group holds the token `verb`, from `floor` on; null where the reading has none. */
export function subjectOf({ clauses, groupAt }: ParsedSentence, verb: number, floor = 0): Range | null {
  const subject = clauses.get(groupAt[verb] ?? -1)?.subject ?? null
  return subject && subject[0] >= floor ? subject : null
}
