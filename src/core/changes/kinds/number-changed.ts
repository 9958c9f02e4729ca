/** `number_changed`: an amount of the same thing has another value or another comparator. */

import { type Amount, amountsOf } from '../compare/amounts.ts'
import { type Comparison, changedRuns, type Finding, spanOf, type Wording } from '../compare/comparison.ts'
import { measureOf, numberChange, sortOf } from '../compare/measures.ts'

/** "212 soldiers" → "221 soldiers"; "about 40" → "more than 40"; never "fourteen" → "14". */
export function numberChanged(comparison: Comparison): Finding[] {
  const { before, after, hunks } = comparison
  const a = changedRuns(amountsOf(before.read), hunks, 'before').filter((amount) => counts(amount, before))
  const b = changedRuns(amountsOf(after.read), hunks, 'after').filter((amount) => counts(amount, after))
  return pairAmounts(a, b, comparison).flatMap(([p, q]) => {
    if (
      equal(p, q) &&
      (p.comparator === q.comparator || comparatorElsewhere(p, before, after) || comparatorElsewhere(q, after, before))
    )
      return []
    return {
      kind: 'number_changed' as const,
      rule: equal(p, q) ? 'comparator' : 'value',
      before: spanOf(before.words.slice(p.from, p.to)),
      after: spanOf(after.words.slice(q.from, q.to)),
      detail: equal(p, q) ? {} : { number_changed: [numberChange(p.value, q.value, unitOf(p, before), unitOf(q, after))] },
    }
  })
}

/**
 * "costs an estimated $4" → "at an estimated cost of $4": the comparator stands in the other wording, but not beside its
 * amount.
 */
function comparatorElsewhere({ from, to }: Amount, { words }: Wording, { words: others }: Wording): boolean {
  const there = new Set(others.map((word) => word.key))
  const own = words.slice(from, to).filter((word) => COMPARING.test(word.key))
  return own.length > 0 && own.every((word) => there.has(word.key))
}
const COMPARING = /^(estimated|approximately|roughly|exactly|precisely|around|nearly|almost)$/

/** Excludes the number of a name, as extraction reads it: "Article 5", "a Boeing 737". */
function counts({ from, to, named }: Amount, { words, claims }: Wording): boolean {
  const [first, last] = [words[from], words[to - 1]]
  if (!named || !first || !last) return true
  const touched = (spans: readonly { readonly start: number; readonly end: number }[]) =>
    spans.some((span) => span.start < last.end && first.start < span.end)
  const containing = claims.filter(({ statement }) => touched(statement.content.map(([start, end]) => ({ start, end }))))
  return (
    containing.length === 0 || containing.some(({ statement }) => touched(statement.quantities) || touched(statement.dates))
  )
}

/** Returns the unit from extraction ("USD", "km"), else the noun read here. */
function unitOf({ from, to, unit }: Amount, { words, claims }: Wording): string | null {
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) return unit
  const quantities = claims.flatMap((claim) => claim.statement.quantities)
  return quantities.find((q) => q.start < last.end && first.start < q.end)?.unit ?? unit
}

/** Pairs equal amounts first, then in order those that may measure the same thing. */
function pairAmounts(a: readonly Amount[], b: readonly Amount[], comparison: Comparison): [Amount, Amount][] {
  const pairs: [Amount, Amount][] = []
  const free = new Set(b)
  const rest: Amount[] = []
  for (const p of a) {
    const same = b.filter((q) => free.has(q) && equal(p, q) && compatible(p, q))
    const q = same.find((x) => x.comparator === p.comparator) ?? same[0]
    if (q) {
      pairs.push([p, q])
      free.delete(q)
    } else rest.push(p)
  }
  for (const p of rest) {
    const alike = (q: Amount) => p.unit !== null && (q.unit === null || sameScale(p.unit, q.unit))
    const options = [...free].filter((q) => compatible(p, q) && (alike(q) || p.value === q.value || sameSlot(p, q, comparison)))
    const q = options.find((x) => sameSlot(p, x, comparison)) ?? options[0]
    if (!q) continue
    pairs.push([p, q])
    free.delete(q)
  }
  return pairs
}

const compatible = (p: Amount, q: Amount): boolean => p.unit === null || q.unit === null || sortOf(p.unit) === sortOf(q.unit)

const sameScale = (p: string, q: string): boolean => measureOf(1, p).dimension === measureOf(1, q).dimension

/** True for the same value in any unit: 3 km and 3,000 meters. */
function equal(p: Amount, q: Amount): boolean {
  if (p.unit === null || q.unit === null) return p.value === q.value
  const [x, y] = [measureOf(p.value, p.unit), measureOf(q.value, q.unit)]
  if (x.dimension !== y.dimension) return p.value === q.value && sortOf(p.unit) !== sortOf(q.unit)
  return Math.abs(x.value - y.value) < 1e-6 * Math.abs(x.value) || x.value === y.value
}

/** True if both figures lie in one hunk of the word difference. */
function sameSlot(p: Amount, q: Amount, { hunks }: Comparison): boolean {
  return hunks.some((h) => h.aFrom < p.to && p.from < h.aTo && h.bFrom < q.to && q.from < h.bTo)
}
