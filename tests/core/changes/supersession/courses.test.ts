import { describe, expect, it } from 'vitest'
import { kindsOf } from '../kinds/both-ways.ts'

/** A thing that goes up, down, faster, slower or nowhere, and another course of the same thing. */
const otherCourses: [before: string, after: string][] = [
  ['The guild decided to raise the toll on Monday.', 'The guild decided to keep the toll on Monday.'],
  ['Wheat prices have picked up in recent weeks.', 'Wheat prices have steadied in recent weeks.'],
  ['The crown was steady against the mark.', 'The crown fell sharply against the mark.'],
  ['Growth in the wool trade slowed in the spring.', 'Growth in the wool trade has picked up since the spring.'],
  ['The number of herons has remained low.', 'The number of herons has risen since the marsh was flooded.'],
  ['Demand for slate has grown strongly.', 'Demand for slate has moderated in recent weeks.'],
  ['The level of the lake stayed flat in June.', 'The level of the lake increased in June, and boats returned.'],
  ['Visits to the fort levelled off in May.', 'Visits to the fort jumped in May after the bridge was mended.'],
  ['The price of slate was little changed in June.', 'The price of slate jumped in June after a quarry shut.'],
  ['The catch has moved closer to the quota of the guild.', 'The catch has been running below the quota of the guild.'],
  ['The abbey will reduce the dole of bread at Easter.', 'The abbey will end the dole of bread at Easter.'],
  ['Rents in the old town were unchanged last year.', 'Rents in the old town climbed last year.'],
  [
    'News received since the panel met indicates that fishing slowed during the winter, partly because of ice.',
    'News received since the panel met indicates that fishing has picked up, after having slowed during the winter because of ice.',
  ],
]

const oneCourse: [before: string, after: string][] = [
  ['Wheat prices have picked up.', 'Wheat prices have climbed.'],
  ['Trade has grown at a modest pace.', 'Trade has been growing at a moderate pace.'],
  ['The guild kept the toll.', 'The guild retained the toll.'],
  ['The toll was raised on Monday.', 'The toll was raised on Monday, and the fee for dogs remained.'],
  ['Sales slowed in July after they rose in May.', 'Sales rose in May but slowed in July.'],
  ['The mayor runs a shop near the quay.', 'The mayor moved a shop near the quay.'],
  ['The slow count ended at noon.', 'The count remained open at noon but ended.'],
  ['The guild held a meeting in the hall.', 'The guild expanded, and had a meeting in the hall.'],
  ['Growth slowed.', 'Growth has slowed, although exports rose in June.'],
  ['The fall in prices hurt farmers.', 'The fall in prices hurt farmers and left many in debt.'],
  ['The mayor left the hall at noon.', 'The mayor moved from the hall at noon.'],
]

describe('another course of the same thing', () => {
  it.each([...otherCourses, ...otherCourses.map(([a, b]) => [b, a] as const)])('%s → %s', (before, after) => {
    expect(kindsOf(before, after)).toBe('superseded')
  })
  it.each([...oneCourse, ...oneCourse.map(([a, b]) => [b, a] as const)])('not: %s → %s', (before, after) => {
    expect(kindsOf(before, after)).toBe('reworded')
  })
  it.each([
    ['The price of tin rose in March.', 'The price of tin fell in March.'],
    ['The pass improved in the spring.', 'The pass worsened in the spring.'],
    ['The guild did not raise the toll.', 'The guild raised the toll.'],
  ])('turned round: %s → %s', (before, after) => {
    expect(kindsOf(before, after)).toBe('negated')
  })
})
