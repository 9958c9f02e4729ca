/** Splits and merges: one change for all claims of the sentences, and the assignment of their numbers. */
import type { Sentence } from '../article.ts'
import type { Group } from './align/align.ts'
import { comparisonOf, type Finding, wordingOf } from './compare/comparison.ts'
import { dateChanged } from './kinds/date-changed.ts'
import { numberChanged } from './kinds/number-changed.ts'
import { quoteChanged } from './kinds/quote-changed.ts'
import { contentWords, likeness } from './pair-claims.ts'
import { movement, type Verdict, verdictOf } from './sentence-changes.ts'
import type { StepBuilder } from './step-builder.ts'

/** The most claims of a side that are compared. */
const MOST = 50

/**
 * The claims most similar in content keep their number. The other old claims end as merged or split, and the new begin by the
 * split.
 */
export function fragmentsChange(builder: StepBuilder, group: Group): void {
  const [a, b] = [builder.state.latest.sentences, builder.next.sentences]
  const before = group.before.flatMap((i) => builder.before[i] ?? [])
  const after = group.after.flatMap((j) => builder.after[j] ?? [])
  const wordsA = before.map((claim) => contentWords(a[claim.sentence]?.text ?? '', claim))
  const wordsB = after.map((claim) => contentWords(b[claim.sentence]?.text ?? '', claim))
  const options = before
    .slice(0, MOST)
    .flatMap((_, i) => after.map((_, j) => ({ i, j, alike: likeness(wordsA[i] ?? [], wordsB[j] ?? []) })))
  options.sort((p, q) => q.alike - p.alike || p.i - q.i || p.j - q.j)
  const [heirs, numbered] = [new Map<number, number>(), new Set<number>()]
  for (const { i, j, alike } of options) {
    if (heirs.has(i) || numbered.has(j) || (alike < 0.2 && heirs.size > 0)) continue
    heirs.set(i, j)
    numbered.add(j)
  }
  const merged = group.before.length > 1
  for (const [i, claim] of before.entries()) {
    const heir = heirs.get(i)
    const to = heir === undefined ? undefined : after[heir]
    if (to) builder.continues(claim, to)
    else builder.end(claim, merged ? 'merged' : 'split', after[options.find((o) => o.i === i)?.j ?? 0] ?? null)
  }
  builder.record(fragmentsVerdict(a, b, group), before, after)
}

/** Returns the verdict of a split or merge, with a move and changed numbers, dates and quotations. */
export function fragmentsVerdict(a: readonly Sentence[], b: readonly Sentence[], group: Group): Verdict {
  const join = (sentences: readonly Sentence[], list: readonly number[]) => list.map((i) => sentences[i]?.text ?? '').join(' ')
  const event: Finding[] = [{ kind: group.before.length > 1 ? 'merged' : 'split', rule: 'content', before: null, after: null }]
  if (group.moved) event.push(movement(group.moved))
  const [textA, textB] = [join(a, group.before), join(b, group.after)]
  const whole = comparisonOf(wordingOf(textA, []), wordingOf(textB, []), [])
  return verdictOf([...event, ...numberChanged(whole), ...dateChanged(whole), ...quoteChanged(whole)], textA, textB)
}
