/** The verdict of the front page. */
import { expect, test } from 'vitest'
import type { StoryJson } from '../../../src/http/json/stories/stories-json.ts'
import { frontVerdict } from '../../../src/pages/words/front-words.ts'

const story = (told: number, disclosed: number, withheld_between = 0, previous: number | null = 1) =>
  ({ told, disclosed, withheld_between, previous }) as StoryJson

test.each<[StoryJson[], boolean, string]>([
  [[story(0, 0, 0, null)], true, 'No story has a second version yet.'],
  [[story(2, 0)], true, 'One story changed. Its latest version altered what readers had been told and does not say so.'],
  [[story(2, 2)], true, 'One story changed. Its latest version altered what readers had been told and says so.'],
  [[story(0, 0)], true, 'One story changed. Its latest version altered nothing that readers had been told.'],
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
  [[story(1, 0)], false, 'The latest story altered what readers had been told and does not say so.'],
])('%j', (stories, whole, expected) => expect(frontVerdict(stories, whole)).toBe(expected))
