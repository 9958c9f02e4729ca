/** The reasons for the end of claims under the decisions of reviews. */
import type { Change, GoneClaim, Step } from '../change.ts'

type EndStatus = Pick<GoneClaim, 'status' | 'successor'>

/** Returns the steps (from version 1 on) with the status that reviews gave to the claims they end: withdrawn, or superseded. */
export function withEndStatus(steps: readonly Step[]): Step[] {
  const endStatuses = new Map<string, EndStatus>()
  return steps.map((step) => applyStatuses(step, endStatuses))
}

/** As `withEndStatus`, for one step after others; `known` are the claims that were gone before it. */
export function withEndStatusAfter(known: readonly GoneClaim[], step: Step): Step {
  const statuses = known.map(({ number, since, status, successor }) => [`${number}/${since}`, { status, successor }] as const)
  return applyStatuses(step, new Map<string, EndStatus>(statuses))
}

function applyStatuses(step: Step, endStatuses: Map<string, EndStatus>): Step {
  // The previous version is the last that had the claims that end here.
  const last = step.state.place - 1
  for (const change of step.changes)
    for (const number of endedBy(change)) endStatuses.set(`${number}/${last}`, endStatusIn(change))
  const gone = step.state.gone.map((g) => {
    const endStatus = endStatuses.get(`${g.number}/${g.since}`)
    return endStatus ? { ...g, ...endStatus } : g
  })
  return { ...step, state: { ...step.state, gone } }
}

function endedBy({ kinds, before, after, review }: Change): number[] {
  if (review === undefined || !(kinds.includes('superseded') || kinds.includes('withdrawn'))) return []
  const go = new Set(after.map((a) => a.claim))
  return before.flatMap(({ claim }) => (go.has(claim) ? [] : [claim]))
}

const endStatusIn = ({ after: [heir] }: Change): EndStatus =>
  heir ? { status: 'superseded', successor: heir.claim } : { status: 'withdrawn', successor: null }
