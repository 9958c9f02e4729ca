/** A statement with its spans at other offsets: those of the same words in another form of the sentence. */
import type { Span, Statement } from '../article.ts'

export function moved(statement: Statement, to: (offset: number) => number): Statement {
  const spans = (list: readonly Span[]) => list.map(([start, end]): Span => [to(start), to(end)])
  const found = <Found extends { readonly start: number; readonly end: number }>(list: readonly Found[]) =>
    list.map((one) => ({ ...one, start: to(one.start), end: to(one.end) }))
  const { content, source, cue, certainty, quantities, dates } = statement
  return {
    ...statement,
    content: spans(content),
    source: { ...source, spans: spans(source.spans) },
    cue: cue && { ...cue, spans: spans(cue.spans) },
    certainty: { ...certainty, hedges: found(certainty.hedges) },
    quantities: found(quantities),
    dates: found(dates),
  }
}
