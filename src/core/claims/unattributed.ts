/** The assertions of a sentence in the article's own voice, beside its attributions. */
import { CUE_FORMS } from '../lexicon/cue-forms.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { holdsWord, type ParsedSentence } from './parsed-sentence.ts'
import { repeats } from './propositions.ts'
import type { Attribution } from './rules/attribution.ts'
import { staysUnnamed } from './rules/reports-nothing.ts'
import { standing } from './scopes/scopes.ts'
import { subjectOf } from './subject-of.ts'
import { groupWith } from './syntax/verb-groups.ts'
import type { Range } from './words/token.ts'

/**
 * Returns the article's own assertions, a list of ranges each. `Lee went home and said it was late.` asserts "Lee went home";
 * `Lee said it was late.` asserts nothing; a sentence without attribution asserts its clauses.
 */
export function unattributed(parsed: ParsedSentence, attributions: readonly Attribution[]): Clause[] {
  const { tokens, start, end } = parsed
  if (attributions.length === 0) {
    const clauses = clausesOf(parsed, [start, tokens.length]).filter(({ ranges }) => holdsWord(parsed, ranges))
    return clauses.length > 0 ? clauses : [{ ranges: [[start, tokens.length]], rule: 'first' }]
  }
  const gone: boolean[] = new Array<boolean>(end).fill(false)
  const sources: boolean[] = new Array<boolean>(end).fill(false)
  for (const { content, cue, source, rule } of attributions) {
    // "Her claim that it is safe is false" is told as a whole.
    if (rule === 'nominal') continue
    if (
      cue &&
      rule !== 'in-view' &&
      (isNested(tokens, cue[0], source) || (rule !== 'object-relative' && isRestrictive(parsed, source)))
    )
      continue
    // "is admired | by the board | and would cost less"
    const follows = source && cue && /^(?:passive|according-to)$/.test(rule) && source[0] >= cue[1]
    const agent: Range[] = follows ? [[cue[1], source[1]]] : []
    for (const range of cue ? [...content, cue, ...agent] : content) gone.fill(true, range[0], Math.min(range[1], end))
    if (source) sources.fill(true, source[0], Math.min(source[1], end))
  }
  const runs: Clause[] = [...openReports(parsed, attributions), ...asidesOfSources(parsed, attributions)]
  /** "Lee" of "Lee, who says it is old, left": the actor of the text after the attribution. */
  let actor: Range | null = null
  for (let at = start; at < end; at++) {
    if (gone[at]) continue
    let to = at
    while (to < end && !gone[to]) to++
    const run = trimmed(tokens, withoutSpeaker(attributions, [at, to]))
    if (run && asserts(parsed, sources, run)) {
      const [first, ...rest] = clausesOf(parsed, run)
      // "He asked the bank for help and was horrified": who acts is read, "the bank" only stands between
      const headed = actor && PREDICATE.test(tokens[run[0]]?.tag ?? '') ? actorOf(parsed, actor, run[0]) : null
      if (first) runs.push(headed ? { ...first, ranges: [headed, ...first.ranges] } : first, ...rest)
      actor = null
    } else actor = trimmed(tokens, [at, to])
    at = to
  }
  return runs
}

function actorOf(parsed: ParsedSentence, between: Range, verb: number): Range {
  const subject = subjectOf(parsed, verb)
  return subject && subject[1] <= verb && (between[0] < subject[0] || between[1] > subject[1]) ? subject : between
}

/** "won votes by denouncing the levy", "after first complaining of pain", "misled them about its support for the levy" */
function isNested(tokens: Tokens, cue: number, source: Range | null): boolean {
  const first = source && source[1] === cue ? source[0] : cue
  let before = first - 1
  while (tokens[before]?.tag === 'adverb') before--
  // "prompted Lee to accuse her"
  if (tokens[cue - 1]?.tag === 'to' && source && source[1] === cue - 1) return true
  if (tokens[before]?.tag === 'preposition') return first < cue || tokens[cue]?.tag === 'ing'
  return /^(?:after|before|since)$/.test(tokens[before]?.lower ?? '') && tokens[cue]?.tag === 'ing'
}

/** "the seat that | his party thought was safe": without its report the noun phrase tells nothing. */
const isRestrictive = ({ tokens, clauses }: ParsedSentence, source: Range | null): boolean =>
  source !== null &&
  [tokens[source[0] - 1], tokens[source[0] - 2]].every((token) => token !== undefined && token.tag !== 'mark') &&
  [...clauses.values()].some(({ kind, from }) => kind === 'relative' && from === source[0])

/** `The mayor did not say when`, `The mayor may ask them to leave`: the reporting itself is negated or hedged. */
function openReports(parsed: ParsedSentence, attributions: readonly Attribution[]): Clause[] {
  return attributions.flatMap(({ cue, source, content, denied, lemma }): Clause[] => {
    const last = content.at(-1)
    const adjacent = cue && source && source[1] <= cue[0] && cue[0] - source[1] <= 3
    if (!adjacent || !last || content.length > 1 || last[0] < cue[1]) return []
    const { level, negative } = standing(parsed.scopes, verbOf(parsed, cue), [[source[0], last[1]]])
    // "did not recommend it": the content itself is denied
    return denied || lemma === 'rule out' || (level === 'certain' && !negative)
      ? []
      : [{ ranges: [[source[0], last[1]]], rule: 'open-report' }]
  })
}

/** The verb of a cue: "agreed" of "has agreed to". */
function verbOf(parsed: ParsedSentence, cue: Range): number {
  for (let at = cue[0]; at < cue[1]; at++) {
    const group = groupWith(parsed, at)
    if (group && !group.infinitive) return group.verb
  }
  return cue[0]
}

/** "who lost the vote" of `Lee, who lost the vote, said it was late`. */
function asidesOfSources(parsed: ParsedSentence, attributions: readonly Attribution[]): Clause[] {
  const { tokens } = parsed
  const found: Clause[] = []
  const seen = new Set<number>()
  for (const { source } of attributions) {
    if (!source || seen.has(source[0])) continue
    seen.add(source[0])
    for (let at = source[0] + 1; at < source[1]; at++) {
      const [before, token] = [tokens[at - 1], tokens[at]]
      // "Residents who fled the town said": who they are
      if (token?.lower === 'who' && before?.text !== ',' && tokens[source[0]]?.tag === 'noun' && at <= source[0] + 2) break
      const opens = token?.lower === 'who' || token?.lower === 'which' || (token?.tag === 'ing' && before?.text === ',')
      if (!opens) continue
      let to = at + 1
      while (to < source[1] && tokens[to]?.text !== ',') to++
      const told = attributions.some(({ cue }) => cue && cue[0] >= at && cue[1] <= to)
      if (to - at >= 4 && !told && !staysUnnamed(tokens, at + 1))
        found.push(...clausesOf(parsed, [at, to]).map((clause) => ({ ...clause, rule: 'aside-of-source' })))
      at = to
    }
  }
  return found
}

const PREDICATE = /^(?:be|have|modal|do|verb|ed)$/

type Tokens = ParsedSentence['tokens']

function trimmed(tokens: Tokens, [from, to]: Range): Range | null {
  let start = from
  let end = to
  const loose = (at: number) => {
    const token = tokens[at]
    return (
      token !== undefined &&
      ((token.tag === 'mark' && !/[()]/.test(token.text)) || token.tag === 'conjunction' || token.tag === 'quote')
    )
  }
  while (start < end && loose(start)) start++
  while (end > start && (loose(end - 1) || /^(?:relative|that|to|subordinator)$/.test(tokens[end - 1]?.tag ?? ''))) end--
  return end > start ? [start, end] : null
}

/** Without the source of the cue that follows: "the dam held, although the mayor | said". */
function withoutSpeaker(attributions: readonly Attribution[], [from, to]: Range): Range {
  const speaker = attributions.find(({ source, cue }) => source && cue && source[1] <= to && source[0] >= from && cue[0] >= to)
  return speaker?.source && speaker.source[1] >= to - 2 ? [from, speaker.source[0]] : [from, to]
}

/** A clause of its own, outside the words that only name a source, and something beside its verb. */
function asserts(parsed: ParsedSentence, sources: readonly boolean[], [from, to]: Range): boolean {
  const { tokens, clauses, groups } = parsed
  let words = 0
  for (let at = from; at < to; at++)
    if (tokens[at]?.tag !== 'mark') words += tokens[at]?.tag === 'subject' && groupWith(parsed, at)?.from === at ? 2 : 1
  for (const [index, { kind, from: clauseFrom, subject }] of clauses) {
    const group = groups[index]
    // ", as the paper claimed", ", as had been feared"
    const told = group && (subject === null || CUE_FORMS.has(tokens[group.verb]?.lower ?? ''))
    if (kind === 'subordinate' && (told || repeats(tokens, clauseFrom)) && tokens[clauseFrom - 1]?.lower === 'as') continue
    // "In a statement read to the court, she": a participle
    if (kind === 'main' && tokens[from]?.tag === 'preposition' && subject?.[0] === from && tokens[to]?.text === ',') continue
    // "In the town that lost its bank": what opens the sentence asserts nothing.
    // "during a panel after the senator won": the clause belongs to the adjunct.
    if (kind === 'subordinate' && clauseFrom > from + 1) continue
    // ", which is worth $51,000"
    // ", which is old", ", a sum that Lee does not accept"
    const opens = clauseFrom === from + 1 || (subject?.[0] === clauseFrom && clauseFrom <= from + 4)
    const own = kind !== 'relative' || (opens && tokens[from - 1]?.text === ',')
    const held = group && own && group.from >= from && group.to <= to && !sources[group.verb]
    if (held && (words >= 3 || (subject && subject[0] >= from && subject[0] < group.from))) return true
  }
  return false
}
