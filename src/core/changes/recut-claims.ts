/**
 * The claims of a text that stands verbatim in both versions and is only cut into different sentences: they continue without a
 * change.
 */
import type { FoundClaim, Sentence, Span } from '../article.ts'
import type { Group } from './align/align.ts'
import { overlap, pairByOverlap } from './engines/overlap.ts'
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
 * end (as `merged`) without a change. Only a move of the whole run is recorded.
 */
export function recutClaims(builder: StepBuilder, { before: is, after: js, moved }: Group): void {
  const [a, b] = [builder.state.latest.sentences, builder.next.sentences]
  const [before, after] = [is.flatMap((i) => builder.before[i] ?? []), js.flatMap((j) => builder.after[j] ?? [])]
  const [placedA, placedB] = [placed(before, a, is[0] ?? 0), placed(after, b, js[0] ?? 0)]
  const partners = partnersOf(placedA, placedB)
  for (const [y, to] of after.entries()) {
    const from = before[partners.get(y) ?? -1]
    if (from && moved) builder.continues(from, to)
    else if (from) builder.keep(from, to)
  }
  const kept = new Set(partners.values())
  for (const [x, claim] of before.entries()) {
    if (kept.has(x)) continue
    const holder = before.length * after.length <= MOST ? nearest(placedA[x], placedB) : after.length - 1
    builder.end(claim, 'merged', after[holder] ?? null)
  }
  if (moved) builder.record(verdictOf([movement(moved)], '', ''), before, after)
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
