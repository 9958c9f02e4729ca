/** The subject of a verb, as the sentence is read forwards. */
import type { ParsedSentence } from './parsed-sentence.ts'
import type { Range } from './words/token.ts'

/** The subject of the clause whose verb group holds the token `verb`, from `floor` on; null where the reading has none. */
export function subjectOf({ clauses, groupAt }: ParsedSentence, verb: number, floor = 0): Range | null {
  const subject = clauses.get(groupAt[verb] ?? -1)?.subject ?? null
  return subject && subject[0] >= floor ? subject : null
}

/**
 * Returns the subject of a participle after a comma (", saying"): that of the last clause before it which is no relative
 * clause and no content, nor subordinate without a comma of its own. Null if there is none.
 */
export function participleSubject({ clauses, groups, tokens, quoted }: ParsedSentence, at: number): Range | null {
  let found: Range | null = null
  let inner: Range | null = null
  for (const { kind, from, group, subject } of clauses.values()) {
    const verb = groups[group]?.from ?? at
    if (kind === 'relative') inner = subject
    if (verb >= at || !subject || quoted[verb] !== quoted[at] || /^(?:relative|that|complement)$/.test(kind)) continue
    // "a trial of what it had hoped | would become a pill"
    if (kind === 'coordinate' && subject === inner) continue
    if (kind === 'subordinate' && found && tokens[from - 2]?.text !== ',') continue
    found = subject
  }
  return found
}
