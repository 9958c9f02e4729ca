import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { calendarDates } from '../../../../src/core/claims/dates/calendar-dates.ts'

/** A Thursday. */
const PUBLISHED = '2024-05-16T23:30:00.000+02:00'

const day = (words: string, tense: 'past' | 'future' | null, publishedAt: string | null) =>
  calendarDates(words, [{ start: 0, end: words.length, ...(tense && { tense }) }], publishedAt)[0]

describe('calendarDates', () => {
  it.each<[string, 'past' | 'future' | null, string | null]>([
    ['March 3, 2021', 'past', '2021-03-03'],
    ['3 March 2021', 'past', '2021-03-03'],
    ['the 30th of February', 'past', null],
    ['March 2021', 'past', '2021-03'],
    ['2021', 'past', '2021'],
    ['March 3', 'past', '2024-03-03'],
    ['December 30', 'past', null],
    ['yesterday', 'past', '2024-05-15'],
    ['tonight', 'future', '2024-05-16'],
    ['tomorrow morning', 'future', '2024-05-17'],
    ['Wednesday', 'past', '2024-05-15'],
    ['Thursday', 'past', '2024-05-16'],
    ['Friday', 'future', '2024-05-17'],
    ['Friday night', 'past', '2024-05-10'],
    ['Friday', null, null],
    ['next Friday', 'future', null],
    ['last week', 'past', '2024-W19'],
    ['this month', 'past', '2024-05'],
    ['next year', 'future', '2025'],
    ['last August', 'past', '2023-08'],
    ['last May', 'past', null],
    ['4 p.m.', 'past', null],
    ['2021-03-12', 'past', '2021-03-12'],
    ['2021-02-30', 'past', null],
    ['25/03/2021', 'past', '2021-03-25'],
    ['03/25/2021', 'past', '2021-03-25'],
    ['12/03/2021', 'past', null],
    ['mid-March 2021', 'past', '2021-03'],
    ['spring of 2023', 'past', '2023'],
    ['Q3 2023', 'past', '2023'],
    ['third quarter of 2023', 'past', '2023'],
    ['1990s', 'past', null],
    ['March', 'past', '2024-03'],
    ['late August', 'past', '2023-08'],
    ['August', 'future', '2024-08'],
    ['May', 'past', null],
    ['this morning', 'past', '2024-05-16'],
    ['last night', 'past', '2024-05-15'],
    ['day before yesterday', 'past', '2024-05-14'],
    ['last Friday', 'past', '2024-05-10'],
    ['last Tuesday', 'past', null],
    ['next Tuesday', 'future', '2024-05-21'],
    ['earlier this month', 'past', '2024-05'],
    ['three days ago', 'past', '2024-05-13'],
    ['a week ago', 'past', '2024-W19'],
    ['six months ago', 'past', '2023-11'],
    ['20 years ago', 'past', '2004'],
    ['several days ago', 'past', null],
    ['in two weeks', 'future', '2024-W22'],
    ['overnight', 'past', null],
    ['this Friday', 'future', '2024-05-17'],
    ['Tuesday’s', 'past', '2024-05-14'],
  ])('%s (%s): %s', (words, tense, date) => expect(day(words, tense, PUBLISHED)).toBe(date))

  it.each<[string, string | null]>([
    ['March 3, 2021', '2021-03-03'],
    ['March 3', null],
    ['yesterday', null],
    ['last week', null],
  ])('without a day of publication: %s', (words, date) => expect(day(words, 'past', null)).toBe(date))

  it.each<[string, string, string]>([
    ['2021-01-01', '2020-W52', '2020-W53'],
    ['2024-12-31', '2024-W52', '2025-W01'],
  ])('numbers the weeks as ISO 8601 does: %s', (published, last, now) => {
    expect([day('last week', null, published), day('this week', null, published)]).toEqual([last, now])
  })
})

it('stands in the reading, in the order of the statement’s dates', () => {
  const { claims } = analyze({ title: '', body: 'The dam was closed on March 3 and on Wednesday.', publishedAt: PUBLISHED })
  expect(claims.map(({ reading }) => reading.dates)).toEqual([['2024-03-03', '2024-05-15']])
})
