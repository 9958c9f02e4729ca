/** The reasons for the end of claims under the decisions of reviews. */
import type { Change, GoneClaim, Step } from '../change.ts'

type EndStatus = Pick<GoneClaim, 'status' | 'successor'>

/** Returns the steps (from version 1 on) with the status that reviews gave to the claims they end: withdrawn, or superseded. */
export function withEndStatus(steps: readonly Step[]): Step[] {
  const endStatuses = new Map<string, EndStatus>()
  return steps.map((step, i) => {
    // The previous version is the last that had the claims that end here.
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
