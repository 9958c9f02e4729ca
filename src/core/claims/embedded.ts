/** Clauses embedded in a content whose certainty or polarity differs from that of its main predicate. */
import type { Certainty, CertaintyLevel } from '../article.ts'
import { isAdjectival } from '../lexicon/plain-adjectives.ts'
import { FILLED, HEARSAY } from '../lexicon/reporting-nouns.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import { clauseEnd } from './scopes/reach.ts'
import { standing } from './scopes/scopes.ts'
import { mainPredicate } from './syntax/main-predicate.ts'
import { groupWith } from './syntax/verb-groups.ts'
import { isGeneric } from './words/generic-relative.ts'
import { isComplement } from './words/infinitives.ts'
import type { Range } from './words/token.ts'
import { lower, tag } from './words/tokens.ts'

/** A clause inside a content, in token indices. */
export interface EmbeddedClause {
  readonly rule: 'embedded-finite' | 'embedded-infinitive' | 'embedded-gerund'
  readonly range: Range
  /** Its predicate, which determines its certainty. */
  readonly verb: number
  /** Negated inside the content, regardless of the stance of the cue. */
  readonly negative: boolean
  readonly level: CertaintyLevel
}

type Candidate = Omit<EmbeddedClause, 'negative' | 'level'>

/** A clause counts as embedded only if it is at most this share of the content. */
const MOST = 0.75
const FEWEST_WORDS = 3

/**
 * Returns the embedded clauses of a content whose modals, hedges or negations differ from those of its main predicate, so that
 * one level cannot describe both: "to sell the mill" of `Lee plans to sell the mill`, "it is old" of `The dam will not hold
 * because it is old`. A clause inside another is included only if it differs from that too. Linear.
 */
export function embeddedIn(
  parsed: ParsedSentence,
  content: readonly Range[],
  whole: Certainty,
  outer: boolean,
): EmbeddedClause[] {
  const { tokens, groups, scopes, clauses } = parsed
  const main = mainPredicate(tokens, groups, content, clauses)
  const most = MOST * content.reduce((sum, [from, to]) => sum + to - from, 0)
  const found: EmbeddedClause[] = []
  /** The clauses open at a token, the innermost last. */
  const open: { readonly end: number; readonly standing: string }[] = []
  for (const clause of clausesWithin(parsed, content)) {
    const [from, to] = clause.range
    if (clause.verb === main || to - from > most) continue
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= from) open.pop()
    if (isUnproven(parsed, from)) continue
    const { level, negative, rules } = standing(scopes, clause.verb, content, outer)
    // "does not mean | that it will go to trial"
    if (level === 'unknown' && rules.includes('not-believed')) continue
    // "A school that has stood for years is to close": what the subject is, is told with it.
    if (level === 'certain' && !negative && subjectVerb(parsed, from) > clause.verb) continue
    const here = `${level} ${negative}`
    if (here === (open.at(-1)?.standing ?? `${whole.level} ${whole.polarity === 'negative'}`)) continue
    found.push({ ...clause, negative, level })
    open.push({ end: to, standing: here })
  }
  return found
}

/** The verb of the subject in which a relative clause or a gerund stands; -1 if it stands in none. */
function subjectVerb({ tokens, clauses, groups }: ParsedSentence, from: number): number {
  const opener = tag(tokens, from) === 'relative' ? from : from - 1
  if (!/^(?:relative|that|preposition)$/.test(tag(tokens, opener))) return -1
  const around = [...clauses.values()].find(({ subject }) => subject && subject[0] < opener && opener < subject[1])
  return around ? (groups[around.group]?.from ?? -1) : -1
}

function clausesWithin(parsed: ParsedSentence, content: readonly Range[]): Candidate[] {
  const { tokens, groupAt } = parsed
  const found: Candidate[] = []
  const add = (rule: EmbeddedClause['rule'], verb: number, from: number, past: number, [least, most]: Range) => {
    const outside = subjectVerb(parsed, from)
    const limit = outside >= past ? Math.min(most, outside) : most
    const end = sentenceEnd(parsed, from, past) ?? conditionEnd(parsed, clauseEnd(parsed, past, false))
    const range = trimmed(parsed, [Math.max(least, from), Math.min(limit, end)])
    if (words(parsed, range) >= (rule === 'embedded-infinitive' ? FEWEST_WORDS + 1 : FEWEST_WORDS))
      found.push({ rule, range, verb })
  }
  for (const piece of content) {
    for (let at = piece[0]; at < piece[1]; at++) {
      const group = groupWith(parsed, at)
      if (group?.from === at) {
        if (group.infinitive) {
          const start = infinitiveStart(parsed, at)
          if (isUnsettled(parsed, start, at)) add('embedded-infinitive', group.verb, start, group.to, piece)
        } else if (isTold(parsed, groupAt[at] ?? -1))
          add('embedded-finite', group.verb, clauseStart(parsed, at, piece[0]), group.to, piece)
        at = group.to - 1
      } else if (!group && tag(tokens, at) === 'ing' && tag(tokens, at - 1) === 'preposition' && at > piece[0])
        add('embedded-gerund', at, at, at + 1, piece)
    }
  }
  return found
}

/** The end of a sentence that is not the first one of a quotation; null for a clause inside a sentence. */
function sentenceEnd({ tokens }: ParsedSentence, from: number, past: number): number | null {
  if (!/^[.!?]$/.test(lower(tokens, from - 1))) return null
  const end = tokens.findIndex(({ text }, at) => at >= past && /^[.!?]$/.test(text))
  return end < 0 ? tokens.length : end
}

/** "no evidence | that it failed": told by nobody. */
function isUnproven({ tokens }: ParsedSentence, from: number): boolean {
  if (tag(tokens, from - 1) !== 'that') return false
  // "Rumours that it failed": another claim
  if (HEARSAY.has(lower(tokens, from - 2))) return true
  if (!FILLED.test(lower(tokens, from - 2))) return false
  return tokens.slice(Math.max(0, from - 6), from - 2).some((token) => /^(?:no|little|any|scant|hardly)$/.test(token.lower))
}

/** Past the condition that follows: "might leave | unless it is settled". */
const conditionEnd = (parsed: ParsedSentence, at: number): number =>
  /^(?:if|unless|until|once)$/.test(lower(parsed.tokens, at)) ? clauseEnd(parsed, at + 1, false) : at

/** A clause with a finite verb; no condition, which is not told: "if it rains". */
const isTold = ({ clauses, groups, tokens }: ParsedSentence, group: number): boolean => {
  const clause = clauses.get(group)
  if (clause?.kind === 'relative' && (isUntold(tokens, clause.from - 1) || isGeneric(tokens, clause.from - 1))) return false
  // "at least 23 years | before he can be freed"
  if (
    clause?.kind === 'subordinate' &&
    lower(tokens, clause.from - 1) === 'before' &&
    tag(tokens, groups[group]?.from ?? -1) === 'modal'
  )
    return false
  // ", and nor can anybody else"
  if (lower(tokens, (groups[group]?.from ?? 0) - 1) === 'nor' && tag(tokens, groups[group]?.verb ?? -1) === 'modal')
    return false
  // "has | yet to publish it, as the law requires"
  if (lower(tokens, groups[group]?.to ?? -1) === 'yet') return false
  if (clause?.kind === 'subordinate' && /^(?:where|when)$/.test(lower(tokens, clause.from - 1))) return false
  if (clause?.kind === 'subordinate' && lower(tokens, clause.from - 1) === 'as' && lower(tokens, clause.from - 2) === ',')
    return false
  // "It was not Pell who started it"
  if (clause?.kind === 'relative' && isExpletive(tokens, clause.from - 2)) return false
  return (
    clause !== undefined &&
    !(clause.kind === 'subordinate' && /^(?:if|unless|until|once)$/.test(lower(tokens, clause.from - 1)))
  )
}

/** "wants to sell the mill"; not "the plan to sell it", nor a purpose, "sent ships to guard the coast". */
const isUnsettled = (parsed: ParsedSentence, start: number, verb: number): boolean =>
  !isModifier(parsed, start) &&
  isComplement(parsed.tokens, verb - 1) &&
  // "were not authorized to speak"
  !/^(?:authori[sz]ed|allowed|permitted|able)$/.test(lower(parsed.tokens, verb - 2))

/** "the best result | anyone could get", "no idea | where they would go": a clause without a pronoun, or a question. */
const isUntold = (tokens: ParsedSentence['tokens'], opener: number): boolean =>
  !/^(?:relative|that|subordinator)$/.test(tag(tokens, opener)) ||
  /^(?:where|when)$/.test(lower(tokens, opener)) ||
  (/^(?:how|why|what)$/.test(lower(tokens, opener)) &&
    (tag(tokens, opener - 1) !== 'noun' || /^(?:idea|question|clue|explanation|word|doubt)s?$/.test(lower(tokens, opener - 1))))

/** "The plan to sell the mill failed", "charged with conspiracy to steal": the infinitive belongs to a noun. */
const isModifier = ({ tokens, verbOfSubject }: ParsedSentence, to: number): boolean =>
  tag(tokens, to - 1) === 'noun' &&
  // "ruled Marsh unfit to work"
  (isAdjectival(tokens[to - 1] ?? { lower: '', capital: false }) ||
    tag(tokens, to - 2) === 'preposition' ||
    /['’]s?$/.test(lower(tokens, to - 2)) ||
    verbOfSubject[to] !== undefined ||
    isExpletive(tokens, to - 2))

/** "It is hard to grow barley" */
const isExpletive = (tokens: ParsedSentence['tokens'], at: number): boolean => {
  let be = at
  while (/^(?:adverb|negation|noun|name|determiner|object)$/.test(tag(tokens, be))) be--
  if (tag(tokens, at) === 'object' && /^it['’]s$/.test(lower(tokens, be))) return true
  return tag(tokens, be) === 'be' && [be - 1, be - 2].some((subject) => /^(?:it|there)$/.test(lower(tokens, subject)))
}

/** Returns the index of "to", or of the "not" before it. */
function infinitiveStart({ tokens }: ParsedSentence, at: number): number {
  const to = tag(tokens, at - 1) === 'to' ? at - 1 : at - 2
  return lower(tokens, to - 1) === 'not' ? to - 1 : to
}

/** The start of a verb's clause: with its subject as it was read, "two patients hospitalized in May | ate". */
function clauseStart(parsed: ParsedSentence, at: number, least: number): number {
  const start = subjectStart(parsed, at, least)
  const { subject = null, from = 0 } = parsed.clauses.get(parsed.groupAt[at] ?? -1) ?? {}
  return subject && subject[0] >= Math.max(least, from) && subject[0] < start && subject[1] <= at ? subject[0] : start
}

/** Returns the start of a verb's clause, before its subject; a relative pronoun belongs to the clause. */
function subjectStart({ tokens, groupAt }: ParsedSentence, at: number, least: number): number {
  let start = at
  while (start > least && (groupAt[start - 1] ?? -1) === -1 && !BREAKS.has(tag(tokens, start - 1))) {
    start--
    if (tag(tokens, start) === 'relative') break
  }
  return start
}

const LOOSE: ReadonlySet<string> = new Set(['mark', 'quote', 'conjunction'])
const BREAKS: ReadonlySet<string> = new Set(['mark', 'quote', 'conjunction', 'subordinator', 'that'])

/** Returns the range without the marks at its ends. */
function trimmed({ tokens }: ParsedSentence, [from, to]: Range): Range {
  let end = to
  while (end > from && LOOSE.has(tag(tokens, end - 1)) && !/^[)\]%]$/.test(lower(tokens, end - 1))) end--
  return [from, end]
}

function words({ tokens }: ParsedSentence, [from, to]: Range): number {
  let count = 0
  for (let at = from; at < to; at++) if (tag(tokens, at) !== 'mark' && tag(tokens, at) !== 'quote') count++
  return count
}
