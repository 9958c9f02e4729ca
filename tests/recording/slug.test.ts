import { expect, it } from 'vitest'
import { isSlug, LONGEST_SLUG, slugOf } from '../../src/recording/slug.ts'

it.each([
  ['Ferry Sinks off Lund', 'ferry-sinks-off-lund'],
  ["Zoë's Café: 30 Days", 'zoes-cafe-30-days'],
  ['U.S. — “No”', 'u-s-no'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['  --  ', null],
  ['Паром', null],
  ['x'.repeat(200), 'x'.repeat(80)],
  [`${'word '.repeat(30)}`, Array(16).fill('word').join('-')],
])('%j → %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

it.each([
  ['a', true],
  ['30-days', true],
  ['a'.repeat(LONGEST_SLUG), true],
  ['a'.repeat(LONGEST_SLUG + 1), false],
  ['', false],
  ['A', false],
  ['a--b', false],
  ['-a', false],
  ['a-', false],
  ['é', false],
])('%j is a slug: %s', (text, expected) => {
  expect(isSlug(text)).toBe(expected)
})
