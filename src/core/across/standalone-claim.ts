/** A claim taken out of its sentence, in a fixed order: source, cue, content. */
import type { FoundClaim, Span } from '../article.ts'
/** A claim as it stands in its article. */
export interface ArticleClaim {
  /** The whole sentence. */
  readonly text: string
  readonly claim: FoundClaim
  /** The full name of the source; null if nobody is named. */
  readonly source: string | null
}

/** The content of a standalone claim, which is the end of its text. */
export const contentFrom = ({ text, claim }: ArticleClaim): string => text.slice(claim.statement.content[0]?.[0] ?? 0)

/** In "said that it rained", the word "that" belongs neither to the cue nor to the content. */
function pastThat(text: string, [start, end]: Span): Span {
  const that = /^that\s+/i.exec(text.slice(start, Math.min(end, start + 10)))?.[0].length ?? 0
  return start + that < end ? [start + that, end] : [start, end]
}

/**
 * Returns the claim's own words as a separate text, and the claim with its spans in that text.
 *
 *     "Rents fell by 3 percent, the mayor said, and it rained."   →   "the mayor said Rents fell by 3 percent"
 */
export function standaloneClaim({ text, claim, source: identity }: ArticleClaim): ArticleClaim {
  const { statement, reading } = claim
  const { source, cue, content, certainty, quantities, dates } = statement
  let joined = ''
  const pieces: { readonly from: number; readonly to: number; readonly at: number }[] = []
  const take = (spans: readonly Span[]): Span[] =>
    spans.map(([from, to]) => {
      if (joined) joined += ' '
      pieces.push({ from, to, at: joined.length })
      joined += text.slice(from, to)
      return [joined.length - (to - from), joined.length]
    })
  // The source stands in another sentence.
  const given = source.spans.length === 0 && reading.kind !== 'author' ? (identity ?? '') : ''
  joined = given
  const sourceSpans: Span[] = given ? [[0, given.length]] : take(source.spans)
  const cueSpans = take(cue?.spans ?? [])
  const contentSpans = take(content.map((span, n) => (n === 0 && cue ? pastThat(text, span) : span)))
  const moved = <Found extends { readonly start: number; readonly end: number }>(list: readonly Found[]) =>
    list.flatMap((one) => {
      const piece = pieces.find(({ from, to }) => from <= one.start && one.end <= to)
      return piece ? [{ ...one, start: one.start - piece.from + piece.at, end: one.end - piece.from + piece.at }] : []
    })
  return {
    text: joined,
    source: identity,
    claim: {
      ...claim,
      sentence: 0,
      statement: {
        ...statement,
        source: { ...source, spans: sourceSpans },
        cue: cue && { ...cue, spans: cueSpans },
        content: contentSpans,
        certainty: { ...certainty, hedges: moved(certainty.hedges) },
        quantities: moved(quantities),
        dates: moved(dates),
      },
      reading: { ...reading, source: null },
    },
  }
}
