import { expect, test } from 'vitest'
import { storyVerdict } from '../../../src/pages/words/story-words.ts'

type Story = Parameters<typeof storyVerdict>[0]

/** Claim 2 took the place of claim 1; claim 3 was softened; claim 4 stayed as it was. */
const STORY = {
  claims: [
    { number: 1, status: 'superseded', changes: [0] },
    { number: 2, status: 'present', changes: [0] },
    { number: 3, status: 'present', changes: [1] },
    { number: 4, status: 'present', changes: [] },
  ],
  changes: [
    { before: [1], after: [2] },
    { before: [3], after: [3] },
  ],
  versions: [
    { told: 0, disclosed: 0 },
    { told: 1, disclosed: 0 },
  ],
  across: [],
} as unknown as Story

test('a claim that only began in the place of another has not changed', () => {
  expect(String(storyVerdict(STORY))).toBe(
    '2 of the 4 claims changed after they were first told. 1 change altered what readers had been told; the article disclosed <b>none of them</b>.',
  )
})
