/** Who wrote it, by the byline. */
import { expect, test } from 'vitest'
import { bylineAuthors } from '../../../src/http/json/byline.ts'

test.each([
  ['', []],
  ['By Ada Moreno', ['Ada Moreno']],
  ['Ada Moreno', ['Ada Moreno']],
  ['BY Ada Moreno and Ben Ode', ['Ada Moreno', 'Ben Ode']],
  ['By Ada M. Moreno, Ben van Ode and Cy O’Hara', ['Ada M. Moreno', 'Ben van Ode', 'Cy O’Hara']],
  ['By Ada Moreno, and Ben Ode', ['Ada Moreno', 'Ben Ode']],
  ['By Our Staff', []],
  ['The Harbour Desk', []],
  ['By Ada Moreno in Norrholm', []],
  ['Reuters', []],
  ['moreno', []],
] as const)('%j names %j', (byline, names) => {
  expect(bylineAuthors(byline)).toEqual(names)
})
