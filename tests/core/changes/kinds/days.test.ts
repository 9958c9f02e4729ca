import { expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { track } from '../../../../src/core/changes/track.ts'
import { tellBothWays } from './both-ways.ts'

tellBothWays({
  date_changed: [
    ['The match begins at 15:00 GMT.', 'The match begins at 15:00 BST.'],
    ['The gates open at 0200 GMT.', 'The gates open at 0300 GMT.'],
    ['The fair is on June 2 and the race on June 9.', 'The fair is on June 9 and the race on June 2.'],
    ['The bell dates from the 14th century.', 'The bell dates from the 15th century.'],
    ['The chapel was built in the fifteenth century by monks.', 'The chapel, now a barn, was built in the sixteenth century.'],
    ['Term begins on the 3rd.', 'Term begins on the 4th.'],
    ['The bakery shut on Christmas Day.', 'The bakery shut on Christmas Eve.'],
    ['The ferry stops on Good Friday.', 'The ferry stops on Boxing Day.'],
    ['Printed 2 June 2020', 'Printed 9 July 2021'],
    ['Some say the fair could be held as early as June.', 'Some say the fair could be held as early as May.'],
    ['The ferry leaves on Thursday night.', 'The ferry leaves on Thursday afternoon.'],
    ['Last day of sale: May 2, 2021', 'Last day of sale: August 14, 2023'],
  ],
  reworded: [
    ['The ferry leaves on Thursday.', 'The ferry leaves on Thursday night.'],
    ['The shop opens from 2nd of August.', 'The shop opens from 2 August 2021.'],
    ['The fair is on June 2 and the race on June 9.', 'The race is on June 9 and the fair on June 2.'],
    ['The bell rang at 0900 GMT.', 'The bell rang at 09:00 GMT.'],
    ['The fault has the number CVE-2018-10001.', 'The fault has the number CVE-2019-10001.'],
  ],
})

/** Both published on Wednesday, 12 March 2025. */
const kindsOf = (before: string, after: string) => {
  const version = (body: string) => analyze({ title: '', body, publishedAt: '2025-03-12T09:00:00Z' })
  return track(track(null, version(before)).state, version(after)).changes.flatMap((change) => change.kinds)
}

it.each([
  ['The tower fell today.', 'The tower fell on Wednesday.'],
  ['The tower fell yesterday.', 'The tower fell on Tuesday.'],
  ['The tower fell on Tuesday.', 'The tower fell on March 11.'],
  ['The tower opened this year.', 'The tower opened in 2025.'],
  ['The tower fell on Monday, killing a dog.', 'The tower, which was old, fell on March 10.'],
])('the same day: %s → %s', (before, after) => {
  expect(kindsOf(before, after)).not.toContain('date_changed')
  expect(kindsOf(after, before)).not.toContain('date_changed')
})

it.each([
  ['The tower fell today.', 'The tower fell on Tuesday.'],
  ['The tower fell on Tuesday.', 'The tower fell on March 10.'],
  ['The tower opened this year.', 'The tower opened in 2024.'],
])('another day: %s → %s', (before, after) => {
  expect(kindsOf(before, after)).toContain('date_changed')
  expect(kindsOf(after, before)).toContain('date_changed')
})

it('does not tell the days of two events as one that differs', () => {
  const before = 'A raft that carried 40 people over the weir to Dorn sank early on Tuesday.'
  const after = 'The owner of a raft that sank at the weir near Dorn was arrested on Wednesday.'
  expect([kindsOf(before, after), kindsOf(after, before)].flat()).not.toContain('date_changed')
})
