/** The changes of the claims of one rewritten sentence: distributes the findings about the sentence to its claims. */
import type { FoundClaim, Span } from '../article.ts'
import type { Detail, Evidence, Kind } from './change.ts'
import { meanSame } from './compare/compare-tokens.ts'
import type { Comparison, Finding } from './compare/comparison.ts'
import { kindsOf } from './kinds/kinds.ts'
import { spansOf } from './pair-claims.ts'

/** The change of one claim, before it has a place and a number. */
export interface Verdict {
  readonly kinds: readonly Kind[]
  readonly detail: Detail
  readonly evidence: readonly Evidence[]
}

/** Kinds that apply only without a more specific one, and kinds that may stand beside them. */
const RESIDUAL: ReadonlySet<Kind> = new Set<Kind>(['reworded', 'cosmetic'])
const ASIDE: ReadonlySet<Kind> = new Set<Kind>(['moved', 'restored'])

/** Merges findings into one verdict: each kind once, with the details and evidence of all. */
export function verdictOf(findings: readonly Finding[], before: string, after: string): Verdict {
  const specific = findings.some((f) => !RESIDUAL.has(f.kind) && !ASIDE.has(f.kind))
  const kept = specific ? findings.filter((f) => !RESIDUAL.has(f.kind)) : findings
  const slice = (text: string, span: Span | null) => span && text.slice(...span)
  return {
    kinds: [...new Set(kept.map((f) => f.kind))],
    detail: mergeDetails(kept.flatMap((f) => f.detail ?? [])),
    evidence: kept.map((f) => ({ kind: f.kind, rule: f.rule, before: slice(before, f.before), after: slice(after, f.after) })),
  }
}

function mergeDetails(details: readonly Detail[]): Detail {
  if (details.length < 2) return details[0] ?? {}
  const numbers = details.flatMap((d) => d.number_changed ?? [])
  const dates = details.flatMap((d) => d.date_changed ?? [])
  return {
    ...Object.assign({}, ...details),
    ...(numbers.length > 0 ? { number_changed: numbers } : {}),
    ...(dates.length > 0 ? { date_changed: dates } : {}),
  }
}

/** Returns the verdict of a claim that was introduced or withdrawn. */
export const presence = (kind: 'introduced' | 'withdrawn'): Verdict => ({
  kinds: [kind],
  detail: {},
  evidence: [{ kind, rule: 'presence', before: null, after: null }],
})

/** Returns the finding that a sentence, or a run of them, moved. */
export const movement = (moved: 'up' | 'down'): Finding => ({
  kind: 'moved',
  rule: 'order',
  before: null,
  after: null,
  detail: { moved },
})

/**
 * Returns for each pair of claims its verdict, or null if the claim is unchanged. At least one pair of a sentence whose text
 * differs has a verdict.
 */
export function judgeClaims(comparison: Comparison): { verdicts: (Verdict | null)[]; findings: Finding[] } {
  const { before, after, pairs } = comparison
  const findings = kindsOf(comparison)
  const lists = pairs.map((): Finding[] => [])
  for (const finding of findings) {
    if (finding.kind === 'reworded' || finding.kind === 'cosmetic') continue
    lists[ownerOf(finding, comparison)]?.push(finding)
  }
  for (const [n, [i, j]] of pairs.entries()) {
    const [p, q] = [before.claims[i], after.claims[j]]
    const list = lists[n]
    if (!p || !q || !list || list.length > 0) continue
    const [x, y] = [ownText(before.text, p), ownText(after.text, q)]
    if (x === y) continue
    const cosmetic = findings[0]?.kind === 'cosmetic'
    // The difference stands in another claim of the sentence.
    if (!cosmetic && meanSame(x, y)) continue
    const kind = cosmetic ? 'cosmetic' : 'reworded'
    list.push({ kind, rule: 'words', before: hull(p), after: hull(q) })
  }
  if (lists.every((list) => list.length === 0)) lists[0]?.push(...findings)
  const verdicts = lists.map((list) => (list.length > 0 ? verdictOf(list, before.text, after.text) : null))
  return { verdicts, findings }
}

const ownText = (text: string, claim: FoundClaim) =>
  spansOf(claim)
    .map(([from, to]) => text.slice(from, to))
    .join(' ')

function hull(claim: FoundClaim): Span | null {
  const spans = spansOf(claim)
  return spans.length > 0 ? [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))] : null
}

/** Returns the pair that a finding concerns: the shortest claim that contains its words. */
function ownerOf(finding: Finding, { before, after, pairs }: Comparison): number {
  if (finding.pair) {
    const [i, j] = finding.pair
    return Math.max(
      0,
      pairs.findIndex((p) => p[0] === i && p[1] === j),
    )
  }
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [n, [i, j]] of pairs.entries()) {
    const holds = (claim: FoundClaim | undefined, span: Span | null) =>
      claim !== undefined && span !== null && spansOf(claim).some(([from, to]) => from <= span[0] && span[1] <= to)
    if (!holds(before.claims[i], finding.before) && !holds(after.claims[j], finding.after)) continue
    const length = spansOf(after.claims[j] as FoundClaim).reduce((sum, [from, to]) => sum + to - from, 0)
    if (length < least) {
      least = length
      best = n
    }
  }
  return best
}
