import { describe, expect, it } from 'vitest'
import { amounts } from './amounts.ts'

describe('a range', () => {
  it.each([
    ['It sank 40 to 50 boats.', ['>= 40 boats', '<= 50 boats']],
    ['Between 40 and 50 boats sank.', ['>= 40 boats', '<= 50 boats']],
    ['The bridge will cost 3 to 4 million euros.', ['>= 3000000 EUR', '<= 4000000 EUR']],
    ['The fund holds between $3 and $4 billion.', ['>= 3000000000 USD', '<= 4000000000 USD']],
    ['The fund holds $3 to 4 billion.', ['>= 3000000000 USD', '<= 4000000000 USD']],
    ['The fund holds $3-$4bn.', ['>= 3000000000 USD', '<= 4000000000 USD']],
    ['Quist forecasts sales of £7.5–8.2 billion.', ['>= 7500000000 GBP', '<= 8200000000 GBP']],
    ['Quist forecasts sales of £7.5-8.2bn.', ['>= 7500000000 GBP', '<= 8200000000 GBP']],
    ['The reef is two to three thousand years old.', ['>= 2000 years', '<= 3000 years']],
    ['Growth of 1.5–2% is likely.', ['>= 1.5 percent', '<= 2 percent']],
    ['Growth of 1.5 to 2 percent is likely.', ['>= 1.5 percent', '<= 2 percent']],
    ['Prices fell 3 to 5 percent.', ['>= 3 percent', '<= 5 percent']],
    ['The dose is 5–10mg.', ['>= 5 mg', '<= 10 mg']],
    ['The debt is A$40–50m.', ['>= 40000000 AUD', '<= 50000000 AUD']],
    ['Waves of 4 to 6 metres hit Brant.', ['>= 4 m', '<= 6 m']],
    ['It sank 40 – 50 boats.', ['>= 40 boats', '<= 50 boats']],
    ['Fines range from £50 to £80.', ['>= 50 GBP', '<= 80 GBP']],
    ['A crew of 12 to 15 is needed.', ['>= 12 null', '<= 15 null']],
    ['They expect 900 to 1,200 visitors.', ['>= 900 visitors', '<= 1200 visitors']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

it('does not reach past its content', () => expect(amounts('Lee said 12 -7 boats left.')).toEqual(['= 12 null', '= 7 boats']))

describe('a change or a comparison is no range', () => {
  it.each([
    ['Sales rose 9% to £6m.', ['= 9 percent', '= 6000000 GBP']],
    ['Sales climbed 9 per cent to 6 million pounds.', ['= 9 percent', '= 6000000 GBP']],
    ['Gold fell $12 to $1,940 an ounce.', ['= 12 USD', '= 1940 USD']],
    ['Turnout dropped from 61% to 54%.', ['= 61 percent', '= 54 percent']],
    ['Output grew from 3 million to 5 million tonnes.', ['= 3000000 tonnes', '= 5000000 tonnes']],
    ['Losses widened from $2 million to $7 million.', ['= 2000000 USD', '= 7000000 USD']],
    ['The fare is up 30p to £7.', ['= 30 pence', '= 7 GBP']],
    ['The club cut its price by £5 to £40.', ['= 5 GBP', '= 40 GBP']],
    ['A rise of 4% to 19p is planned.', ['= 4 percent', '= 19 pence']],
    ['Quist leads Hale 45 to 40.', ['= 45 null', '= 40 null']],
    ['Spending went from $5 to $2 million.', ['= 5 USD', '= 2000000 USD']],
    ['Two or three boats sank.', ['= 2 boats', '= 3 boats']],
    ['It gave doses of 5 and 6 mg.', ['= 5 mg', '= 6 mg']],
    ['The count rose 12 to 90.', ['= 12 null', '= 90 null']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('a score', () => {
  it.each([
    ['Brant beat Orm 3–1.', ['= 3 score', '= 1 score']],
    ['Brant beat Orm 3-1.', ['= 3 score', '= 1 score']],
    ['They voted 51–49 to close it.', ['= 51 score', '= 49 score']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})

describe('"over"', () => {
  it.each([
    ['Doctors watched 300 men over 18 months.', ['= 300 men', '= 18 months']],
    ['Costs fell 5% over three years.', ['= 5 percent', '= 3 years']],
    ['Over two days 40 boats sank.', ['= 2 days', '= 40 boats']],
    ['It took over two hours.', ['> 2 hours']],
    ['The strike lasted over six weeks.', ['> 6 weeks']],
    ['He waited for over three hours.', ['> 3 hours']],
    ['The wall is over 400 years old.', ['> 400 years']],
    ['It has over 20 years of data.', ['> 20 years']],
    ['It sank over 40 boats.', ['> 40 boats']],
  ])('%s', (text, expected) => expect(amounts(text)).toEqual(expected))
})
