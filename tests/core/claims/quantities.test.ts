import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

const amounts = (text: string) =>
  statementsOf(text, false).flatMap(({ quantities }) =>
    quantities.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`),
  )
const days = (text: string) =>
  statementsOf(text, false).flatMap(({ dates }) => dates.map(({ start, end }) => text.slice(start, end)))

describe('value and unit', () => {
  it.each([
    ['It holds 212 soldiers.', ['= 212 soldiers']],
    ['It holds 212 tired foreign soldiers.', ['= 212 soldiers']],
    ['Fourteen boats sank.', ['= 14 boats']],
    ['Twenty-one boats sank.', ['= 21 boats']],
    ['Two hundred and ten boats sank.', ['= 210 boats']],
    ['A dozen boats sank.', ['= 12 boats']],
    ['Half a million people left.', ['= 500000 people']],
    ['It has 1,200 homes.', ['= 1200 homes']],
    ['It has 1.2 thousand homes.', ['= 1200 homes']],
    ['It cost $1.2bn.', ['= 1200000000 USD']],
    ['It cost $40 million.', ['= 40000000 USD']],
    ['It cost 3 million euros.', ['= 3000000 EUR']],
    ['It fell by 3.5%.', ['= 3.5 percent']],
    ['It fell by 3 percent.', ['= 3 percent']],
    ['It fell by two percentage points.', ['= 2 percentage points']],
    ['It lies 3 km away.', ['= 3 km']],
    ['It lies 3,000 metres away.', ['= 3000 m']],
    ['It lasted nine weeks.', ['= 9 weeks']],
    ['They held a 30-day truce.', ['= 30 days']],
    ['They held a two-day meeting.', ['= 2 days']],
    ['Orla Quist, 43, left.', ['= 43 years']],
    ['The 43-year-old left.', ['= 43 years']],
    ['One soldier left.', ['= 1 soldiers']],
    ['One of them left.', []],
    ['No one left.', []],
    ['It was the 3rd time.', []],
    ['The crew of 12 left.', ['= 12 null']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('comparator', () => {
  it.each([
    ['About 40 boats sank.', ['~ 40 boats']],
    ['More than 40 boats sank.', ['> 40 boats']],
    ['At least 40 boats sank.', ['>= 40 boats']],
    ['Up to 40 boats sank.', ['<= 40 boats']],
    ['Fewer than 40 boats sank.', ['< 40 boats']],
    ['Nearly 40 boats sank.', ['< 40 boats']],
    ['Some 40 boats sank.', ['~ 40 boats']],
    ['40 or more boats sank.', ['>= 40 boats']],
    ['Between 40 and 50 boats sank.', ['>= 40 boats', '<= 50 boats']],
    ['It sank 40 to 50 boats.', ['>= 40 boats', '<= 50 boats']],
    ['It rose from 40 to 50 boats.', ['= 40 boats', '= 50 boats']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('dates', () => {
  it.each([
    ['It opened on March 3, 2021.', ['March 3, 2021']],
    ['It opened on 3 March 2021.', ['3 March 2021']],
    ['It opened on Feb. 12 in rain.', ['Feb. 12']],
    ['It opened at 10:15 a.m. on Tuesday.', ['10:15 a.m.', 'Tuesday']],
    ['It opened at 4 p.m. in rain.', ['4 p.m.']],
    ['It opened in 2015.', ['2015']],
    ['It opened in the 1990s.', ['1990s']],
    ['It opens next week.', ['next week']],
    ['It opened in May.', ['May']],
    ['It may open.', []],
    ['They march in rain.', []],
    ['It opened yesterday.', ['yesterday']],
    ['BRANT, March 3 (Coast Wire) — The dam opened.', ['March 3']],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected)
    expect(amounts(text)).toEqual([])
  })

  it.each([['2000 soldiers left.', ['= 2000 soldiers']]])('%s is an amount', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
    expect(days(text)).toEqual([])
  })
})
