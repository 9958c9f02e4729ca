/** Backfilled versions: tracking again from the place of the inserted version, with the numbers that claims already had. */
import type { Analysis } from '../article.ts'
import type { Appearance, GoneClaim, Step, Track, TrackState } from './change.ts'
import { track } from './track.ts'

export interface Retracking {
  /** The versions from the inserted one on, in order. */
  readonly versions: readonly Analysis[]
  /** The state before them; null if the first of them is version 1. */
  readonly state: TrackState | null
  /**
   * Returns the number that a claim had in the earlier tracking, by its version's new position (from 1), sentence and index;
   * null for the claims of the inserted version.
   */
  readonly known: (place: number, sentence: number, index: number) => number | null
  /** Numbers with precedence over all others, by the occurrence of the claim. */
  readonly named?: readonly {
    readonly place: number
    readonly sentence: number
    readonly index: number
    readonly number: number
  }[]
  /** The highest number ever assigned in the article: new claims get higher ones. */
  readonly numbers: number
  /** Compares a version with those before it. */
  readonly step?: Track
}

/**
 * Returns the steps of the versions, one each. A claim keeps the number that its occurrences had. If two old claims prove to be
 * one, the number of the earlier occurrence stays; if one proves to be two, the earlier occurrence keeps it and the other gets
 * a new one. Numbers in `state` never change. The result is deterministic: the trails are those of a tracking from version 1
 * on, up to the numbers.
 */
export function retrack({ versions, state, known, named = [], numbers, step: next = track }: Retracking): Step[] {
  const steps: Step[] = []
  let current = state
  for (const version of versions) {
    const step = next(current, version)
    steps.push(step)
    current = step.state
  }
  const settled = [...(state?.latest.claims ?? []), ...(state?.gone ?? [])].map((claim) => claim.number)
  const final = new Map(settled.map((number) => [number, number]))
  const used = new Set(settled)
  const first = (state?.place ?? 0) + 1
  for (const { place, sentence, index, number } of named) {
    const claim = steps[place - first]?.state.latest.claims.find((c) => c.sentence === sentence && c.index === index)
    if (!claim || used.has(number) || final.has(claim.number)) continue
    final.set(claim.number, number)
    used.add(number)
  }
  for (const { place, latest } of steps.map((s) => s.state)) {
    for (const claim of latest.claims) {
      const old = known(place, claim.sentence, claim.index)
      if (old === null || used.has(old) || final.has(claim.number)) continue
      final.set(claim.number, old)
      used.add(old)
    }
  }
  let highest = Math.max(numbers, state?.numbers ?? 0)
  for (const { latest } of steps.map((s) => s.state)) {
    for (const { number } of latest.claims) if (!final.has(number)) final.set(number, ++highest)
  }
  return steps.map((step) => renumbered(step, (number) => final.get(number) ?? number, highest))
}

/** Returns the step with its claims' numbers replaced; `numbers` is the highest number assigned. */
export function renumbered({ state, changes, kept, links }: Step, to: (number: number) => number, numbers: number): Step {
  const place = (a: Appearance): Appearance => ({ ...a, claim: to(a.claim) })
  const maybe = (number: number | null) => (number === null ? null : to(number))
  const gone = (g: GoneClaim): GoneClaim => ({
    ...g,
    number: to(g.number),
    successor: maybe(g.successor),
    between: [maybe(g.between[0]), maybe(g.between[1])],
  })
  return {
    state: {
      place: state.place,
      latest: { ...state.latest, claims: state.latest.claims.map((claim) => ({ ...claim, number: to(claim.number) })) },
      gone: state.gone.map(gone),
      numbers,
    },
    changes: changes.map((change) => ({ ...change, before: change.before.map(place), after: change.after.map(place) })),
    kept: kept.map(({ before, after }) => ({ before: place(before), after: place(after) })),
    links,
  }
}
