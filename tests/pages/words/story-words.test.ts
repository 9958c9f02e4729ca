import { describe, expect, test } from 'vitest'
import { disclosedOf, storyVerdict } from '../../../src/pages/words/story-words.ts'

type Story = Parameters<typeof storyVerdict>[0]
type Version = Story['versions'][number]

const step = (told: number, disclosed: number, more: Partial<Version> = {}) => ({ told, disclosed, withheld: null, ...more })

/** A story of two versions and four claims. */
const story = (more: object = {}): Story =>
  ({
    article: { version_count: 2 },
    totals: { claims: 4, changed: 2, dropped: 0 },
    changes: [{}],
    versions: [step(0, 0, { number: 1 }), step(1, 0, { number: 2 })],
    across: [],
    ...more,
  }) as unknown as Story

describe('the verdict of a story', () => {
  test.each<[string, object, string]>([
    [
      'a total',
      {},
      '4 claims, 2 of them changed after they were first told. 1 change altered what readers had been told; the article <b>did not disclose it</b>.',
    ],
    [
      'what was dropped, and a part that was disclosed',
      { totals: { claims: 4, changed: 4, dropped: 1 }, versions: [step(0, 0), step(3, 2)] },
      '4 claims, all of them changed after they were first told; 1 was dropped for good. 3 changes altered what readers had been told; the article disclosed <b>2 of them</b>.',
    ],
    [
      'one claim',
      { totals: { claims: 1, changed: 1, dropped: 0 }, versions: [step(0, 0), step(1, 1)] },
      '1 claim, which changed after it was first told. 1 change altered what readers had been told; the article <b>disclosed it</b>.',
    ],
    [
      'what changed across a withheld version',
      {
        versions: [step(0, 0), step(0, 0, { withheld: 'By order' }), step(0, 0)],
        across: [step(2, 0)],
        article: { version_count: 3 },
      },
      '4 claims, 2 of them changed after they were first told. 2 changes altered what readers had been told; the article disclosed <b>none of them</b>.',
    ],
    [
      'no change',
      { changes: [], totals: { claims: 4, changed: 0, dropped: 0 } },
      '4 claims, none of them changed after they were first told.',
    ],
    [
      'some of the versions',
      { changes: [], totals: { claims: 4, changed: 0, dropped: 0 }, article: { version_count: 9 } },
      'Versions 1 to 2: 4 claims, none of them changed after they were first told.',
    ],
    ['one version', { article: { version_count: 1 } }, '4 claims in its first version. Nothing to compare yet.'],
    ['versions that are all withheld', { versions: [step(0, 0, { withheld: 'x' })] }, 'All of its versions are withheld.'],
    ['no version', { versions: [] }, 'Nothing is archived of this story yet.'],
  ])('tells of %s', (_, more, expected) => expect(String(storyVerdict(story(more)))).toBe(expected))
})

test.each([
  [2, 0, 2, '2 not disclosed'],
  [2, 2, 2, '2 disclosed'],
  [3, 1, 3, '2 not disclosed, 1 disclosed'],
  [1, 0, 2, '1 change not disclosed'],
  [2, 2, 3, '2 changes disclosed'],
])('of %i changes %i were disclosed, where %i kinds are named: “%s”', (told, disclosed, named, expected) =>
  expect(disclosedOf(told, disclosed, named)).toBe(expected),
)
