/** Why claims are gone, told as the changes say that people decided. */
import type { Change, GoneClaim, Step } from '../change.ts'

type Fate = Pick<GoneClaim, 'status' | 'successor'>

/** The steps (from version 1 on) with the claims that changes by reviews end gone as those say: withdrawn, or superseded. */
export function withEndStatus(steps: readonly Step[]): Step[] {
  const fates = new Map<string, Fate>()
  return steps.map((step) => withFates(step, fates))
}

/** The same of a step after others, by the claims that were gone before it. */
export function withEndStatusAfter(known: readonly GoneClaim[], step: Step): Step {
  const fates = known.map(({ number, since, status, successor }) => [`${number}/${since}`, { status, successor }] as const)
  return withFates(step, new Map<string, Fate>(fates))
}

function withFates(step: Step, fates: Map<string, Fate>): Step {
  // The last version that had what ends here is the one before.
  const last = step.state.place - 1
  for (const change of step.changes) for (const number of endedBy(change)) fates.set(`${number}/${last}`, fateIn(change))
  const gone = step.state.gone.map((g) => {
    const fate = fates.get(`${g.number}/${g.since}`)
    return fate ? { ...g, ...fate } : g
  })
  return { ...step, state: { ...step.state, gone } }
}

function endedBy({ kinds, before, after, review }: Change): number[] {
  if (review === undefined || !(kinds.includes('superseded') || kinds.includes('withdrawn'))) return []
  const go = new Set(after.map((a) => a.claim))
  return before.flatMap(({ claim }) => (go.has(claim) ? [] : [claim]))
}

const fateIn = ({ after: [heir] }: Change): Fate =>
  heir ? { status: 'superseded', successor: heir.claim } : { status: 'withdrawn', successor: null }
