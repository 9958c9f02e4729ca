/** The identity of a source: its resolved name if there is one, else its words. */
import type { FoundClaim, Sentence, SourceKind } from '../../article.ts'

export interface SourceIdentity {
  readonly kind: Exclude<SourceKind, 'author'>
  /** The key for comparison: "the Kremlin" and "The Kremlin" are one. */
  readonly key: string
  /** The name for display. */
  readonly name: string
}

/** Returns the slices of `text`, joined by a space. */
export function spannedText(text: string, spans: readonly (readonly [number, number])[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' ')
}

/** Returns the source of a claim, or null for the article's own voice and if the text names nobody. */
export function sourceIdentity(claim: FoundClaim, sentences: readonly Sentence[]): SourceIdentity | null {
  const { reading, statement } = claim
  if (reading.kind === 'author') return null
  const elsewhere = reading.source
  const text = sentences[elsewhere ? elsewhere.sentence : claim.sentence]?.text ?? ''
  const name = reading.name ?? spannedText(text, elsewhere ? elsewhere.spans : statement.source.spans)
  if (!name) return null
  return { kind: reading.kind, key: sourceKey(name), name }
}

/** The key of a name for comparison. */
export const sourceKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/^(?:the|a|an) /, '')
