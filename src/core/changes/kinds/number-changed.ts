/** `number_changed`: an amount of the same thing has another value, another unit or another comparator. */

import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { isContent } from '../../text/stems.ts'
import { type Amount, amountsOf } from '../compare/amounts.ts'
import { type Comparison, changedRuns, type Finding, spanOf, type Wording } from '../compare/comparison.ts'
import { isMeasure, measureOf, numberChange, sortOf } from '../compare/measures.ts'
import { alignedWords } from '../predicates/align-words.ts'

/** "212 soldiers" → "221 soldiers"; "about 40" → "more than 40"; never "fourteen" → "14". */
export const numberChanged = memoizeByIdentity((comparison: Comparison): readonly Finding[] => {
  const { before, after } = comparison
  const a = changedAmounts(comparison, 'before').filter((amount) => counts(amount, before))
  const b = changedAmounts(comparison, 'after').filter((amount) => counts(amount, after))
  const pairs = pairAmounts(a, b, comparison)
  const found = pairs.flatMap(([p, q]) => {
    const same = equal(p, q)
    if (
      same &&
      (p.comparator === q.comparator || comparatorElsewhere(p, before, after) || comparatorElsewhere(q, after, before))
    )
      return []
    return {
      kind: 'number_changed' as const,
      rule: same ? 'comparator' : areOfOneSubject(p, q, comparison) ? OF_SUBJECT : 'value',
      before: spanOf(before.words.slice(p.from, p.to)),
      after: spanOf(after.words.slice(q.from, q.to)),
      detail: same ? {} : { number_changed: [numberChange(p.value, q.value, unitOf(p, before), unitOf(q, after))] },
    }
  })
  return found.length > 0 ? found : reducedToOne(a, b, pairs, comparison)
})

/** The rule of a figure that the same subject has on both sides. */
export const OF_SUBJECT = 'value of one subject'

/** The most words of a measure: "square miles", "degrees Celsius". */
const MEASURE_WORDS = 2

/** Returns the amounts of which a word differs, or the measure after them. */
function changedAmounts(comparison: Comparison, side: 'before' | 'after'): Amount[] {
  const runs = amountsOf(comparison[side].read).map((amount) => {
    const measured = amount.unit !== null && isMeasure(amount.unit)
    return { amount, from: amount.from, to: measured ? amount.to + MEASURE_WORDS - 1 : amount.to }
  })
  return changedRuns(runs, comparison.hunks, side).map(({ amount }) => amount)
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

/** Excludes the number of a name, as extraction reads it: "Article 5", "a Boeing 737"; but not the two of a score. */
function counts({ from, to, named }: Amount, { words, claims, text }: Wording): boolean {
  const [first, last] = [words[from], words[to - 1]]
  if (!named || !first || !last || SCORE.test(text)) return true
  const touched = (spans: readonly { readonly start: number; readonly end: number }[]) =>
    spans.some((span) => span.start < last.end && first.start < span.end)
  const containing = claims.filter(({ statement }) => touched(statement.content.map(([start, end]) => ({ start, end }))))
  return (
    containing.length === 0 || containing.some(({ statement }) => touched(statement.quantities) || touched(statement.dates))
  )
}
/** "Harbour 2 Northgate 1" */
const SCORE = /^\s*\p{Lu}[^\d.,;:]*? \d{1,3},? \p{Lu}[^\d.,;:]*? \d{1,3}\s*$/u

/** Returns the unit from extraction ("USD", "km"), else the noun read here. */
function unitOf({ from, to, unit }: Amount, { words, claims }: Wording): string | null {
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) return unit
  const quantities = claims.flatMap((claim) => claim.statement.quantities)
  return quantities.find((q) => q.start < last.end && first.start < q.end)?.unit ?? unit
}

/** Pairs equal amounts first, then those that stand in one place or measure the same thing, the best first. */
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
  const takeFirst = (p: Amount, options: readonly Amount[]): boolean => {
    const q = options.find((x) => sameSlot(p, x, comparison)) ?? options[0]
    if (!q) return false
    free.delete(q)
    return pairs.push([p, q]) > 0
  }
  const others = rest.filter(
    (p) =>
      !takeFirst(
        p,
        [...free].filter((q) => compatible(p, q) && haveOneNeighbour(p, q, comparison)),
      ),
  )
  for (const p of others) {
    const alike = (q: Amount) => p.unit !== null && q.unit !== null && sameScale(p.unit, q.unit)
    const options = [...free].filter(
      (q) =>
        (compatible(p, q) &&
          (alike(q) || p.value === q.value || sameSlot(p, q, comparison) || areOfOneSubject(p, q, comparison))) ||
        otherUnit(p, q, comparison),
    )
    takeFirst(p, options)
  }
  return pairs
}

/** "killing 14" → "killed 27 people": the nearest word before both, or after what they count, is one. */
function haveOneNeighbour(p: Amount, q: Amount, comparison: Comparison): boolean {
  const { after: partners } = alignedWords(comparison)
  return [-1, 1].some((step) => {
    const i = neighbour(p, comparison.before, step)
    return i >= 0 && partners[i] === neighbour(q, comparison.after, step)
  })
}

function neighbour({ from, to, unit }: Amount, { words }: Wording, step: number): number {
  for (let n = step < 0 ? from - 1 : to, k = 0; k < NEAR; n += step, k++) {
    const key = words[n]?.key ?? ''
    if (isContent(key) && key !== unit) return n
  }
  return -1
}

/** "The toll stands at 23" → "The toll rose to 31": the last noun before both is one, with only its verb between. */
function areOfOneSubject(p: Amount, q: Amount, comparison: Comparison): boolean {
  const { before } = comparison
  if (p.unit !== null || q.unit !== null) return false
  const { after: partners } = alignedWords(comparison)
  for (let i = p.from - 1; i >= Math.max(0, p.from - NEAR); i--) {
    const j = partners[i] ?? -1
    if (j >= 0 && isContent(before.words[i]?.key ?? '')) return j < q.from && j >= q.from - NEAR
  }
  return false
}
/** The most words between a subject and its figure. */
const NEAR = 5

const compatible = (p: Amount, q: Amount): boolean =>
  p.unit === null || q.unit === null || p.unit === 'others' || q.unit === 'others' || sortOf(p.unit) === sortOf(q.unit)

const sameScale = (p: string, q: string): boolean => measureOf(1, p).dimension === measureOf(1, q).dimension

/** "40 percent" → "40-fold", "1.1 million square miles" → "1.1 million acres": the figure stays and is of another measure. */
const otherUnit = (p: Amount, q: Amount, comparison: Comparison): boolean =>
  p.value === q.value &&
  p.unit !== null &&
  q.unit !== null &&
  isMeasure(p.unit) &&
  isMeasure(q.unit) &&
  besides(p, q, comparison)

/** True if the figures are aligned with one another, or stand in one place. */
function besides(p: Amount, q: Amount, comparison: Comparison): boolean {
  const { after } = alignedWords(comparison)
  for (let i = p.from; i < p.to; i++) if ((after[i] ?? -1) >= q.from && (after[i] ?? -1) < q.to) return true
  return sameSlot(p, q, comparison)
}

/** True for the same value in any unit: 3 km and 3,000 meters. */
function equal(p: Amount, q: Amount): boolean {
  if (p.unit === null || q.unit === null) return p.value === q.value
  const [x, y] = [measureOf(p.value, p.unit), measureOf(q.value, q.unit)]
  if (x.dimension !== y.dimension)
    return p.value === q.value && !(isMeasure(p.unit) && isMeasure(q.unit)) && sortOf(p.unit) !== sortOf(q.unit)
  return Math.abs(x.value - y.value) < 1e-6 * Math.abs(x.value) || x.value === y.value
}

/** True if both figures lie in one hunk of the word difference. */
function sameSlot(p: Amount, q: Amount, { hunks }: Comparison): boolean {
  return hunks.some((h) => h.aFrom < p.to && p.from < h.aTo && h.bFrom < q.to && q.from < h.bTo)
}

/** In a sentence with less kept, a thing and several of its sort are no amounts of the same. */
const LEAST_KEPT = 0.5

/** "two officials said" */
const inSource = ({ from }: Amount, { words, claims }: Wording): boolean =>
  claims.some(({ statement }) =>
    statement.source.spans.some(([start, end]) => start <= (words[from]?.start ?? 0) && (words[from]?.start ?? 0) < end),
  )

/** "not a single post" */
const NOT_ONE = /^(?:not|such|many|what)$/

/** "two open posts" → "an open post": the thing that was counted, and is one on the other side. */
function reducedToOne(
  a: readonly Amount[],
  b: readonly Amount[],
  pairs: readonly [Amount, Amount][],
  comparison: Comparison,
): Finding[] {
  const { before, after } = comparison
  if (comparison.kept < LEAST_KEPT) return []
  const words = alignedWords(comparison)
  const one = (amounts: readonly Amount[], own: Wording, other: Wording, partners: Int32Array) =>
    amounts.flatMap((amount): [Amount, number][] => {
      if (amount.value < 2 || amount.unit === null || inSource(amount, own) || pairs.some((pair) => pair.includes(amount)))
        return []
      const noun = own.words.findIndex(({ key }, n) => n >= amount.to && n < amount.to + 4 && key === amount.unit)
      const j = noun < 0 ? -1 : (partners[noun] ?? -1)
      const singular = j >= 0 && `${other.words[j]?.key}s` === amount.unit
      const article = [1, 2, 3].find(
        (n) => /^an?$/.test(other.words[j - n]?.key ?? '') && !NOT_ONE.test(other.words[j - n - 1]?.key ?? ''),
      )
      return singular && article !== undefined ? [[amount, j - article]] : []
    })
  const finding = (p: number, q: number, from: [number, number], to: [number, number], unit: string | null): Finding => ({
    kind: 'number_changed',
    rule: 'one',
    before: spanOf(before.words.slice(...from)),
    after: spanOf(after.words.slice(...to)),
    detail: { number_changed: [{ from: p, to: q, unit }] },
  })
  return [
    ...one(a, before, after, words.after).map(([p, j]) => finding(p.value, 1, [p.from, p.to], [j, j + 1], p.unit)),
    ...one(b, after, before, words.before).map(([q, i]) => finding(1, q.value, [i, i + 1], [q.from, q.to], q.unit)),
  ]
}
