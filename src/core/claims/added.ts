/** Claims that a person added where the rules found none: their statements, and their position among those of a version. */
import type { Analysis, Certainty, FoundClaim, Sentence, SourceKind, Span, Statement } from '../article.ts'
import { certaintyOf } from './certainty.ts'
import { labelOf } from './labels/label.ts'
import { parseSentence } from './parsed-sentence.ts'
import { analyzed } from './statements.ts'
import type { Range } from './words/token.ts'

/** A claim as a person added it. The rules derive the fields that the person leaves open. */
export interface AddedClaim {
  /** The content, from the sentence's start. */
  readonly span: Span
  readonly source: { readonly kind: Exclude<SourceKind, 'author'>; readonly name: string } | null
  readonly label: string | null
  readonly certainty: Pick<Certainty, 'level' | 'polarity'> | null
}

/** A statement that was added to a sentence, its position among the sentence's statements, and the source's name. */
export interface AddedStatement {
  readonly index: number
  readonly statement: Statement
  readonly name: string | null
}

const RULE = 'review/added'

/** Returns true if a person added the statement. */
export const isAdded = ({ rules }: Statement): boolean => rules[0] === RULE

/** Returns the statement of an added claim; null if its span has no word. */
export function addedStatement(text: string, headline: boolean, added: AddedClaim): Statement | null {
  const parsed = parseSentence(text, headline)
  const [start, end] = added.span
  const from = parsed.tokens.findIndex((token) => token.end > start)
  const to = parsed.tokens.findLastIndex((token) => token.start < end) + 1
  if (from < 0 || to <= from) return null
  const kind = added.source?.kind ?? 'author'
  const content: Range[] = [[from, to]]
  const assertion = { parsed, content, attribution: null, ...certaintyOf(parsed, content) }
  const { rules, ...analysis } = analyzed(assertion, labelOf(parsed, content, null), kind)
  const at = added.source ? text.indexOf(added.source.name) : -1
  const spans: Span[] = added.source && at >= 0 ? [[at, at + added.source.name.length]] : []
  return {
    ...analysis,
    label: added.label ?? analysis.label,
    content: [added.span],
    source: { kind, spans },
    cue: null,
    quotation: 'none',
    certainty: { ...analysis.certainty, ...added.certainty },
    rules: [RULE, ...rules],
  }
}

/** Returns the analysis with the claims that were added to its sentences, after those that the rules found there. */
export function withAdded(analysis: Analysis, addedTo: (sentence: Sentence) => readonly AddedStatement[]): Analysis {
  const added = analysis.sentences.map(addedTo)
  if (added.every((list) => list.length === 0)) return analysis
  const found = Map.groupBy(analysis.claims, (claim) => claim.sentence)
  const claims = added.flatMap((list, sentence): FoundClaim[] => [
    ...(found.get(sentence) ?? []),
    ...list.map(({ index, statement, name }) => {
      const dates = statement.dates.map(() => null)
      return { sentence, index, statement, reading: { name, kind: statement.source.kind, source: null, dates, label: null } }
    }),
  ])
  return { ...analysis, claims }
}
