/** The statements of two engines for the same sentence, side by side. A difference between them is no change of the text. */
import type { Comparator, Quotation, SourceKind, Span, Statement } from '../../article.ts'
import { spannedText } from '../../claims/sources/source-identity.ts'
import { pairByOverlap } from './overlap.ts'

/** A statement in words, without spans. */
export interface DescribedStatement {
  readonly label: string
  readonly content: string
  readonly source: { readonly kind: SourceKind; readonly text: string | null }
  readonly cue: { readonly text: string; readonly lemma: string } | null
  readonly quotation: Quotation
  readonly certainty: { readonly level: string; readonly polarity: string; readonly hedges: readonly string[] }
  readonly quantities: readonly {
    readonly text: string
    readonly value: number | null
    readonly unit: string | null
    readonly comparator: Comparator
  }[]
  readonly dates: readonly string[]
  readonly checkWorthiness: number
}

export const DESCRIBED_FIELDS = [
  'label',
  'content',
  'source',
  'cue',
  'quotation',
  'certainty',
  'quantities',
  'dates',
  'checkWorthiness',
] as const satisfies readonly (keyof DescribedStatement)[]

/** The differences between two engines: indices into the two lists of statements. */
export interface Reanalysis {
  /** Current statements that the stored analysis lacks. */
  readonly found: readonly number[]
  /** Stored statements that the current engine does not find. */
  readonly lost: readonly number[]
  /** Statements that both have, and the fields in which they differ. */
  readonly differing: readonly {
    readonly stored: number
    readonly today: number
    readonly fields: readonly (keyof DescribedStatement)[]
  }[]
}

/**
 * Compares the stored statements of a sentence with those of the current engine. Two statements are one claim if their contents
 * share the most, one to one. Different rules are no difference.
 *
 *     stored: "Rents fell, Ms. Lee said."   →   today: "Rents fell" (found: "Ms. Lee said"; differing: content, label)
 */
export function reanalysisOf(text: string, stored: readonly Statement[], today: readonly Statement[]): Reanalysis {
  const claims = (list: readonly Statement[]) => list.map((statement) => ({ statement }))
  const partners = pairByOverlap(claims(stored), claims(today))
  const kept = new Set(partners.values())
  const differing = [...partners].flatMap(([y, x]) => {
    const [p, q] = [stored[x], today[y]]
    if (!p || !q) return []
    const [was, is] = [describeStatement(text, p), describeStatement(text, q)]
    const fields = DESCRIBED_FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    return fields.length > 0 ? [{ stored: x, today: y, fields }] : []
  })
  return {
    found: [...today.keys()].filter((y) => !partners.has(y)),
    lost: [...stored.keys()].filter((x) => !kept.has(x)),
    differing: differing.sort((p, q) => p.today - q.today),
  }
}

/** Returns a statement of a sentence in words. */
export function describeStatement(text: string, statement: Statement): DescribedStatement {
  const { label, content, source, cue, quotation, certainty, quantities, dates, checkWorthiness } = statement
  const words = (spans: readonly Span[]) => spannedText(text, spans)
  const slice = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end)
  return {
    label,
    content: words(content),
    source: { kind: source.kind, text: source.spans.length > 0 ? words(source.spans) : null },
    cue: cue && { text: words(cue.spans), lemma: cue.lemma },
    quotation,
    certainty: { level: certainty.level, polarity: certainty.polarity, hedges: certainty.hedges.map(slice) },
    quantities: quantities.map((q) => ({ text: slice(q), value: q.value, unit: q.unit, comparator: q.comparator })),
    dates: dates.map(slice),
    checkWorthiness,
  }
}
