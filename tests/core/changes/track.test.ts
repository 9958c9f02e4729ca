import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import type { Step, TrackState } from '../../../src/core/changes/change.ts'
import { track } from '../../../src/core/changes/track.ts'

/** The steps of tracking versions that are given as [title, body]. */
function stepsOf(...versions: (readonly [title: string, body: string])[]): Step[] {
  let state: TrackState | null = null
  return versions.map(([title, body]) => {
    const step = track(state, analyze({ title, body, publishedAt: null }))
    state = step.state
    return step
  })
}

/** The kinds of each change of the last step, with the numbers of its claims. */
const lastChanges = (steps: Step[]) =>
  (steps.at(-1)?.changes ?? []).map((c) => [c.kinds.join('+'), c.before.map((a) => a.claim), c.after.map((a) => a.claim)])

describe('track', () => {
  it('introduces all claims of version 1', () => {
    const [step] = stepsOf(['Barge sinks', 'A barge sank at Orlow. The crew swam ashore.'])
    expect(step?.changes.map((c) => c.kinds)).toEqual([['introduced'], ['introduced'], ['introduced']])
    expect(step?.state.latest.claims.map((c) => c.number)).toEqual([1, 2, 3])
  })

  it('finds no change in a version against itself', () => {
    const text = ['Barge sinks', 'A barge sank at Orlow. The crew swam ashore.\n\nThe harbour was shut.'] as const
    expect(stepsOf(text, text)[1]?.changes).toEqual([])
  })

  it.each([
    ['a new number', 'The barge carried 40 sacks of rye.', 'The barge carried 52 sacks of rye.', 'number_changed'],
    ['a new comparator', 'About 40 sacks were lost.', 'More than 40 sacks were lost.', 'number_changed'],
    ['another day', 'The barge left on 3 June.', 'The barge left on 5 June.', 'date_changed'],
    ['a hedge', 'The pilot was asleep.', 'The pilot may have been asleep.', 'softened'],
    ['a hedge gone', 'The barge is likely to be raised.', 'The barge will be raised.', 'strengthened'],
    ['a not', 'The owner will pay.', 'The owner will not pay.', 'negated'],
    ['typography', 'The pilots cabin - a shed - was dry.', 'The pilot’s cabin — a shed — was dry.', 'cosmetic'],
    ['other words', 'The barge went down near the mill.', 'The barge foundered close to the mill.', 'reworded'],
    ['the same number in figures', 'Fourteen sacks were saved.', '14 sacks were saved.', 'reworded'],
    [
      'a new state',
      'Divers are searching for the pilot of the barge.',
      'Divers found the pilot of the barge alive.',
      'superseded',
    ],
  ])('tells %s', (_, before, after, kind) => {
    const steps = stepsOf(
      ['Barge sinks', `It rained. ${before} Rye is dear.`],
      ['Barge sinks', `It rained. ${after} Rye is dear.`],
    )
    expect(steps[1]?.changes.map((c) => c.kinds)).toEqual([[kind]])
  })

  it('keeps numbers, ends and restores claims', () => {
    const steps = stepsOf(
      ['', 'The barge sank. The crew swam ashore. Rye is dear.'],
      ['', 'The barge sank. Rye is dear.'],
      ['', 'The barge sank. The crew swam ashore. Rye is dear.'],
    )
    expect(steps[1]?.changes.map((c) => c.kinds)).toEqual([['withdrawn']])
    expect(steps[1]?.state.gone.map((g) => [g.number, g.status, g.since])).toEqual([[2, 'withdrawn', 1]])
    expect(lastChanges(steps)).toEqual([['restored', [], [2]]])
    expect(steps[2]?.changes[0]?.detail).toEqual({ restored: { since: 1 } })
    expect(steps[2]?.state.gone).toEqual([])
  })
})
