/** Changes of furniture: what came, went, moved or reads otherwise. They are about no claim. */
import type { Sentence } from '../article.ts'
import { plainKey } from '../text/stems.ts'
import type { Group } from './align/align.ts'
import type { Change } from './change.ts'
import { comparisonOf, type Finding, wordingOf } from './compare/comparison.ts'
import { dateChanged } from './kinds/date-changed.ts'
import { numberChanged } from './kinds/number-changed.ts'
import { movement, presence, type Verdict, verdictOf } from './sentence-changes.ts'

/**
 * Returns the changes of furniture between two versions, by the alignment of their sentences. Their words
 * decide their kinds: introduced, withdrawn, moved, another number or date, else reworded or cosmetic.
 *
 *     "Updated at 14:05 GMT" → "Updated at 15:30 GMT": date_changed
 */
export function furnitureChanges(a: readonly Sentence[], b: readonly Sentence[], groups: readonly Group[]): Change[] {
  const isFurniture = (sentence: Sentence | undefined) => sentence?.zone === 'furniture'
  const indicesIn = (sentences: readonly Sentence[]) =>
    new Set([...sentences.keys()].filter((index) => isFurniture(sentences[index])))
  const [aloneA, aloneB] = [indicesIn(a), indicesIn(b)]
  const changes: Change[] = []
  const record = (verdict: Verdict, before: readonly number[], after: readonly number[]) =>
    changes.push({ ...verdict, before: [], after: [], acknowledged: false, furniture: { before, after } })
  for (const group of aloneA.size + aloneB.size === 0 ? [] : groups) {
    const { before, after } = group
    if (!isFurniture(a[before[0] ?? -1])) continue
    for (const i of before) aloneA.delete(i)
    for (const j of after) aloneB.delete(j)
    const [textA, textB] = [textOf(a, before), textOf(b, after)]
    const findings = [...(group.moved ? [movement(group.moved)] : []), ...wordingChange(textA, textB)]
    if (findings.length > 0) record(verdictOf(findings, textA, textB), before, after)
  }
  for (const i of aloneA) record(presence('withdrawn'), [i], [])
  for (const j of aloneB) record(presence('introduced'), [], [j])
  return changes
}

const textOf = (sentences: readonly Sentence[], indices: readonly number[]) =>
  indices.map((index) => sentences[index]?.text ?? '').join(' ')

function wordingChange(before: string, after: string): Finding[] {
  const [plainBefore, plainAfter] = [before, after].map((text) => text.replace(/\s+/g, ' '))
  if (plainBefore === plainAfter) return []
  const comparison = comparisonOf(wordingOf(before, []), wordingOf(after, []), [])
  const values = [...numberChanged(comparison), ...dateChanged(comparison)]
  if (values.length > 0) return values
  const kind = plainKey(before) === plainKey(after) ? 'cosmetic' : 'reworded'
  return [{ kind, rule: 'furniture', before: [0, before.length], after: [0, after.length] }]
}

/** Reading order: by the place in the later version, for what ended by its last place. */
export const orderOf = ({ before, after, furniture }: Change): number =>
  after[0]?.sentence ?? furniture?.after[0] ?? before[0]?.sentence ?? furniture?.before[0] ?? 0
