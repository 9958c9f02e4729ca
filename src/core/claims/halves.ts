/** Clauses that a source asserts beside the first one of its content: "the dam will hold, and the wall may fall". */
import type { EmbeddedClause } from './embedded.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import type { Range } from './words/token.ts'

/** The fewest tokens of a sentence in a quotation that is a claim of its own beside the whole. */
const SENTENCE = 6

/** True for a clause that its source asserts itself, "and that" included; not for the complement of another verb. */
export function isAssertion({ tokens, clauses, groupAt }: ParsedSentence, { verb, range }: EmbeddedClause): boolean {
  const read = clauses.get(groupAt[verb] ?? -1)
  if (!read) return false
  // "I don't know." of a longer quotation
  if (read.kind === 'main' && range[1] - range[0] < SENTENCE) return false
  return /^(?:main|coordinate|subordinate|relative)$/.test(read.kind) || tokens[read.from - 2]?.tag === 'conjunction'
}

/** "and might vote against it", "and that it had probably failed": less sure than the first half, and no mere "would" of backshift. */
export function isSecondHalf(parsed: ParsedSentence, part: EmbeddedClause): boolean {
  const { tokens, groups, groupAt } = parsed
  const would = tokens[groups[groupAt[part.verb] ?? -1]?.from ?? -1]?.lower === 'would'
  return jointOf(parsed, part) !== null && (part.level === 'possible' || (part.level === 'probable' && !would))
}

/** The conjunction that joins a clause to what stands before it; null if none does. */
function jointOf({ tokens, clauses, groupAt }: ParsedSentence, { verb, range: [start] }: EmbeddedClause): number | null {
  if (!/^(?:coordinate|that)$/.test(clauses.get(groupAt[verb] ?? -1)?.kind ?? '')) return null
  let at = start - 1
  while (/^(?:that|adverb|mark|quote)$/.test(tokens[at]?.tag ?? '')) at--
  return tokens[at]?.tag === 'conjunction' ? at : null
}

/**
 * Returns the content before and from the conjunction that joins its last clause; null if that clause is not the last one, or
 * nothing joins it. A full quotation stays whole: its `first` is null.
 */
export function halvesOf(
  parsed: ParsedSentence,
  content: readonly Range[],
  part: EmbeddedClause,
): { readonly first: Range | null; readonly second: Range } | null {
  const { tokens, clauses, groups, quoted } = parsed
  const [[from, to] = [0, 0]] = content
  const joint = jointOf(parsed, part)
  if (content.length !== 1 || joint === null || joint <= from) return null
  const later = [...clauses.values()].some(({ kind, group }) => {
    const other = groups[group]?.verb ?? -1
    return /^(?:coordinate|main)$/.test(kind) && other > part.verb && other < to
  })
  if (later) return null
  let end = to
  while (/^(?:mark|quote)$/.test(tokens[end - 1]?.tag ?? '') && !/^[)\]%]$/.test(tokens[end - 1]?.text ?? '')) end--
  const first = tokens[joint - 1]?.text === ',' ? joint - 1 : joint
  return {
    first: quoted[from] !== -1 && quoted[from] === quoted[part.verb] ? null : [from, first],
    second: [part.range[0], Math.max(end, part.range[1])],
  }
}
