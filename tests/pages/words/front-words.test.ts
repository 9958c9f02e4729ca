/** The verdict of the front page. */
import { expect, test } from 'vitest'
import type { StoryJson } from '../../../src/http/json/stories/stories-json.ts'
import { changesCount } from '../../../src/pages/words/changes-words.ts'
import { chosenText, frontVerdict, tabCount } from '../../../src/pages/words/front-words.ts'

const story = (told: number, disclosed: number, withheld_between = 0, previous: number | null = 1) =>
  ({ told, disclosed, withheld_between, previous }) as StoryJson

const LISTS = { silent: '/changes?disclosed=false', said: '/changes?disclosed=true' }

test.each<[StoryJson[], boolean, string]>([
  [[story(0, 0, 0, null)], true, 'No story has a second version yet.'],
  [[story(2, 0)], true, 'One story changed. 2 changes altered what readers had been told; none of them was disclosed.'],
  [[story(2, 2)], true, 'One story changed. 2 changes altered what readers had been told; all of them were disclosed.'],
  [[story(0, 0)], true, 'One story changed. Nothing that readers had been told was altered.'],
  [[story(0, 0, 1)], true, 'One story changed, across a version that is withheld.'],
  [[story(2, 0), story(1, 1)], true, '2 stories changed. 1 of them altered what readers had been told and did not say so.'],
  [
    [story(1, 1), story(0, 0, 1)],
    true,
    '2 stories changed. None altered what readers had been told without saying so. Across withheld versions 1 story changed in ways that are not counted here.',
  ],
  [
    [story(1, 0), story(1, 0)],
    false,
    'The latest 2 stories: all of them altered what readers had been told and did not say so.',
  ],
  [[story(1, 0)], false, 'The latest story: 1 change altered what readers had been told; it was not disclosed.'],
])('%j', (stories, whole, expected) => {
  const said = String(frontVerdict(stories, whole, LISTS))
  expect(said.replace(/<[^>]*>/g, '')).toBe(expected)
  // Where something was not disclosed, the words lead to the list of it.
  expect(said.includes(LISTS.silent)).toBe(stories.some(({ told, disclosed }) => disclosed < told))
})

test.each<[string, Parameters<typeof chosenText>]>([
  ['1 story with undisclosed changes.', [1, false, { acknowledged: false }]],
  [
    '3 stories and more with disclosed changes: softened, said by Ada Quill.',
    [3, true, { acknowledged: true, kind: ['softened'], source: 'Ada Quill' }],
  ],
  [
    '2 stories: softened or moved, since 12 March 2025.',
    [2, false, { kind: ['moved', 'softened'], since: '2025-03-12T00:00:00Z' }],
  ],
])('%s', (expected, args) => expect(chosenText(...args)).toBe(expected))

test.each([
  [0, '0'],
  [100, '100'],
  [101, 'more than 100'],
])('a tab of %i stories says %s', (count, expected) => expect(tabCount(count)).toBe(expected))

test.each([
  [0, '0 changes.'],
  [1, '1 change.'],
  [1000, '1,000 changes.'],
  [1001, 'More than 1,000 changes.'],
])('a list of %i changes says %s', (count, expected) => expect(changesCount(count, 1000)).toBe(expected))
