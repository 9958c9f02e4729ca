import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { calendarDate } from '../../../../src/core/claims/dates/calendar-date.ts'

/** A Thursday. */
const PUBLISHED = '2024-05-16T23:30:00.000+02:00'

describe('calendarDate', () => {
  it.each([
    ['March 3, 2021', 'It rained.', '2021-03-03'],
    ['3 March 2021', 'It rained.', '2021-03-03'],
    ['the 30th of February', 'It rained.', null],
    ['March 2021', 'It rained.', '2021-03'],
    ['2021', 'It rained.', '2021'],
    ['March 3', 'It rained.', '2024-03-03'],
    ['December 30', 'It rained.', null],
    ['yesterday', 'It rained.', '2024-05-15'],
    ['tonight', 'It will rain.', '2024-05-16'],
    ['tomorrow morning', 'It will rain.', '2024-05-17'],
    ['Wednesday', 'The dam was closed on Wednesday.', '2024-05-15'],
    ['Thursday', 'The dam was closed on Thursday.', '2024-05-16'],
    ['Friday', 'The dam will close on Friday.', '2024-05-17'],
    ['Friday night', 'The dam was closed on Friday night.', '2024-05-10'],
    ['Friday', 'They agreed to meet on Friday.', null],
    ['next Friday', 'It will rain.', null],
    ['last week', 'It rained.', '2024-W19'],
    ['this month', 'It rained.', '2024-05'],
    ['next year', 'It will rain.', '2025'],
    ['last August', 'It rained.', '2023-08'],
    ['last May', 'It rained.', null],
    ['4 p.m.', 'It rained.', null],
    ['2021-03-12', 'It rained.', '2021-03-12'],
    ['2021-02-30', 'It rained.', null],
    ['25/03/2021', 'It rained.', '2021-03-25'],
    ['03/25/2021', 'It rained.', '2021-03-25'],
    ['12/03/2021', 'It rained.', null],
    ['mid-March 2021', 'It rained.', '2021-03'],
    ['spring of 2023', 'It rained.', '2023'],
    ['Q3 2023', 'It rained.', '2023'],
    ['third quarter of 2023', 'It rained.', '2023'],
    ['1990s', 'It rained.', null],
    ['March', 'The dam was closed in March.', '2024-03'],
    ['late August', 'The dam was closed in August.', '2023-08'],
    ['August', 'The dam will open in August.', '2024-08'],
    ['May', 'The dam was closed in May.', null],
    ['this morning', 'It rained.', '2024-05-16'],
    ['last night', 'It rained.', '2024-05-15'],
    ['day before yesterday', 'It rained.', '2024-05-14'],
    ['last Friday', 'It rained.', '2024-05-10'],
    ['last Tuesday', 'It rained.', null],
    ['next Tuesday', 'It will rain.', '2024-05-21'],
    ['earlier this month', 'It rained.', '2024-05'],
    ['three days ago', 'It rained.', '2024-05-13'],
    ['a week ago', 'It rained.', '2024-W19'],
    ['six months ago', 'It rained.', '2023-11'],
    ['20 years ago', 'It rained.', '2004'],
    ['several days ago', 'It rained.', null],
    ['in two weeks', 'It will rain.', '2024-W22'],
    ['overnight', 'It rained.', null],
    ['Tuesday’s', 'The vote was lost.', '2024-05-14'],
  ])('%s (%s): %s', (words, content, date) => expect(calendarDate(words, content, PUBLISHED)).toBe(date))

  it.each([
    ['March 3, 2021', '2021-03-03'],
    ['March 3', null],
    ['yesterday', null],
    ['last week', null],
  ])('without a day of publication: %s', (words, date) => expect(calendarDate(words, 'It was late.', null)).toBe(date))

  it.each([
    ['2021-01-01', '2020-W52', '2020-W53'],
    ['2024-12-31', '2024-W52', '2025-W01'],
  ])('numbers the weeks as ISO 8601 does: %s', (day, last, now) => {
    expect([calendarDate('last week', '', day), calendarDate('this week', '', day)]).toEqual([last, now])
  })
})

it('stands in the reading, in the order of the statement’s dates', () => {
  const { claims } = analyze({ title: '', body: 'The dam was closed on March 3 and on Wednesday.', publishedAt: PUBLISHED })
  expect(claims.map(({ reading }) => reading.dates)).toEqual([['2024-03-03', '2024-05-15']])
})
