/** `negated`, `softened`, `strengthened` and `number_changed` by the analysis of a claim whose sentence hardly changed. */
import type { CertaintyLevel, FoundClaim, Quantity, Span } from '../../article.ts'
import { type Comparison, type Finding, touches } from '../compare/comparison.ts'
import { measureOf, numberChange } from '../compare/measures.ts'

/** If less of the sentence is kept, a different analysis may only be a different reading. */
const LEAST_KEPT = 0.75

const SURENESS: Readonly<Record<CertaintyLevel, number>> = { certain: 3, probable: 2, possible: 1, unknown: 0 }

/**
 * Finds the differences between the statements of a claim's two sides that the word lists of the kinds miss: any hedge,
 * negation or amount that extraction knows. `found` has the findings so far; a family with a finding is not checked again.
 *
 *     "The unconfirmed report came late." / "The report came late."   → strengthened
 */
export function analysisChanged(comparison: Comparison, found: readonly Finding[]): Finding[] {
  if (comparison.kept < LEAST_KEPT) return []
  const has = (...kinds: readonly Finding['kind'][]) => found.some(({ kind }) => kinds.includes(kind))
  return comparison.pairs.flatMap(([i, j]) => {
    const [p, q] = [comparison.before.claims[i], comparison.after.claims[j]]
    if (!p || !q || !sameVoice(p, q, comparison)) return []
    const pair = [i, j] as const
    const sureness = has('negated', 'softened', 'strengthened') ? [] : surenessChanged(p, q)
    const numbers = has('number_changed', 'date_changed') ? [] : quantitiesChanged(p, q, comparison)
    return [...sureness, ...numbers].map((finding) => ({ ...finding, pair }))
  })
}

/** Returns false if source or cue changed: the new certainty is then part of that change. */
function sameVoice({ statement: p }: FoundClaim, { statement: q }: FoundClaim, comparison: Comparison): boolean {
  const spans = ({ source, cue }: typeof p): readonly Span[] => [...source.spans, ...(cue?.spans ?? [])]
  return (
    p.source.kind === q.source.kind &&
    p.cue?.lemma === q.cue?.lemma &&
    p.quotation === q.quotation &&
    !touches(comparison, 'before', spans(p)) &&
    !touches(comparison, 'after', spans(q))
  )
}

function surenessChanged({ statement: p }: FoundClaim, { statement: q }: FoundClaim): Finding[] {
  const [a, b] = [p.certainty, q.certainty]
  const hedge = ({ hedges: [first] }: typeof a): Span | null => (first ? [first.start, first.end] : null)
  const spans = { before: hedge(a), after: hedge(b) }
  if (a.polarity !== b.polarity) return [{ kind: 'negated', rule: 'polarity as analysed', ...spans }]
  const change = SURENESS[b.level] - SURENESS[a.level]
  if (change === 0) return []
  return [{ kind: change < 0 ? 'softened' : 'strengthened', rule: 'certainty as analysed', ...spans }]
}

/** Compares amounts in order if both sides have the same number of them. */
function quantitiesChanged({ statement: p }: FoundClaim, { statement: q }: FoundClaim, comparison: Comparison): Finding[] {
  if (p.quantities.length !== q.quantities.length) return []
  return p.quantities.flatMap((a, n) => {
    const b = q.quantities[n]
    if (!b || a.value === null || b.value === null || (equal(a, b) && (a.unit !== b.unit || a.comparator === b.comparator)))
      return []
    const spans: readonly [Span, Span] = [
      [a.start, a.end],
      [b.start, b.end],
    ]
    if (!touches(comparison, 'before', [spans[0]]) || !touches(comparison, 'after', [spans[1]])) return []
    const detail = equal(a, b) ? {} : { number_changed: [numberChange(a.value, b.value, a.unit, b.unit)] }
    return { kind: 'number_changed' as const, rule: 'amount as analysed', before: spans[0], after: spans[1], detail }
  })
}

function equal(a: Quantity, b: Quantity): boolean {
  const [x, y] = [measureOf(a.value ?? 0, a.unit ?? ''), measureOf(b.value ?? 0, b.unit ?? '')]
  return a.value === b.value || (x.dimension === y.dimension && x.value === y.value)
}
