/** Decides whether a date lies before or after the publication, by the tense of the verb that it belongs to. */
import { DONE, NOT_DONE } from '../../lexicon/infinitive-governors.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { COMPELLED, PLANNED, POSTPONED } from '../../lexicon/schedule-words.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { ReadClause } from '../syntax/clause.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import type { Range } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

export type Tense = 'past' | 'future'
/** `present` and `perfect` are distinct until the words around the date decide. */
type VerbTense = Tense | 'present' | 'perfect' | null

const IRREGULAR_PASTS = new Set(IRREGULAR_VERBS.flatMap(([base, past = '']) => (past === base ? [] : [past])))
const INVARIANT = new Set(IRREGULAR_VERBS.flatMap(([base, past = '']) => (past === base ? [past] : [])))

/** "closed", "sank", "agreed"; not "need". */
const isPast = (word: string): boolean => /[^e]ed$|(?:gr|fr|cr|t)eed$/.test(word) || IRREGULAR_PASTS.has(word)

/** The tense of a date that begins at a token of a content; null where the clause leaves it open. */
export function dateTense(parsed: ParsedSentence, at: number, content: readonly Range[]): Tense | null {
  const verb = governorOf(parsed, at)
  if (verb === null) return null
  if (!content.some(([from, to]) => from <= verb.at && verb.at < to)) return isAwaited(parsed, verb.at) ? 'future' : null
  const before = prepositionBefore(parsed, at)
  if (before === 'since') return 'past'
  const tense = 'group' in verb ? tenseOf(parsed, verb.group) : participleTense(parsed, verb.at)
  if (/^(?:until|till|to|for)$/.test(before) && POSTPONED.has(lower(parsed.tokens, verb.at))) return 'future'
  if (tense === 'perfect') return before === 'until' ? 'future' : 'past'
  if (tense === 'past') return before === 'until' ? null : 'past'
  if (tense === 'present' && /^(?:after|following|amid|despite)$/.test(before)) return 'past'
  if ('group' in verb && inSubject(parsed, verb.group, at)) return isWill(parsed, verb.group) ? tense && 'future' : null
  return tense === 'present' && parsed.headline ? null : tense && 'future'
}

/** "expects a cut in May": the cue of the content looks ahead. */
const isAwaited = ({ cues }: ParsedSentence, at: number): boolean =>
  cues.some(
    ({ verb, entry }) =>
      verb === at &&
      /^(?:expect|anticipate|forecast|predict|project|foresee|plan|propose|promise|pledge|want|seek|schedule)$/.test(
        entry.lemma,
      ),
  )

/** The verb that a date belongs to, with its group where it is no bare participle. */
type Governor = { readonly at: number; readonly group: VerbGroup } | { readonly at: number }

/** The last verb before the date in its clause, else the next one of a clause that holds the date; null if there is none. */
function governorOf(parsed: ParsedSentence, at: number): Governor | null {
  const { tokens, groups, groupAt, clauses, start } = parsed
  const holding = [...clauses.values()].filter(({ from }) => from <= at)
  const from = holding.reduce((latest, clause) => Math.max(latest, clause.from), start)
  const next = holding.map((clause) => groups[clause.group] as VerbGroup).find((group) => group.from > at)
  for (let back = at - 1; back >= from; back--) {
    const index = groupAt[back] ?? -1
    const group = groups[index]
    if (group) return group.infinitive || clauses.has(index) ? { at: group.verb, group } : { at: group.verb }
    // "In May, the board": what a comma closes belongs to the verb that follows.
    if (next && lower(tokens, back) === ',') break
    if (isReducedParticiple(parsed, back) || isUntaggedPast(parsed, back)) return { at: back }
  }
  return next ? { at: next.verb, group: next } : null
}

/** "the match planned for", "due on" */
function isReducedParticiple({ tokens }: ParsedSentence, at: number): boolean {
  const participle = tag(tokens, at) === 'ed' || PLANNED.has(lower(tokens, at))
  return participle && tag(tokens, at - 1) !== 'be' && /^(?:preposition|time|to|adverb)$/.test(tag(tokens, at + 1))
}

/** "The pier sank": a past form that the tagger takes for a noun. */
function isUntaggedPast({ tokens }: ParsedSentence, at: number): boolean {
  const before = tag(tokens, at - 1)
  return (
    tag(tokens, at) === 'noun' &&
    isPast(lower(tokens, at)) &&
    /^(?:noun|name|number|subject|adverb|relative|that)$/.test(before)
  )
}

const participleTense = ({ tokens }: ParsedSentence, at: number): VerbTense =>
  PLANNED.has(lower(tokens, at)) ? 'future' : 'past'

/** The preposition that the date stands under: "after" of "after a fire on Monday". */
function prepositionBefore({ tokens }: ParsedSentence, at: number): string {
  for (let back = at - 1; back >= Math.max(0, at - 7); back--) {
    const word = lower(tokens, back)
    if (/^(?:preposition|subordinator|to)$/.test(tag(tokens, back)) && !(back === at - 1 && /^(?:on|in|at)$/.test(word)))
      return word
    if (!/^(?:preposition|determiner|possessive|noun|name|number|time|ing)$/.test(tag(tokens, back))) return ''
  }
  return ''
}

/** The tense of a verb group. */
function tenseOf(parsed: ParsedSentence, group: VerbGroup): VerbTense {
  const { tokens } = parsed
  const first = lower(tokens, group.from)
  const simple = group.from === group.verb
  if (group.infinitive) return infinitiveTense(parsed, group)
  if (tag(tokens, group.from) === 'modal' || /'ll$/.test(first)) return modalTense(parsed, group)
  if (/^(?:had|did|was|were)(?:n't)?$/.test(first)) return arranged(parsed, group) ? null : 'past'
  if (/^(?:do|be)$/.test(tag(tokens, group.from))) return first === 'done' || first === 'been' ? null : 'present'
  if (tag(tokens, group.from) === 'have' || /'ve$/.test(first))
    return simple && !isPast(lower(tokens, group.to)) ? 'present' : 'perfect'
  // "they're leaving", "he's left"
  if (!simple) return tag(tokens, group.verb) === 'ing' || /'(?:re|m)$/.test(first) ? 'present' : null
  // "did he leave"
  if (tag(tokens, group.from - 2) === 'do') return lower(tokens, group.from - 2) === 'did' ? 'past' : 'present'
  return isPast(first) || INVARIANT.has(first) ? 'past' : 'present'
}

/** "was due on", "was going": the past of a plan. */
const arranged = ({ tokens }: ParsedSentence, { verb, to }: VerbGroup): boolean =>
  [lower(tokens, verb), lower(tokens, to)].some((word) => PLANNED.has(word) || word === 'going')

/** "will go", "would go"; "could have gone"; "could not go" is open. */
function modalTense({ tokens }: ParsedSentence, { from, to }: VerbGroup): VerbTense {
  let negative = /^(?:no|nobody|none|neither|few)$/.test(lower(tokens, from - 1)) || lower(tokens, from - 2) === 'no'
  for (let at = from; at < to; at++) {
    if (tag(tokens, at) === 'have' && at > from) return 'past'
    negative ||= tag(tokens, at) === 'negation' || /n't$/.test(lower(tokens, at))
  }
  return negative && /^could/.test(lower(tokens, from)) ? null : 'future'
}

/** That of "to" and a verb, by the verb or noun that takes it: "is expected to go", "failed to go", "plans to go". */
function infinitiveTense(parsed: ParsedSentence, group: VerbGroup): VerbTense {
  const { tokens, groups, groupAt } = parsed
  if (lower(tokens, group.from) === 'have' && group.verb > group.from) return 'past'
  let at = group.from - 1
  while (/^(?:to|adverb|negation)$/.test(tag(tokens, at))) at--
  const governor = lower(tokens, at)
  let outer: VerbGroup | undefined
  for (let back = at; back >= parsed.start && !outer && tag(tokens, back) !== 'mark'; back--)
    outer = groups[groupAt[back] ?? -1]
  if (!outer) return 'future'
  const tense = outer.from < group.from ? tenseOf(parsed, outer) : null
  const done = DONE.has(governor) || NOT_DONE.has(governor) || COMPELLED.has(governor)
  if (tense === 'past' || (tense === 'perfect' && done)) return done ? 'past' : null
  return tense && 'future'
}

const clauseOf = ({ groups, clauses }: ParsedSentence, group: VerbGroup): ReadClause | undefined =>
  [...clauses.values()].find((clause) => groups[clause.group] === group)

/** "the attack on Monday is": a date inside the subject may lie before or after. */
function inSubject(parsed: ParsedSentence, group: VerbGroup, at: number): boolean {
  const subject = clauseOf(parsed, group)?.subject
  return subject ? subject[0] <= at && at < group.from : false
}

const isWill = ({ tokens }: ParsedSentence, { from }: VerbGroup): boolean =>
  /^(?:will|won't|shall)$|'ll$/.test(lower(tokens, from))
