/** `negated`, `softened` and `strengthened`: one predicate on both sides, with another polarity or another force. */

import type { Span } from '../../article.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { isContent } from '../../text/stems.ts'
import { type Comparison, changedPlaces, type Finding, spanOf, type Wording } from '../compare/comparison.ts'
import { type AlignedWords, alignedWords } from './align-words.ts'
import { OUTRIGHT } from './operator.ts'
import { type Governing, mayOperate, operatorsOf } from './operators.ts'
import { mayOppose, opposite } from './opposites.ts'
import { areOfOneClass, isOfOneRole, isSameMatter, LITTLE_KEPT, ofOneVerb } from './same-predicate.ts'
import { negatesByPrefix } from './word-roots.ts'

/** A predicate that stands on both sides, with what governs it on each. */
interface SamePredicate {
  readonly i: number
  readonly j: number
  readonly before: readonly Governing[]
  readonly after: readonly Governing[]
  /** The predicate itself turned round: "safe" and "unsafe", "rose" and "fell". */
  readonly turned: boolean
}

/** Compares the polarity and the force of each predicate that both wordings have. */
export const predicateChanges = memoizeByIdentity((comparison: Comparison): readonly Finding[] => {
  const findings: Finding[] = []
  for (const predicate of samePredicates(comparison)) {
    const finding = judge(predicate, comparison)
    if (finding) findings.push(finding)
  }
  return findings
})

const NONE: readonly Governing[] = []

/** True if a predicate was replaced by the denial of its opposite: "did not convict" and "acquitted". */
export const turnedTwice = (comparison: Comparison): boolean =>
  samePredicates(comparison).some(({ before, after, turned }) => turned && isNegative(before) !== isNegative(after))

function samePredicates(comparison: Comparison): SamePredicate[] {
  if (!mayDiffer(comparison)) return []
  const words = alignedWords(comparison)
  return [...governedOnBoth(comparison, words), ...replacedByOpposites(comparison, words)]
}

/** False if no changed word may govern or turn another: most edits. */
function mayDiffer(comparison: Comparison): boolean {
  const { before, after } = comparison
  const [a, b] = [changedPlaces(comparison, 'before'), changedPlaces(comparison, 'after')]
  const operates =
    ({ words }: Wording) =>
    (n: number) =>
      mayOperate(words[n]?.key ?? '')
  if (a.some(operates(before)) || b.some(operates(after))) return true
  return a.slice(0, MOST).some((i) => {
    const x = before.words[i]?.key ?? ''
    const opposes = mayOppose(x)
    return b.slice(0, MOST).some((j) => {
      const y = after.words[j]?.key ?? ''
      return isTurned(x, y) || (opposes && opposite(x, y))
    })
  })
}
/** The most changed words of a side that are searched for opposites. */
const MOST = 100

/** The predicates that stand on both sides and that an operator of one side only governs, or that a prefix turned round. */
function governedOnBoth(comparison: Comparison, words: AlignedWords): SamePredicate[] {
  const { before, after } = comparison
  const [opsA, opsB] = [operatorsOf(before.read), operatorsOf(after.read)]
  const predicates = new Map<number, number>()
  const add = (i: number, j: number) => i >= 0 && j >= 0 && predicates.set(i, j)
  for (const i of opsA.keys()) add(i, words.after[i] ?? -1)
  for (const j of opsB.keys()) add(words.before[j] ?? -1, j)
  for (const i of changedPlaces(comparison, 'before')) {
    const j = words.after[i] ?? -1
    if (isTurned(before.words[i]?.key, after.words[j]?.key)) add(i, j)
  }
  return [...predicates].flatMap(([i, j]) => {
    const [x, y] = [before.words[i]?.key, after.words[j]?.key]
    const turned = isTurned(x, y)
    const [p, q] = withoutPrefixes(opsA.get(i) ?? NONE, opsB.get(j) ?? NONE, turned)
    const same = (turned || edited(i, j, comparison, words, opsA, opsB)) && isSameMatter(i, j, comparison, words)
    if (!same || !isOfOneRole(i, j, comparison) || (comparison.kept < LITTLE_KEPT && !ofOneVerb(i, j, comparison, words)))
      return []
    return [{ i, j, before: p, after: q, turned }]
  })
}

/** "non-urgent" against "not urgent"; "non-urgent" and "less urgent" are other words. */
function withoutPrefixes(p: readonly Governing[], q: readonly Governing[], turned: boolean) {
  const own = (ops: readonly Governing[], other: readonly Governing[]) =>
    turned || isNegative(other) ? ops : ops.filter(({ sort }) => sort !== 'prefix')
  return [own(p, q), own(q, p)] as const
}

const isTurned = (x = '', y = ''): boolean => x !== y && (negatesByPrefix(x, y) || negatesByPrefix(y, x))

/** The predicates that were replaced by their opposites. */
function replacedByOpposites(comparison: Comparison, words: AlignedWords): SamePredicate[] {
  const { before, after, hunks } = comparison
  const found: SamePredicate[] = []
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    for (let i = aFrom; i < aTo; i++) {
      const x = before.words[i]?.key ?? ''
      if (words.after[i] !== -1 || !mayOppose(x) || (!isContent(x) && (aTo - aFrom > 1 || bTo - bFrom > 1))) continue
      for (let j = bFrom; j < bTo; j++) {
        if (words.before[j] !== -1 || !areOpposite(i, j, comparison, words)) continue
        const [p, q] = [operatorsOf(before.read).get(i) ?? NONE, operatorsOf(after.read).get(j) ?? NONE]
        found.push({ i, j, before: p, after: q, turned: true })
      }
    }
  }
  return found
}

const areOpposite = (i: number, j: number, comparison: Comparison, words: AlignedWords): boolean =>
  opposite(comparison.before.words[i]?.key ?? '', comparison.after.words[j]?.key ?? '') &&
  isSameMatter(i, j, comparison, words) &&
  areOfOneClass(i, j, comparison, words)

const ADVERBS = /^(?:not|never|may|might|could|can|must|should)$/

type Operators = ReadonlyMap<number, readonly Governing[]>

/**
 * True if one of the operators stands on one side only, or negates another word there: the same words on both sides are read
 * alike, whatever stands around them.
 */
function edited(i: number, j: number, comparison: Comparison, words: AlignedWords, opsA: Operators, opsB: Operators): boolean {
  const differs = (own: readonly Governing[], side: Wording, partners: Int32Array, head: number, others: Operators) =>
    own.some(({ from, to }) => {
      for (let n = from; n < to; n++) if ((partners[n] ?? -1) < 0) return true
      return (
        ADVERBS.test(side.words[from]?.key ?? '') &&
        [...others].some(([other, ops]) => other !== head && ops.some((op) => op.from === partners[from]))
      )
    })
  return (
    differs(opsA.get(i) ?? NONE, comparison.before, words.after, j, opsB) ||
    differs(opsB.get(j) ?? NONE, comparison.after, words.before, i, opsA)
  )
}

function judge(predicate: SamePredicate, comparison: Comparison): Finding | null {
  const { before: p, after: q, turned } = predicate
  const spans = { before: spanOfOperators(p, comparison.before), after: spanOfOperators(q, comparison.after) }
  const [x, y] = [isNegative(p), isNegative(q)]
  const zero = [...p, ...q].some(({ sort }) => sort === 'zero')
  if ((x !== y) !== turned) {
    if (zero) return null
    return { kind: 'negated', rule: turned ? 'opposite' : 'polarity', ...(turned ? ownSpans(predicate, comparison) : spans) }
  }
  if (turned) return null
  const change = compareForce(p, q, comparison)
  if (change === 0 || isRecast(p, 'before', comparison) || isRecast(q, 'after', comparison)) return null
  return {
    kind: change > 0 ? 'softened' : 'strengthened',
    rule: 'hedge',
    ...spans,
  }
}

/** "is estimated to cost" → "at an estimated cost": the doubt stands on the other side in another place or form. */
function isRecast(ops: readonly Governing[], side: 'before' | 'after', comparison: Comparison): boolean {
  const { words } = comparison[side]
  const partners = alignedWords(comparison)[side === 'before' ? 'after' : 'before']
  const changed = new Set(changedPlaces(comparison, side))
  return ops.some(({ from }) => changed.has(from) && isContent(words[from]?.key ?? '') && (partners[from] ?? -1) >= 0)
}

const isNegative = (ops: readonly Governing[]): boolean => ops.filter(({ negates }) => negates).length % 2 === 1

function ownSpans({ i, j }: SamePredicate, { before, after }: Comparison): { before: Span | null; after: Span | null } {
  return { before: spanOf(before.words.slice(i, i + 1)), after: spanOf(after.words.slice(j, j + 1)) }
}

function spanOfOperators(ops: readonly Governing[], { words }: Wording): Span | null {
  const shown = ops.filter(({ sort }) => sort !== 'will')
  return spanOf(shown.flatMap(({ from, to }) => words.slice(from, to)))
}

/** Returns a positive number if `q` leaves the predicate less sure than `p`. */
function compareForce(p: readonly Governing[], q: readonly Governing[], { before, after }: Comparison): number {
  const [x, y] = [weigh(p, q, before), weigh(q, p, after)]
  const alike = x.force === y.force || (Math.max(x.force, y.force) < OUTRIGHT && Math.abs(x.force - y.force) < ALIKE)
  return alike ? y.doubts - x.doubts : x.force - y.force
}
/** "is due to" and "is expected to" */
const ALIKE = 0.19

const isDoubt = ({ sort, force }: Governing): boolean => (sort === undefined || sort === 'plan') && force < OUTRIGHT
const has = (ops: readonly Governing[], ...sorts: Governing['sort'][]): boolean => ops.some(({ sort }) => sorts.includes(sort))

interface Weight {
  readonly force: number
  /** The number of doubts. */
  readonly doubts: number
}

/** Weighs what a side's operators leave of the predicate's force; some count only against certain ones of the other side. */
function weigh(own: readonly Governing[], other: readonly Governing[], wording: Wording): Weight {
  const doubted = other.some((op) => isDoubt(op) && !op.negates)
  const counts = (op: Governing): boolean => {
    if (op.sort === 'ability') return doubted || has(other, 'will', 'duty')
    if (op.sort === 'would') return !isReported(op, wording) && !has(other, 'would')
    return isDoubt(op)
  }
  const doubts = own.filter(counts)
  if (doubts.length > 0) return { force: Math.min(...doubts.map(({ force }) => force)), doubts: doubts.length }
  if (has(own, 'duty') && (doubted || has(other, 'ability'))) return { force: 3.2, doubts: 0 }
  return { force: has(own, 'booster') ? 3.1 : OUTRIGHT, doubts: 0 }
}

/** "said that it would": the tense of the report, and no doubt. */
function isReported({ from }: Governing, { words, claims }: Wording): boolean {
  const start = words[from]?.start ?? 0
  return claims.some(
    ({ statement: { source, content } }) =>
      source.kind !== 'author' && content.some(([first, end]) => first <= start && start < end),
  )
}
