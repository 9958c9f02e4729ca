/** The claims of a text that stands in both versions and is only cut into different sentences: they continue. */
import type { FoundClaim, Sentence, Span } from '../article.ts'
import type { Group } from './align/align.ts'
import { comparisonOf, type Finding, wordingOf } from './compare/comparison.ts'
import { overlap, pairByOverlap } from './engines/overlap.ts'
import { kindsOf } from './kinds/kinds.ts'
import { movement, verdictOf } from './sentence-changes.ts'
import type { StepBuilder } from './step-builder.ts'

/** With more combinations than this, the claims of a run are paired in order. */
const MOST = 2500

/** A claim's content with its offsets in the run. */
interface Placed {
  readonly statement: { readonly content: readonly Span[] }
}

/**
 * Pairs each new claim with the earlier one with which it shares the most words of the text, one to one. Other claims begin or
 * end (as `merged`) without a change. Only a move of the whole run and its quotation marks are recorded.
 */
export function recutClaims(builder: StepBuilder, group: Group): void {
  const { before: is, after: js } = group
  const [a, b] = [builder.state.latest.sentences, builder.next.sentences]
  const [before, after] = [is.flatMap((i) => builder.before[i] ?? []), js.flatMap((j) => builder.after[j] ?? [])]
  const [placedA, placedB] = [placed(before, a, is[0] ?? 0), placed(after, b, js[0] ?? 0)]
  const partners = partnersOf(placedA, placedB)
  const findings = recutFindings(group, a, b)
  for (const [y, to] of after.entries()) {
    const from = before[partners.get(y) ?? -1]
    if (from && findings.length > 0) builder.continues(from, to)
    else if (from) builder.keep(from, to)
  }
  const kept = new Set(partners.values())
  for (const [x, claim] of before.entries()) {
    if (kept.has(x)) continue
    const holder = before.length * after.length <= MOST ? nearest(placedA[x], placedB) : after.length - 1
    builder.end(claim, 'merged', after[holder] ?? null)
  }
  if (findings.length > 0) builder.record(verdictOf(findings, '', ''), before, after)
}

/** The run moved, or quotation marks that came or went joined or parted its sentences. */
export function recutFindings({ before, after, moved }: Group, a: readonly Sentence[], b: readonly Sentence[]): Finding[] {
  const join = (list: readonly number[], sentences: readonly Sentence[]) => list.map((n) => sentences[n]?.text ?? '').join(' ')
  const [x, y] = [join(before, a), join(after, b)]
  const same = x.replace(/\s+/g, '') === y.replace(/\s+/g, '')
  const marks = same ? [] : kindsOf(comparisonOf(wordingOf(x, []), wordingOf(y, []), []))
  return [...(moved ? [movement(moved)] : []), ...marks.map((finding) => ({ ...finding, before: null, after: null }))]
}

/** White space between sentences may differ, so that an offset may be wrong by a few characters. */
function placed(claims: readonly FoundClaim[], sentences: readonly Sentence[], first: number): Placed[] {
  const origin = sentences[first]?.start ?? 0
  return claims.map(({ sentence, statement }) => {
    const by = (sentences[sentence]?.start ?? 0) - origin
    return { statement: { content: statement.content.map(([from, to]): Span => [from + by, to + by]) } }
  })
}

function partnersOf(a: readonly Placed[], b: readonly Placed[]): ReadonlyMap<number, number> {
  if (a.length * b.length <= MOST) return pairByOverlap(a, b)
  return new Map(Array.from({ length: Math.min(a.length, b.length) }, (_, n) => [n, n]))
}

function nearest(claim: Placed | undefined, list: readonly Placed[]): number {
  let best = 0
  for (const [n, other] of list.entries()) {
    if (claim && overlap(claim, other) > overlap(claim, list[best] ?? other)) best = n
  }
  return best
}
