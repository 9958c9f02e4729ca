/** The relations of a claim to other claims, from its trail, and the stretches of versions that had it. */
import type { ChangeView } from '../../store/read/changes.ts'
import type { ReviewView } from '../../store/read/reviews.ts'

export const RELATIONS = ['superseded_by', 'supersedes', 'split_from', 'split_into', 'merged_into', 'merged_from'] as const
export type TrailRelation = (typeof RELATIONS)[number]

/**
 * The relations of a claim to other claims. Claims on both sides of a change (those of one sentence that is one sentence again)
 * continued unchanged: only claims that ended or began there are related. Relations that people decided, by `reviews`, are added.
 */
export function relationsIn(
  history: readonly ChangeView[],
  reviews: readonly ReviewView[],
  number: number,
): Record<TrailRelation, number[]> {
  const found = new Map<TrailRelation, Set<number>>(RELATIONS.map((name) => [name, new Set()]))
  for (const { kinds, before, after } of history) {
    const old = new Set(before.flatMap((side) => side.claims))
    const fresh = new Set(after.flatMap((side) => side.claims))
    const ended = [...old].filter((other) => !fresh.has(other))
    const begun = [...fresh].filter((other) => !old.has(other))
    const add = (name: TrailRelation, others: Iterable<number>) => {
      for (const other of others) if (other !== number) found.get(name)?.add(other)
    }
    if (kinds.includes('superseded')) old.has(number) ? add('superseded_by', begun) : add('supersedes', ended)
    if (kinds.includes('split')) old.has(number) ? add('split_into', begun) : add('split_from', old)
    if (kinds.includes('merged')) fresh.has(number) ? add('merged_from', ended) : add('merged_into', fresh)
  }
  for (const [name, other] of decidedRelations(reviews, number)) found.get(name)?.add(other)
  return Object.fromEntries([...found].map(([name, others]) => [name, [...others]])) as Record<TrailRelation, number[]>
}

/** The relations from reviews that stand and hold. */
function* decidedRelations(reviews: readonly ReviewView[], number: number): Iterable<[TrailRelation, number]> {
  for (const { action, claim, detail, withdrawnBy, holds } of reviews) {
    const names = NAMES[action]
    if (!names || withdrawnBy !== null || !holds || detail.other === undefined) continue
    const [one, other] =
      action === 'merge' ? [Math.max(claim, detail.other), Math.min(claim, detail.other)] : [claim, detail.other]
    if (number === one) yield [names[0], other]
    if (number === other) yield [names[1], one]
  }
}

const NAMES: Partial<Record<ReviewView['action'], readonly [TrailRelation, TrailRelation]>> = {
  merge: ['merged_into', 'merged_from'],
  split: ['split_into', 'split_from'],
  supersede: ['superseded_by', 'supersedes'],
}

/** Consecutive wordings, and wordings with only withheld versions between them, are one stretch of presence. */
export function joined(wordings: readonly { fromNumber: number | null; untilNumber: number | null; ended: string | null }[]) {
  const stretches: { from: number; to: number | null }[] = []
  let open = false
  for (const { fromNumber, untilNumber, ended } of wordings) {
    const last = stretches.at(-1)
    if (last && (open || last.to === fromNumber)) last.to = untilNumber
    else stretches.push({ from: fromNumber ?? 0, to: untilNumber })
    open = ended === 'reworded'
  }
  return stretches
}
