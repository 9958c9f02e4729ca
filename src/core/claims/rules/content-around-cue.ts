/** The content on both sides of a cue and its source: `Rain, he said, would fall.` */
import type { ParsedSentence } from '../parsed-sentence.ts'
import { firstContentToken } from '../syntax/openings.ts'
import { hasFiniteGroup } from '../syntax/verb-groups.ts'
import type { Range } from '../words/token.ts'

/** The positions of source and cue, and the token where the following text begins. */
export interface Aside {
  readonly source: Range
  readonly cue: Range
  readonly from: number
  readonly to: number
}

/** Returns true for the last mark of a quotation. */
export const endsQuotation = (parsed: ParsedSentence, at: number): boolean =>
  parsed.quotations[parsed.quoted[at] ?? -1]?.[1] === at + 1

/** Returns the content before the source: from the first word after connectives to the comma. */
export function leftContent(parsed: ParsedSentence, floor: number, { from }: Aside): Range | null {
  const start = firstContentToken(parsed, floor)
  let to = from
  while (to > start && /^[,—–-]$|^--$/.test(parsed.tokens[to - 1]?.text ?? '')) to--
  if (to <= start) return null
  const first = parsed.tokens[start]
  // "In May, Lee said" opens with an adverbial; "Rain, he said, fell" with a part of the content.
  const opening =
    /^(?:preposition|subordinator|time|ing|ed|adverb)$/.test(first?.tag ?? '') ||
    /^(?:last|earlier|later|late|early)$/.test(first?.lower ?? '')
  if (parsed.quoted[start] === -1 && opening && !endsQuotation(parsed, from - 1) && !hasFiniteGroup(parsed.groups, start, to))
    return null
  return [start, to]
}

/** Returns the words that continue after the aside: `, “B.”` or, if the left side is no clause, the rest of the sentence. */
export function rightContent(parsed: ParsedSentence, { to }: Aside, left: Range): Range | null {
  const { tokens } = parsed
  if (tokens[to]?.text !== ',' && tokens[to]?.text !== '.') return null
  const next = tokens[to + 1]
  if (!next || to + 1 >= parsed.end) return null
  const quotation = parsed.quotations[parsed.quoted[to + 1] ?? -1]
  if (quotation && quotation[0] === to + 1) return [to + 1, quotation[1]]
  if (tokens[to]?.text === '.') return null
  const quotedLeft = parsed.quoted[left[1] - 1] !== -1
  // "The memo, sources said, confirmed it"
  const predicate =
    next.tag === 'ed' && !hasFiniteGroup(parsed.groups, left[0], left[1]) && parsed.clauses.has(parsed.groupAt[to + 1] ?? -1)
  if (quotedLeft || next.tag === 'ing' || next.lower === 'according' || (next.tag === 'ed' && !predicate)) return null
  if (next.tag === 'conjunction' && next.lower === 'but') return null
  if (next.tag === 'relative' || next.tag === 'subordinator') return null
  const end = nextReport(parsed, to + 1)
  return end > to + 2 ? [to + 1, end] : null
}

/** The conjunction before a report with a speaker of its own: "It rained, Lee said, | and Roe said it would"; else the end. */
function nextReport({ clauses, cues, groups, end }: ParsedSentence, at: number): number {
  const report = [...clauses.values()].find(({ kind, group, subject }) => {
    const verb = groups[group]?.verb
    const cue = kind === 'coordinate' && subject && subject[0] > at ? cues.find((one) => one.verb === verb) : undefined
    return cue !== undefined && /s/.test(cue.entry.frames)
  })
  return report ? report.from - 1 : end
}
