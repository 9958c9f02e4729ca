/** A claim as cells of a row: its number, how certain the text is, who says it, and its label. */
import { printable } from './style.ts'

interface ShownClaim {
  readonly number: number
  readonly label: string
  readonly source: { readonly kind: string; readonly name: string | null; readonly text?: string | null }
  readonly certainty: { readonly level: string; readonly polarity: string }
}

export function claimCells({ number, label, source, certainty }: ShownClaim): string[] {
  const speaker = source.kind === 'author' ? 'the article' : printable(source.name ?? source.text ?? source.kind)
  const degree = certainty.polarity === 'negative' ? `not, ${certainty.level}` : certainty.level
  return [String(number).padStart(4), degree, shortened(speaker), printable(label)]
}

/** Some unnamed sources are described at length. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}
