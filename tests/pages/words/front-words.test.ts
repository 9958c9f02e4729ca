/** The verdict of the front page. */
import { expect, test } from 'vitest'
import type { StoryJson } from '../../../src/http/json/stories/stories-json.ts'
import { frontVerdict } from '../../../src/pages/words/front-words.ts'

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
