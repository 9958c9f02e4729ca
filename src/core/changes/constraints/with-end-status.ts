/** Why claims are gone, told as the changes say that people decided. */
import type { Change, GoneClaim, Step } from '../change.ts'

type EndStatus = Pick<GoneClaim, 'status' | 'successor'>

/** The steps (from version 1 on) with the claims that changes by reviews end gone as those say: withdrawn, or superseded. */
export function withEndStatus(steps: readonly Step[]): Step[] {
  const endStatuses = new Map<string, EndStatus>()
  return steps.map((step, i) => {
    // The last version that had what ends here is the one before.
    for (const change of step.changes)
      for (const number of endedBy(change)) endStatuses.set(`${number}/${i}`, endStatusIn(change))
    const gone = step.state.gone.map((g) => {
      const endStatus = endStatuses.get(`${g.number}/${g.since}`)
      return endStatus ? { ...g, ...endStatus } : g
    })
    return { ...step, state: { ...step.state, gone } }
  })
}

function endedBy({ kinds, before, after, review }: Change): number[] {
  if (review === undefined || !(kinds.includes('superseded') || kinds.includes('withdrawn'))) return []
  const go = new Set(after.map((a) => a.claim))
  return before.flatMap(({ claim }) => (go.has(claim) ? [] : [claim]))
}

const endStatusIn = ({ after: [heir] }: Change): EndStatus =>
  heir ? { status: 'superseded', successor: heir.claim } : { status: 'withdrawn', successor: null }
