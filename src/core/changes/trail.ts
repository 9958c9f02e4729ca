/** Trails: the places of all claims at a version, as the fold of the steps up to it. */
import type { Step } from './change.ts'

/** The place of a claim in a version: index of its sentence, position among the sentence's statements. */
export interface Place {
  readonly sentence: number
  readonly index: number
}

/** The part of a step that concerns the claims' places. */
export type PlaceChanges = Pick<Step, 'changes' | 'kept' | 'links'>

/**
 * Returns the claims present after a step, by number. A claim in a change or in `kept` gets the place recorded there; any other
 * moves with its sentence's link. Throws RangeError if a claim's sentence has no link, which a step of `track` never leaves.
 */
export function foldStep(places: ReadonlyMap<number, Place>, { changes, kept, links }: PlaceChanges): Map<number, Place> {
  const recorded = new Set([...changes.flatMap((c) => c.before), ...kept.map((k) => k.before)].map((a) => a.claim))
  const linked = new Map(links)
  const next = new Map<number, Place>()
  for (const [claim, { sentence, index }] of places) {
    if (recorded.has(claim)) continue
    const to = linked.get(sentence)
    if (to === undefined) throw new RangeError(`claim ${claim} stands in sentence ${sentence}, which no link follows`)
    next.set(claim, { sentence: to, index })
  }
  for (const { claim, sentence, index } of [...changes.flatMap((c) => c.after), ...kept.map((k) => k.after)]) {
    next.set(claim, { sentence, index })
  }
  return next
}

/** Returns the claims present after all the steps, from version 1 on. */
export const fold = (steps: readonly PlaceChanges[]): Map<number, Place> =>
  steps.reduce<Map<number, Place>>((places, step) => foldStep(places, step), new Map())
