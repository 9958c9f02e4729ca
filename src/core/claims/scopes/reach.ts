/** The extent of the scope of a modal, a hedge or a negation. */
import { isAdjectival } from '../../lexicon/plain-adjectives.ts'
import { CLAUSE_NOUNS, FILLED } from '../../lexicon/reporting-nouns.ts'
import { isBaseForm } from '../../lexicon/twofold-forms.ts'
import { type Groups, groupWith, sharesAuxiliary, type VerbGroup } from '../syntax/verb-groups.ts'
import { joinsAdjectives } from '../words/paired-adjectives.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

/** The tokens of a sentence with its verb groups. */
export interface Clauses extends Groups {
  readonly tokens: readonly Token[]
  /** For each token inside a subject, where its verb begins. */
  readonly verbOfSubject: readonly (number | undefined)[]
}

/** The greatest width of a scope, in tokens. */
export const REACH = 60

/** Returns the verb group of a word in it or beside it: the next in its clause, else the one before. */
export function groupOf(sentence: Clauses, at: number): VerbGroup | null {
  const { tokens } = sentence
  const own = groupWith(sentence, at)
  if (own) return own
  for (let next = at + 1; next < Math.min(tokens.length, at + 15); next++) {
    const group = groupWith(sentence, next)
    if (group) return group.infinitive ? null : group
    if (/^[;:]$/.test(tokens[next]?.text ?? '')) break
  }
  return groupBefore(sentence, at)
}

/** Returns the verb group before a word. */
export function groupBefore(sentence: Clauses, at: number): VerbGroup | null {
  for (let back = at - 1; back >= Math.max(0, at - 15); back--) {
    const group = groupWith(sentence, back)
    if (group) return group
  }
  return null
}

/** Returns the end of the noun phrase that continues at `at`. */
export function nounEnd(tokens: readonly Token[], at: number): number {
  let to = at
  while (
    to < tokens.length &&
    to < at + 8 &&
    /^(?:noun|name|number|ing|ed|adverb|determiner|possessive)$/.test(tag(tokens, to))
  )
    to++
  return Math.max(to, at)
}

/** Returns the end of a negation: with its clause, or before a purpose. */
export function negationEnd(sentence: Clauses, at: number): number {
  const group = groupWith(sentence, at - 1)
  const past = (group?.to ?? at) + 1
  const end = group ? predicateEnd(sentence, group, at) : clauseEnd(sentence, at, false)
  for (let to = at + 1; to < end; to++) {
    if (
      (tag(sentence.tokens, to) === 'to' && !(to <= past && continues(sentence.tokens, to))) ||
      (tag(sentence.tokens, to) === 'preposition' && to > at + 1 && !/^(?:of)$/.test(lower(sentence.tokens, to)))
    )
      return to
  }
  return end
}

/** Returns true if an infinitive shares the negation of its governor: "is not going to leave", not "did not stop to look". */
const continues = (tokens: readonly Token[], to: number): boolean =>
  /^(?:going|able|expected|set|due|likely|allowed|permitted|supposed|willing|prepared|ready|free|available|wants?|wish|intend(?:ed)?|plan(?:ning)?|seek(?:ing)?|try(?:ing)?|managed?|get|begun|begin|started?|enough|trying|about|scheduled|meant|designed)$/.test(
    lower(tokens, to - 1),
  )

/**
 * Returns the end of the predicate of a verb group; that of a relative clause ends before the main verb: "the dam that did not
 * hold | was old".
 */
export function predicateEnd(sentence: Clauses, group: VerbGroup, at: number): number {
  const end = sharedEnd(sentence, group, clauseEnd(sentence, at, false))
  if (!/^(?:relative|that)$/.test(tag(sentence.tokens, group.from - 1))) return end
  for (let to = at; to < end; to++) {
    const next = groupWith(sentence, to)
    if (next && !next.infinitive && next.from >= at && tag(sentence.tokens, to - 1) !== 'conjunction') return to
  }
  return end
}

/** Past the forms that share the auxiliary: "may fail and cost $3 million", "to have fallen, broken and sunk". */
function sharedEnd(sentence: Clauses, { from, infinitive }: VerbGroup, end: number): number {
  const { tokens } = sentence
  let next = end
  while (/^(?:adverb|conjunction)$/.test(tag(tokens, next)) || lower(tokens, next) === ',') next++
  const shared = next > end && (infinitive ? isBaseForm(lower(tokens, next)) : false)
  return shared || (next > end && sharesAuxiliary(sentence, next))
    ? sharedEnd(sentence, { from, infinitive, to: next, verb: next }, clauseEnd(sentence, next + 1, false))
    : end
}

const ENDING: ReadonlySet<string> = new Set(
  '; : — – -- because although though while whereas when after before since until if unless once where during despite amid following which who whose whom but'.split(
    ' ',
  ),
)

/** "a model that nobody has tested", not "evidence that it failed", "told him that it failed". */
const isRelative = (tokens: readonly Token[], at: number): boolean => {
  const noun = tokens[at - 1]
  return (
    noun?.tag === 'noun' && !noun.capital && !isAdjectival(noun) && !CLAUSE_NOUNS.has(noun.lower) && !FILLED.test(noun.lower)
  )
}

/**
 * Returns the end of the clause that continues at `at`: before a word that opens another clause, or a comma (if `comma`, any)
 * that does.
 */
export function clauseEnd({ tokens, groupAt }: Clauses, at: number, comma: boolean): number {
  const reach = Math.min(tokens.length, at + REACH)
  for (let to = at; to < reach; to++) {
    const token = tokens[to]
    if (!token || ENDING.has(token.lower)) return to
    // "customers we could not reach. We did not overpay"
    if (token.tag === 'mark' && tokens[to + 1]?.capital && /^[.!?]$/.test(token.text)) return to
    if (
      (token.lower === 'so' && /^(?:subject|determiner|possessive|name|that)$/.test(tag(tokens, to + 1))) ||
      (token.tag === 'that' && isRelative(tokens, to))
    )
      return to
    if (token.text === ',' && (comma || opensClause(tokens, groupAt, to + 1))) return to
    if (token.tag === 'conjunction' && !joinsAdjectives(tokens, to) && beginsPredicate(tokens, groupAt, to + 1)) return to
  }
  return reach
}

/** True after "and" for a finite verb, or a subject and its verb. */
function beginsPredicate(tokens: readonly Token[], groupAt: readonly number[], at: number): boolean {
  for (let next = at; next < Math.min(tokens.length, at + 7); next++) {
    const token = tokens[next]
    if (!token || token.tag === 'mark' || token.tag === 'to' || token.tag === 'relative') return false
    if ((groupAt[next] ?? -1) !== -1) return true
    if (token.tag === 'preposition' && next === at) return false
  }
  return false
}

/** True after a comma for a conjunction, pronoun, participle or another verb soon after. */
function opensClause(tokens: readonly Token[], groupAt: readonly number[], at: number): boolean {
  const token = tokens[at]
  if (!token) return true
  if (/^(?:subject|relative|subordinator|ing|that)$/.test(token.tag) || token.lower === 'but') return true
  return beginsPredicate(tokens, groupAt, token.tag === 'conjunction' ? at + 1 : at)
}
