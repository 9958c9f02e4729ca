/** The parts around a clause that belong to its claim: a condition or a year before it, victims behind it. In a label they come last. */
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import type { LabelClause } from './label-clause.ts'
import { TIME_NOUN, YEAR } from './part-rules.ts'

/** Returns the clause with its opening and its victims: "If it rains, | the crop will fail", "A ferry sank, | killing two". */
export function withSurroundings(parsed: ParsedSentence, at: readonly number[], clause: LabelClause): LabelClause {
  if (clause.group === null) return clause
  return { ...clause, opening: openingOf(parsed, at, clause), victims: victimsOf(parsed, at) }
}

function openingOf({ tokens }: ParsedSentence, at: readonly number[], { subject: [subject] }: LabelClause): readonly number[] {
  const first = at.findIndex((index) => !/^(?:quote|conjunction)$/.test(tag(tokens, index)))
  if (subject === undefined || (at[first] ?? subject) >= subject) return []
  const comma = at.findIndex((index) => tokens[index]?.text === ',')
  const end = comma >= 0 && (at[comma] ?? 0) < subject ? comma : at.indexOf(subject)
  const opening = at.slice(first, end)
  return limits(tokens, opening) ? opening : []
}

/** "if it rains", "in 2011", "two years ago", "in three villages" */
function limits(tokens: readonly Token[], opening: readonly number[]): boolean {
  const first = lower(tokens, opening[0] ?? -1)
  // "Were the town to lose,"
  const inverted = /^(?:were|had|should)$/.test(first) && tag(tokens, (opening[0] ?? -1) + 1) !== 'ed'
  if (/^(?:if|unless)$/.test(first) || inverted) return true
  if (!/^(?:preposition|number|adverb|determiner)$/.test(tag(tokens, opening[0] ?? -1)) || opening.length > 6) return false
  if (lower(tokens, opening.at(-1) ?? -1) === 'ago') return true
  const number = opening.findIndex((index) => tag(tokens, index) === 'number')
  if (number < 0) return false
  if (YEAR.test(lower(tokens, opening[number] ?? -1))) return true
  return /^(?:in|among)$/.test(first) && !opening.some((index) => TIME_NOUN.test(lower(tokens, index)))
}

function victimsOf({ tokens }: ParsedSentence, at: readonly number[]): readonly number[] {
  const comma = at.findIndex(
    (index, order) =>
      lower(tokens, index) === ',' && /^(?:killing|injuring|wounding)$/.test(lower(tokens, at[order + 1] ?? -1)),
  )
  if (comma < 0) return []
  const end = at.findIndex((index, order) => order > comma && /^(?:mark|time)$/.test(tag(tokens, index)))
  return at.slice(comma + 1, end < 0 ? at.length : end)
}
