import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

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
    ['It has 3m customers.', ['= 3000000 customers']],
    ['It stands 3m high.', ['= 3 m']],
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
    ['The crew of 12 left.', ['= 12 null']],
    ['It cost $10-12 million.', ['>= 10000000 USD', '<= 12000000 USD']],
    ['It sank 12-15 boats.', ['>= 12 boats', '<= 15 boats']],
    ['It lasted four and a half hours.', ['= 4.5 hours']],
    ['It cost 5 lakh rupees.', ['= 500000 INR']],
    ['Hundreds of boats sank.', ['~ null boats']],
    ['Tens of thousands of people left.', ['~ null people']],
    ['Several hundred boats sank.', ['~ null boats']],
    ['Two of the boats sank.', ['= 2 boats']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('share', () => {
  it.each([
    ['Two thirds of the boats sank.', ['= 0.666666666667 share']],
    ['Three-quarters of the boats sank.', ['= 0.75 share']],
    ['A third of the boats sank.', ['= 0.333333333333 share']],
    ['About half of them sank.', ['~ 0.5 share']],
    ['The price fell by half.', ['= 0.5 share']],
    ['It took half an hour.', ['= 0.5 hours']],
    ['It rose a quarter of a percentage point.', ['= 0.25 percentage points']],
    ['One in five boats sank.', ['= 0.2 share']],
    ['Nearly 1 in 5 boats sank.', ['< 0.2 share']],
    ['Two out of three boats sank.', ['= 0.666666666667 share']],
    ['It sank 12 boats in 15 days.', ['= 12 boats', '= 15 days']],
    ['Two in three days left.', ['= 2 null', '= 3 days']],
    ['The first half was wet.', []],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('money, measures, scores, ranks', () => {
  it.each([
    ['It paid A$40 million.', ['= 40000000 AUD']],
    ['It paid C$40.', ['= 40 CAD']],
    ['It paid US$40m.', ['= 40000000 USD']],
    ['It paid Rs 2 crore.', ['= 20000000 INR']],
    ['It paid EUR 40.', ['= 40 EUR']],
    ['It paid 40 Canadian dollars.', ['= 40 CAD']],
    ['It paid 40 pounds.', ['= 40 GBP']],
    ['The bag weighed 40 pounds.', ['= 40 pounds']],
    ['It rose 25 basis points.', ['= 25 basis points']],
    ['It was 30°C.', ['= 30 °C']],
    ['It was 30 degrees Fahrenheit.', ['= 30 °F']],
    ['It was -5 degrees.', ['= -5 degrees']],
    ['It was minus 5 degrees.', ['= -5 degrees']],
    ['They voted 51-49 to close it.', ['= 51 score', '= 49 score']],
    ['The vote was 51 to 49.', ['= 51 null', '= 49 null']],
    ['It was the 3rd time.', ['= 3 rank']],
    ['It was their third visit.', ['= 3 rank']],
    ['The first lady left.', []],
    ['Quist died at the age of 80.', ['= 80 years']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('what is counted', () => {
  it.each([
    ['It held 40 badly wounded soldiers.', ['= 40 soldiers']],
    ['It held 40 soldiers wounded in rain.', ['= 40 soldiers']],
    ['It held 40 new wooden fishing boats.', ['= 40 boats']],
    ['It left 40 wounded.', ['= 40 null']],
    ['40 killed in Brant.', ['= 40 null']],
    ['Forty were hurt.', ['= 40 null']],
    ['It holds 40 staff.', ['= 40 staff']],
    ['It was a 7.2 quake.', ['= 7.2 null']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('no amount', () => {
  it.each([
    'See Section 12 of the act.',
    'Article 5 of the treaty holds.',
    'A Boeing 737 crashed.',
    'Route 66 was closed.',
    'It says so on page 12.',
    'Call 555-1234 now.',
    'It shook them like 9/11 did.',
    'The G7 met.',
    'It spread COVID-19 widely.',
    'It sold 5G masts.',
  ])('%s', (text) => expect(amounts(text)).toEqual([]))

  it.each([
    ['In Brant 40 boats sank.', ['= 40 boats']],
    ['Exactly 40 boats sank.', ['= 40 boats']],
    ['Quist leads Hale 45 to 40.', ['= 45 null', '= 40 null']],
    ['It gave Quist 45 percent.', ['= 45 percent']],
  ])('%s is one', (text, expected) => expect(amounts(text)).toEqual(expected))
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
    ['40 or so boats sank.', ['~ 40 boats']],
    ['40-plus boats sank.', ['>= 40 boats']],
    ['No fewer than 40 boats sank.', ['>= 40 boats']],
    ['As many as 40 boats sank.', ['<= 40 boats']],
    ['Slightly less than 40 boats sank.', ['< 40 boats']],
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
    ['It opened on 2021-03-12.', ['2021-03-12']],
    ['It opened on 12/03/2021.', ['12/03/2021']],
    ['It opened on March 12-15 in rain.', ['March 12-15']],
    ['It opened from 12 to 15 March.', ['12 to 15 March']],
    ['It ran in 2019-21.', ['2019-21']],
    ['It opened in the spring of 2024.', ['spring of 2024']],
    ['It grew in Q3 2024.', ['Q3 2024']],
    ['It grew in the third quarter of 2024.', ['third quarter of 2024']],
    ['It grew in early 2024.', ['early 2024']],
    ['It opened in mid-March.', ['mid-March']],
    ['It opened three days ago.', ['three days ago']],
    ['A week ago it opened.', ['A week ago']],
    ['It will open in two weeks.', ['in two weeks']],
    ['It opened earlier this month.', ['earlier this month']],
    ['It opened overnight.', ['overnight']],
    ['It opened over the weekend.', ['weekend']],
    ['It opened the day before yesterday.', ['day before yesterday']],
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
