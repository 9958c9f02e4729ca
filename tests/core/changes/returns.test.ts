import { expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import type { TrackState } from '../../../src/core/changes/change.ts'
import { track } from '../../../src/core/changes/track.ts'

const FILL = ['The harbour lies below the old fort.', 'Gulls nest on the roofs of the mill.', 'Nets dry on the quay in May.']

/** The kinds told of a sentence that comes `gap` versions after another one went. */
function kindsOf(gone: string, back: string, gap: number): string[] {
  const version = (sentence: string) =>
    analyze({ title: '', body: [FILL[0], sentence, ...FILL.slice(1)].filter(Boolean).join('\n\n'), publishedAt: null })
  let state: TrackState = track(null, version(gone)).state
  for (let n = 0; n < gap; n++) state = track(state, version('')).state
  return track(state, version(back)).changes.flatMap(({ kinds }) => kinds)
}

it.each([
  ['The price of oil rose by a tenth in the north.', 'The price of oil rose by a tenth in the north.', 6],
  ['The price of oil rose by a tenth in the north.', 'In the north the price of oil rose by a tenth.', 6],
  ['The keeper of the light was found alive on the rocks.', 'The keeper of the light was found alive on the rocks at dawn.', 2],
])('returns: %s → %s', (gone, back, gap) => {
  expect(kindsOf(gone, back, gap)).toContain('restored')
})

it.each([
  // Turned round, of another person, of another figure
  ['The price of oil and grain rose in the north.', 'The price of oil and grain fell in the north.', 3],
  ['A porter, Ole Rask, was found alive on the rocks.', 'A porter, Ida Brandt, was found dead on the rocks.', 3],
  ['The ferry carried 40 cows to the island on Monday.', 'The ferry carried 71 pilgrims to the island later.', 3],
  // Little in common after a long time
  ['Work on the vaccine has slowed the spread of the fever.', 'The war in the south is causing great hardship.', 8],
])('is new: %s → %s', (gone, back, gap) => {
  expect(kindsOf(gone, back, gap)).not.toContain('restored')
})
